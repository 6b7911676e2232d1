// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.sql;

import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.SqlLexer;
import dev.plumbline.script.SqlScript;
import dev.plumbline.script.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The tokens of a text of PostgreSQL's SQL. */
public final class SqlTokens {
    private SqlTokens() {}

    /**
     * A token where it stands.
     *
     * @param text as it is written
     * @param start the offset of its first character
     */
    public record Placed(String text, int start) {
        /** Returns the offset behind its last character. */
        public int end() {
            return start + text.length();
        }
    }

    /** Returns them in order, as they are written. */
    public static List<String> of(String text) {
        return all(text).stream()
                .map(token -> text.substring(token.start(), token.end()))
                .toList();
    }

    /** Returns them in order with their places, without comments. */
    public static List<Placed> placed(String text) {
        return all(text).stream()
                .filter(token -> token.type() != Token.Type.COMMENT)
                .map(token -> new Placed(text.substring(token.start(), token.end()), token.start()))
                .toList();
    }

    private static List<Token> all(String text) {
        List<Token> tokens = new ArrayList<>();
        SqlLexer lexer = new SqlLexer(new SqlScript("text", text), SqlDialect.POSTGRES);
        for (Token token = lexer.next(); token != null; token = lexer.next()) {
            tokens.add(token);
        }
        return tokens;
    }

    /** Returns the name that a token stands for, if it stands for one. */
    public static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }

    /** Returns the words and quoted names of a statement, in their order, as a catalog would have them. */
    public static List<String> words(String sql) {
        List<String> words = new ArrayList<>();
        SqlLexer lexer = new SqlLexer(new SqlScript("statement", sql), SqlDialect.POSTGRES);
        for (@Nullable Token token = lexer.next(); token != null; token = lexer.next()) {
            String text = sql.substring(token.start(), token.end());
            if (token.type() == Token.Type.WORD) {
                words.add(text.toLowerCase(Locale.ROOT));
            } else if (token.type() == Token.Type.QUOTED_NAME) {
                words.add(text.substring(1, text.length() - 1).replace("\"\"", "\""));
            }
        }
        return words;
    }
}
