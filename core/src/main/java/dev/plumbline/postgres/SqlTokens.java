// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.SqlLexer;
import dev.plumbline.script.SqlScript;
import dev.plumbline.script.Token;
import java.util.ArrayList;
import java.util.List;

/** The tokens of a text that the server has deparsed. */
final class SqlTokens {
    private SqlTokens() {}

    /** Returns them in order, as they are written. */
    static List<String> of(String text) {
        List<String> tokens = new ArrayList<>();
        SqlLexer lexer = new SqlLexer(new SqlScript("text", text), SqlDialect.POSTGRES);
        for (Token token = lexer.next(); token != null; token = lexer.next()) {
            tokens.add(text.substring(token.start(), token.end()));
        }
        return tokens;
    }

    /** Returns the name that a token stands for, if it stands for one. */
    static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }
}
