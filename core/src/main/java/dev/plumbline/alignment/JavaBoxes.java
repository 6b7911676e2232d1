// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

/** The classes of primitive types. */
final class JavaBoxes {
    private JavaBoxes() {}

    /** Returns the class whose values are those of a primitive type and null. */
    static String box(JavaType type) {
        return switch (type.name()) {
            case "int" -> "Integer";
            case "char" -> "Character";
            default ->
                Character.toUpperCase(type.name().charAt(0)) + type.name().substring(1);
        };
    }
}
