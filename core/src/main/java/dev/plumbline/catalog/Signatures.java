// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

/** The names of routines and operators, which end with the types of their arguments in parentheses. */
public final class Signatures {
    private Signatures() {}

    /**
     * Returns the name alone.
     *
     * @param signature such as {@code total(integer, app."odd (type")}
     * @throws IllegalArgumentException if it ends with no list of types
     */
    public static String name(String signature) {
        return signature.substring(0, start(signature));
    }

    /**
     * Returns the types of the arguments in their parentheses.
     *
     * @param signature such as {@code total(integer, app."odd (type")}
     * @throws IllegalArgumentException if it ends with no list of types
     */
    public static String arguments(String signature) {
        return signature.substring(start(signature));
    }

    /** They begin at the balanced last parenthesis: the name itself and a quoted type's name may hold others. */
    private static int start(String name) {
        int depth = 0;
        boolean quoted = false;
        for (int i = name.length() - 1; i >= 0; i--) {
            char c = name.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == ')') {
                depth++;
            } else if (!quoted && c == '(' && --depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("not a signature: " + name);
    }
}
