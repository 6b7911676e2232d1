// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

import java.util.ArrayList;
import java.util.List;

/** Reads types in the form of class files (The Java Virtual Machine Specification, sections 4.3.2 and 4.7.9.1). */
final class TypeSignature {
    private static final String OBJECT = "java.lang.Object";

    private final String text;
    private int at;

    private TypeSignature(String text) {
        this.text = text;
    }

    /** Returns the type of a field or component, or the result of a method without parameters. */
    static JavaType read(String text) {
        TypeSignature signature = new TypeSignature(text);
        signature.at = text.indexOf(')') + 1;
        return signature.type();
    }

    private JavaType type() {
        char c = text.charAt(at++);
        return switch (c) {
            case 'B' -> JavaType.of("byte");
            case 'C' -> JavaType.of("char");
            case 'D' -> JavaType.of("double");
            case 'F' -> JavaType.of("float");
            case 'I' -> JavaType.of("int");
            case 'J' -> JavaType.of("long");
            case 'S' -> JavaType.of("short");
            case 'Z' -> JavaType.of("boolean");
            case '[' -> new JavaType(JavaType.ARRAY, List.of(type()));
            case 'L' -> classType();
            // Of a type variable or wildcard nothing is known.
            case 'T' -> {
                at = text.indexOf(';', at) + 1;
                yield JavaType.of(OBJECT);
            }
            case '*' -> JavaType.of(OBJECT);
            case '+', '-' -> type();
            default -> throw new IllegalStateException("no type begins with " + c + " in " + text);
        };
    }

    private JavaType classType() {
        StringBuilder name = new StringBuilder();
        List<JavaType> arguments = new ArrayList<>();
        while (true) {
            char c = text.charAt(at++);
            switch (c) {
                case ';' -> {
                    return new JavaType(name.toString(), arguments);
                }
                case '/' -> name.append('.');
                case '.' -> {
                    // A class within one that has arguments: only its own count.
                    name.append('$');
                    arguments.clear();
                }
                case '<' -> {
                    while (text.charAt(at) != '>') {
                        arguments.add(type());
                    }
                    at++;
                }
                default -> name.append(c);
            }
        }
    }
}
