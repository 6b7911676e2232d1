// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A type of Java as a class file names it.
 *
 * @param name the binary name with dots, the keyword of a primitive type, or {@code []} for an array
 * @param arguments the type arguments; for an array, the type of its elements
 */
public record JavaType(String name, List<JavaType> arguments) {
    static final String ARRAY = "[]";

    public JavaType {
        arguments = List.copyOf(arguments);
    }

    /** Returns a type without arguments. */
    public static JavaType of(String name) {
        return new JavaType(name, List.of());
    }

    /** Returns whether its values cannot be null. */
    public boolean isPrimitive() {
        return switch (name) {
            case "boolean", "byte", "short", "int", "long", "float", "double", "char" -> true;
            default -> false;
        };
    }

    /** Returns what kind of value it holds, an enum being a {@link JavaKind#CUSTOM} one as far as its name tells. */
    public JavaKind kind() {
        return JavaKind.of(this);
    }

    /** Returns the type of the elements of an array or collection, {@code Object} where it is not known. */
    public JavaType element() {
        return arguments.isEmpty() ? of("java.lang.Object") : arguments.getFirst();
    }

    /** Returns it as it is written in code, without packages. */
    @Override
    public String toString() {
        if (name.equals(ARRAY)) {
            return element() + "[]";
        }
        String simple = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
        return arguments.isEmpty()
                ? simple
                : simple + arguments.stream().map(JavaType::toString).collect(Collectors.joining(", ", "<", ">"));
    }
}
