// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.script;

import dev.plumbline.error.SourcePosition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One statement of a script.
 *
 * @param script the script
 * @param number its place among the statements, from 1
 * @param start the offset of its first token, comments before it left out
 * @param end the offset behind its last token, without the semicolon
 * @param tokens its tokens in order, comments left out
 * @param comments the comments before, inside and behind it (on the line of its semicolon), in order
 * @param rows where the rows stand that a {@code COPY … FROM STDIN} takes; empty for any other statement
 */
public record ScriptStatement(
        SqlScript script,
        int number,
        int start,
        int end,
        List<Token> tokens,
        List<Token> comments,
        Optional<Token> rows) {
    public ScriptStatement {
        tokens = List.copyOf(tokens);
        comments = List.copyOf(comments);
    }

    /** Returns the same statement in another place. */
    public ScriptStatement numbered(int other) {
        return new ScriptStatement(script, other, start, end, tokens, comments, rows);
    }

    /** Returns its text, without the rows behind it. */
    public String sql() {
        return script.text().substring(start, end);
    }

    /** Returns the rows that it takes, each with the end of its line; empty for any statement but {@code COPY … FROM STDIN}. */
    public Optional<String> rowsText() {
        return rows.map(this::text);
    }

    /** Returns the line on which it begins, from 1. */
    public int line() {
        return script.line(start);
    }

    /** Returns where it begins. */
    public SourcePosition position() {
        return script.position(start);
    }

    /** Returns the text of a token. */
    public String text(Token token) {
        return script.text().substring(token.start(), token.end());
    }

    /** Returns the i-th token in upper case if it is a word, an empty string if it is not, or not there. */
    public String word(int i) {
        if (i < 0 || i >= tokens.size() || tokens.get(i).type() != Token.Type.WORD) {
            return "";
        }
        return text(tokens.get(i)).toUpperCase(Locale.ROOT);
    }

    /** Returns whether the i-th token is that character. */
    public boolean isSymbol(int i, char symbol) {
        return i >= 0
                && i < tokens.size()
                && tokens.get(i).type() == Token.Type.SYMBOL
                && script.text().charAt(tokens.get(i).start()) == symbol;
    }

    /** Returns whether it begins with these words. */
    public boolean begins(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!word(i).equals(words[i])) {
                return false;
            }
        }
        return true;
    }
}
