// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

/** The names of routines and operators, which end with the types of their arguments in parentheses. */
public final class Signatures {
    private Signatures() {}

    /**
     * Returns where the types of the arguments begin: at the balanced last parenthesis, as the name itself and a quoted type's
     * name may hold others.
     *
     * @param name such as {@code total(integer, app."odd (type")}
     * @throws IllegalArgumentException if the name ends with no such list
     */
    public static int start(String name) {
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
