// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a class file says of a class, so far as columns are concerned (The Java Virtual Machine Specification, chapter 4).
 *
 * @param name the binary name, with dots
 * @param superName the same of the superclass; empty for interfaces, modules and {@code Object}
 * @param components the components, where it is a record
 */
record ClassFile(
        String name,
        Optional<String> superName,
        int access,
        Optional<List<Member>> components,
        List<Member> fields,
        List<Member> methods,
        List<AnnotationUse> annotations) {
    private static final int STATIC = 0x0008;
    private static final int TRANSIENT = 0x0080;
    private static final int INTERFACE = 0x0200;
    private static final int ABSTRACT = 0x0400;
    private static final int SYNTHETIC = 0x1000;
    private static final int ENUM = 0x4000;

    /**
     * A field, a method or a record component.
     *
     * @param descriptor its erased type
     * @param signature its type with arguments, where it has any
     * @param annotations those on the declaration
     * @param typeAnnotations those on the whole type of a field, component or result
     */
    record Member(
            String name,
            String descriptor,
            Optional<String> signature,
            int access,
            List<AnnotationUse> annotations,
            List<AnnotationUse> typeAnnotations) {
        boolean holdsValue() {
            return (access & (STATIC | TRANSIENT | SYNTHETIC)) == 0;
        }

        boolean isConstant() {
            return (access & ENUM) != 0;
        }

        boolean isGetter() {
            return (access & STATIC) == 0
                    && (access & ABSTRACT) != 0
                    && descriptor.startsWith("()")
                    && !descriptor.equals("()V");
        }
    }

    /**
     * An annotation.
     *
     * @param name the binary name of its type, with dots
     * @param values its members that are texts, numbers or constants, as text
     */
    record AnnotationUse(String name, SortedMap<String, String> values) {
        /** Returns the name without package and enclosing class. */
        String simpleName() {
            return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
        }

        /** Returns a member that is there and not empty. */
        Optional<String> value(String member) {
            return Optional.ofNullable(values.get(member)).filter(text -> !text.isEmpty());
        }
    }

    boolean isInterface() {
        return (access & INTERFACE) != 0;
    }

    boolean isEnum() {
        return superName.filter("java.lang.Enum"::equals).isPresent();
    }

    /** Returns the names of an enum's constants in order. */
    List<String> constants() {
        return fields.stream().filter(Member::isConstant).map(Member::name).toList();
    }
}
