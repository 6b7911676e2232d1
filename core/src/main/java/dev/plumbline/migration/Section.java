// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.SqlLexer;
import dev.plumbline.script.SqlScript;
import dev.plumbline.script.Token;

/**
 * A stretch of a file that is a script of its own.
 *
 * @param head the offset at which the first mark of the file stands: what comes before is for every section
 * @param start where it begins, behind its mark
 * @param end where it ends
 */
record Section(int head, int start, int end) {
    /** Returns the file with everything but the head and this section blanked out. */
    BlankedText in(SqlScript file) {
        BlankedText text = BlankedText.empty(file);
        text.show(0, head);
        text.show(start, end);
        return text;
    }

    /** Refuses statements in front of the first mark: they belong to no direction, and their tools refuse them too. */
    static void requireCommentsBefore(int head, String mark, SqlScript file, SqlDialect dialect) {
        SqlScript before = new SqlScript(file.name(), file.text().substring(0, head));
        SqlLexer lexer = new SqlLexer(before, dialect);
        for (Token token = lexer.next(); token != null; token = lexer.next()) {
            if (token.type() != Token.Type.COMMENT) {
                throw FormatErrors.invalid(
                        file,
                        token.start(),
                        "this stands before '" + mark + "', so it belongs to no direction",
                        "Move it behind the mark.");
            }
        }
    }
}
