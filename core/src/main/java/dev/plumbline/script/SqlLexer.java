// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.script;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a script into tokens, so far as it takes to know where strings, names and comments end. It looks at each
 * character a bounded number of times and keeps nothing. Not safe for use by several threads.
 */
public final class SqlLexer {
    static final String END_OF_ROWS = "\\.";

    private final SqlScript script;
    private final SqlDialect dialect;
    private final String text;
    private final CopyWatch copies;
    private int at;
    private boolean beforeRows;

    /** Creates a lexer at the beginning of a script. */
    public SqlLexer(SqlScript script, SqlDialect dialect) {
        this.script = script;
        this.dialect = dialect;
        this.text = script.text();
        this.copies = new CopyWatch(text);
    }

    /**
     * Returns the next token, comments included, or null at the end. Rows behind a COPY are one; whoever needs to know that
     * they were ended looks for the {@code \.} behind it.
     *
     * @throws PlumblineException with {@code SOURCE_NOT_LOADED} for a quote or comment that is never closed
     */
    public @Nullable Token next() {
        while (at < text.length() && isBlank(text.charAt(at)) && !(beforeRows && text.charAt(at) == '\n')) {
            at++;
        }
        if (at >= text.length()) {
            return null;
        }
        if (beforeRows && text.charAt(at) == '\n') {
            return rows();
        }
        int start = at;
        Token.Type type = read(text.charAt(at));
        Token token = new Token(type, start, at);
        if (dialect == SqlDialect.POSTGRES) {
            beforeRows |= copies.endsWith(token);
        }
        return token;
    }

    /** Returns whether the lines behind this one are rows, as they are behind COPY … FROM STDIN. */
    boolean isBeforeRows() {
        return beforeRows;
    }

    /** Returns whether the last token was one of a COPY … FROM STDIN whose semicolon is still to come. */
    boolean isInCopyFromClient() {
        return copies.isOpen();
    }

    private Token rows() {
        beforeRows = false;
        int start = at + 1;
        int line = start;
        while (line < text.length() && !isEndOfRows(line)) {
            int end = text.indexOf('\n', line);
            line = end < 0 ? text.length() : end + 1;
        }
        at = Math.min(line + END_OF_ROWS.length(), text.length());
        return new Token(Token.Type.ROWS, start, line);
    }

    /** Whatever the format, psql takes a line of nothing else for the end (its documentation, COPY, "File Formats"). */
    private boolean isEndOfRows(int line) {
        int end = line + END_OF_ROWS.length();
        return text.startsWith(END_OF_ROWS, line)
                && (end == text.length() || text.charAt(end) == '\n' || text.startsWith("\r\n", end));
    }

    private Token.Type read(char c) {
        if (isWordStart(c) || isDigit(c)) {
            return word();
        }
        return switch (c) {
            case '\'' -> quoted('\'', Token.Type.STRING, "string");
            case '"' -> quoted('"', Token.Type.QUOTED_NAME, "quoted name");
            case '-' -> follows("--") ? lineComment() : symbol();
            case '/' -> follows("/*") ? blockComment() : symbol();
            case '$' -> dialect == SqlDialect.POSTGRES ? dollarQuoted() : symbol();
            case '\\' -> dialect == SqlDialect.POSTGRES ? psqlCommand() : symbol();
            case '`' -> dialect == SqlDialect.SQLITE ? quoted('`', Token.Type.QUOTED_NAME, "quoted name") : symbol();
            case '[' -> dialect == SqlDialect.SQLITE ? bracketed() : symbol();
            default -> symbol();
        };
    }

    private Token.Type symbol() {
        at++;
        return Token.Type.SYMBOL;
    }

    /** A word; or the string that it is the prefix of: E'…', and B, X, N, U& before a quote, which change no ends. */
    private Token.Type word() {
        int start = at;
        while (at < text.length() && isWordPart(text.charAt(at))) {
            at++;
        }
        if (dialect == SqlDialect.POSTGRES
                && at - start == 1
                && (text.charAt(start) == 'e' || text.charAt(start) == 'E')
                && at < text.length()
                && text.charAt(at) == '\'') {
            return escapeString(start);
        }
        return Token.Type.WORD;
    }

    private Token.Type escapeString(int start) {
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\\') {
                at++;
            } else if (c == '\'') {
                if (at < text.length() && text.charAt(at) == '\'') {
                    at++;
                } else {
                    return Token.Type.STRING;
                }
            }
        }
        throw unclosed(start, "string");
    }

    private Token.Type quoted(char quote, Token.Type type, String what) {
        int start = at;
        int end = text.indexOf(quote, at + 1);
        while (end >= 0 && end + 1 < text.length() && text.charAt(end + 1) == quote) {
            end = text.indexOf(quote, end + 2);
        }
        if (end < 0) {
            throw unclosed(start, what);
        }
        at = end + 1;
        return type;
    }

    private Token.Type bracketed() {
        int end = text.indexOf(']', at);
        if (end < 0) {
            throw unclosed(at, "quoted name");
        }
        at = end + 1;
        return Token.Type.QUOTED_NAME;
    }

    private Token.Type lineComment() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
        return Token.Type.COMMENT;
    }

    /** PostgreSQL's comments nest. SQLite's do not, and the end of the script closes them. */
    private Token.Type blockComment() {
        int start = at;
        at += 2;
        if (dialect == SqlDialect.SQLITE) {
            int end = text.indexOf("*/", at);
            at = end < 0 ? text.length() : end + 2;
            return Token.Type.COMMENT;
        }
        int depth = 1;
        while (at < text.length()) {
            if (follows("*/")) {
                at += 2;
                if (--depth == 0) {
                    return Token.Type.COMMENT;
                }
            } else if (follows("/*")) {
                at += 2;
                depth++;
            } else {
                at++;
            }
        }
        throw unclosed(start, "comment");
    }

    /** {@code $tag$ … $tag$}; anything else that begins with a dollar is a parameter or a symbol. */
    private Token.Type dollarQuoted() {
        int tagEnd = at + 1;
        while (tagEnd < text.length() && isTagPart(text.charAt(tagEnd), tagEnd == at + 1)) {
            tagEnd++;
        }
        if (tagEnd >= text.length() || text.charAt(tagEnd) != '$') {
            return symbol();
        }
        String tag = text.substring(at, tagEnd + 1);
        int end = text.indexOf(tag, tagEnd + 1);
        if (end < 0) {
            throw unclosed(at, "dollar-quoted string " + tag);
        }
        at = end + tag.length();
        return Token.Type.STRING;
    }

    private Token.Type psqlCommand() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
        return Token.Type.PSQL_COMMAND;
    }

    private boolean follows(String prefix) {
        return text.startsWith(prefix, at);
    }

    private PlumblineException unclosed(int start, String what) {
        return new PlumblineException(
                ErrorCode.SOURCE_NOT_LOADED,
                script.name() + ": the " + what + " that begins here is never closed.",
                "Close it; everything behind it is taken for a part of it.",
                script.position(start),
                null);
    }

    /** Both databases take Unicode blanks for letters, so only these separate tokens. */
    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\u000B';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWordStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
    }

    private static boolean isWordPart(char c) {
        return isWordStart(c) || isDigit(c) || c == '$';
    }

    private static boolean isTagPart(char c, boolean first) {
        return isWordStart(c) || (!first && isDigit(c));
    }
}
