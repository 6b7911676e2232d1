// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.postgres.sql.Sql;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.SqlLexer;
import dev.plumbline.script.SqlScript;
import dev.plumbline.script.Token;
import java.util.Optional;

/** Text of the server about the columns of one table, in which one column is to have another name. */
final class ColumnText {
    private ColumnText() {}

    /**
     * Returns the text with the other name; absent where a token of that name may mean something else, such as a function or a
     * type.
     *
     * @param text what the server has deparsed, in which columns stand unqualified
     */
    static Optional<String> renamed(String text, String from, String to) {
        String name = Sql.name(from);
        StringBuilder renamed = new StringBuilder();
        SqlLexer lexer = new SqlLexer(new SqlScript("definition", text), SqlDialect.POSTGRES);
        int copied = 0;
        for (Token token = lexer.next(); token != null; token = lexer.next()) {
            boolean isName = token.type() == Token.Type.WORD || token.type() == Token.Type.QUOTED_NAME;
            if (isName && text.substring(token.start(), token.end()).equals(name)) {
                if (isSomethingElse(text, token)) {
                    return Optional.empty();
                }
                renamed.append(text, copied, token.start()).append(Sql.name(to));
                copied = token.end();
            }
        }
        return Optional.of(renamed.append(text, copied, text.length()).toString());
    }

    private static boolean isSomethingElse(String text, Token token) {
        String before = text.substring(0, token.start()).stripTrailing();
        String after = text.substring(token.end()).stripLeading();
        return before.endsWith(".")
                || before.endsWith("::")
                || before.endsWith(" COLLATE")
                || after.startsWith("(")
                || after.startsWith(".");
    }
}
