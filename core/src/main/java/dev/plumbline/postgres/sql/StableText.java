// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.sql;

/**
 * Deparsed expressions that mean the same tree when they are read again. The server writes {@code x IN ('a', 'b')} over a
 * varchar column as {@code (x)::text = ANY ((ARRAY['a'::character varying, …])::text[])}; reading that, its parser pushes
 * the cast down to the elements (parse_expr.c, transformTypeCast), and the next deparse differs for ever. A cast of the
 * array to its own type in between changes nothing and keeps the outer cast where it was.
 */
public final class StableText {
    private static final String ARRAY = "(ARRAY[";

    private StableText() {}

    /** Returns the statement with every such array held together; everything else as it is. */
    public static String of(String sql) {
        int start = sql.indexOf(ARRAY);
        if (start < 0) {
            return sql;
        }
        StringBuilder stable = new StringBuilder();
        int copied = 0;
        while (start >= 0) {
            int open = start + ARRAY.length() - 1;
            int close = closing(sql, open);
            if (close > 0 && sql.startsWith("])::", close)) {
                String type = elementType(sql.substring(open + 1, close));
                if (!type.isEmpty() && !sql.startsWith("])::" + type + "[]", close)) {
                    stable.append(sql, copied, start)
                            .append('(')
                            .append(sql, start, close + 2)
                            .append("::")
                            .append(type)
                            .append("[])");
                    copied = close + 2;
                }
            }
            start = sql.indexOf(ARRAY, start + 1);
        }
        return stable.append(sql, copied, sql.length()).toString();
    }

    /** Returns the place of the bracket that closes the one at {@code open}, or -1; quoted text is passed over. */
    private static int closing(String sql, int open) {
        int depth = 0;
        char quote = 0;
        for (int i = open; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '[' || c == '(') {
                depth++;
            } else if (c == ']' || c == ')') {
                depth--;
                if (depth == 0) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** Returns the type that the last element is cast to at its end, or nothing where it is no plain cast. */
    private static String elementType(String elements) {
        int cast = elements.lastIndexOf("::");
        if (cast < 0) {
            return "";
        }
        String type = elements.substring(cast + 2);
        return type.matches("[a-z_][a-z0-9_. ]*") ? type : "";
    }
}
