// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

import dev.plumbline.alignment.ClassFile.AnnotationUse;
import dev.plumbline.alignment.ClassFile.Member;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A type that holds rows.
 *
 * @param name the binary name, with dots
 * @param fields its components, fields or getters in order, those of superclasses first
 */
record MappedClass(String name, List<MappedField> fields) {
    /** An embedded object within an embedded object is a design; a tenth is a circle. */
    private static final int DEEPEST = 10;

    private static final Map<String, String> OPTIONAL_NUMBERS = Map.of(
            "java.util.OptionalInt", "java.lang.Integer",
            "java.util.OptionalLong", "java.lang.Long",
            "java.util.OptionalDouble", "java.lang.Double");

    MappedClass {
        fields = List.copyOf(fields);
    }

    /**
     * Returns the class of that name: the components of a record, the fields of a class with those of its superclasses, or
     * the getters of an interface.
     *
     * @param name the binary name; dots before nested classes will do
     * @throws PlumblineException with {@code SOURCE_NOT_FOUND} when there is none
     */
    static MappedClass read(String name, ClassPath classes) {
        Optional<ClassFile> found = classes.find(name);
        String nested = name;
        while (found.isEmpty() && nested.indexOf('.') > 0) {
            int dot = nested.lastIndexOf('.');
            nested = nested.substring(0, dot) + "$" + nested.substring(dot + 1);
            found = classes.find(nested);
        }
        ClassFile file = found.orElseThrow(
                () -> new PlumblineException(
                        ErrorCode.SOURCE_NOT_FOUND,
                        "There is no class " + name + " in " + classes.where() + ".",
                        "Give its name with the package, and a class path that has its class file; build the application first."));
        return new MappedClass(file.name(), new Reading(classes).fields(file, "", "", 0));
    }

    private record Reading(ClassPath classes, NullMarks marks) {
        Reading(ClassPath classes) {
            this(classes, new NullMarks(classes));
        }

        List<MappedField> fields(ClassFile file, String path, String prefix, int depth) {
            List<MappedField> fields = new ArrayList<>();
            if (file.components().isEmpty() && !file.isInterface()) {
                file.superName()
                        .filter(name -> !name.startsWith("java."))
                        .flatMap(classes::find)
                        .ifPresent(parent -> fields.addAll(fields(parent, path, prefix, depth)));
            }
            boolean marked = marks.mark(file);
            for (Member member : members(file)) {
                FieldMarks said = said(file, member);
                if (!said.hasNoColumn()) {
                    fields.addAll(field(member, said, marked, path, prefix, depth));
                }
            }
            return fields;
        }

        private static List<Member> members(ClassFile file) {
            if (file.isInterface()) {
                return file.methods().stream().filter(Member::isGetter).toList();
            }
            return file.components()
                    .orElseGet(() ->
                            file.fields().stream().filter(Member::holdsValue).toList());
        }

        /** An annotation of a component may be kept at the component, at its field or at its accessor. */
        private static FieldMarks said(ClassFile file, Member member) {
            List<Member> places = new ArrayList<>(List.of(member));
            if (file.components().isPresent()) {
                Stream.concat(
                                file.fields().stream()
                                        .filter(field -> field.name().equals(member.name())),
                                file.methods().stream()
                                        .filter(method -> method.name().equals(member.name())
                                                && method.descriptor().startsWith("()")))
                        .forEach(places::add);
            }
            List<AnnotationUse> declaration = new ArrayList<>();
            List<AnnotationUse> type = new ArrayList<>();
            for (Member place : places) {
                declaration.addAll(place.annotations());
                type.addAll(place.typeAnnotations());
            }
            return new FieldMarks(declaration, type);
        }

        private List<MappedField> field(
                Member member, FieldMarks said, boolean marked, String path, String prefix, int depth) {
            String name = path + (member.isGetter() ? property(member.name()) : member.name());
            JavaType declared = TypeSignature.read(member.signature().orElse(member.descriptor()));
            JavaType type = withoutOptional(declared);
            Optional<ClassFile> own = type.kind() == JavaKind.CUSTOM ? classes.find(type.name()) : Optional.empty();
            Optional<String> embedded =
                    said.embedded().or(() -> own.filter(Reading::isEmbeddable).map(file -> ""));
            if (embedded.isPresent() && own.isPresent() && depth < DEEPEST) {
                return fields(own.get(), name + ".", prefix + embedded.get(), depth + 1);
            }
            Optional<String> reference = said.isReference()
                    ? Optional.of(Naming.SNAKE_CASE.column(member.isGetter() ? property(member.name()) : member.name())
                            + "_id")
                    : Optional.empty();
            boolean optional = !type.equals(declared);
            Nullness nullness = declared.isPrimitive()
                    ? Nullness.NEVER
                    : optional ? Nullness.POSSIBLE : said.nullness().orElse(marked ? Nullness.NEVER : Nullness.UNKNOWN);
            return List.of(new MappedField(
                    name,
                    said.column().or(() -> reference),
                    prefix,
                    type,
                    nullness,
                    own.filter(ClassFile::isEnum).map(ClassFile::constants),
                    said.isConverted() || said.isReference(),
                    said.isOrdinal(),
                    said.isGiven()));
        }

        private static boolean isEmbeddable(ClassFile file) {
            return file.annotations().stream()
                    .anyMatch(annotation -> annotation.simpleName().equals("Embeddable"));
        }

        private static JavaType withoutOptional(JavaType type) {
            return type.name().equals("java.util.Optional")
                    ? type.element()
                    : Optional.ofNullable(OPTIONAL_NUMBERS.get(type.name()))
                            .map(JavaType::of)
                            .orElse(type);
        }

        /** {@code getName} is {@code name}, {@code isActive} is {@code active}; anything else is itself. */
        private static String property(String method) {
            for (String before : List.of("get", "is")) {
                if (method.length() > before.length()
                        && method.startsWith(before)
                        && Character.isUpperCase(method.charAt(before.length()))) {
                    String rest = method.substring(before.length());
                    boolean acronym = rest.length() > 1 && Character.isUpperCase(rest.charAt(1));
                    return acronym ? rest : Character.toLowerCase(rest.charAt(0)) + rest.substring(1);
                }
            }
            return method;
        }
    }
}
