// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.sql;

import dev.plumbline.error.PlumblineException;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.SqlLexer;
import dev.plumbline.script.SqlScript;
import dev.plumbline.script.Token;

/**
 * The statement of another session as it may be shown: in one line, cut short, and without what stands in quotes, which
 * may be somebody's password.
 */
public final class ShownStatement {
    private static final int LONGEST = 100;
    private static final String LEFT_OUT = "…";

    private ShownStatement() {}

    /** Returns it; {@code sql} may end anywhere, since the server keeps only its begin. */
    public static String of(String sql) {
        StringBuilder shown = new StringBuilder();
        SqlLexer lexer = new SqlLexer(new SqlScript("statement", sql), SqlDialect.POSTGRES);
        int end = 0;
        try {
            for (Token token = lexer.next(); token != null; token = lexer.next()) {
                if (token.type() == Token.Type.COMMENT || token.type() == Token.Type.ROWS || isEnd(sql, token)) {
                    continue;
                }
                if (token.start() > end && !shown.isEmpty()) {
                    shown.append(' ');
                }
                end = token.end();
                if (shown.length() >= LONGEST) {
                    return shown.append(LEFT_OUT).toString();
                }
                shown.append(
                        token.type() == Token.Type.STRING
                                ? "'" + LEFT_OUT + "'"
                                : printable(sql.substring(token.start(), token.end())));
            }
        } catch (PlumblineException e) {
            // A quote that was cut off with the rest.
            shown.append(LEFT_OUT);
        }
        return shown.toString();
    }

    private static boolean isEnd(String sql, Token token) {
        return sql.charAt(token.start()) == ';' && sql.substring(token.end()).isBlank();
    }

    /** A name may hold line ends and worse. */
    private static String printable(String name) {
        String cut = name.length() > LONGEST ? name.substring(0, LONGEST) + LEFT_OUT : name;
        return cut.replaceAll("\\p{Cntrl}", " ");
    }
}
