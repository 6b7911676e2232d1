// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a statement that SQLite accepted into tokens; white space and comments are left out. The rules are those of
 * SQLite's own tokenizer ({@code tokenize.c}).
 */
final class SqliteLexer {
    private static final List<String> OPERATORS = List.of("->>", "||", "->", "<<", ">>", "<=", ">=", "<>", "==", "!=");

    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private SqliteLexer(String sql) {
        this.sql = sql;
    }

    /** Returns the tokens of a statement in order. */
    static List<Token> tokens(String sql) {
        SqliteLexer lexer = new SqliteLexer(sql);
        while (lexer.at < sql.length()) {
            lexer.next();
        }
        return lexer.tokens;
    }

    private void next() {
        char c = sql.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (sql.startsWith("--", at)) {
            skipTo(sql.indexOf('\n', at), 1);
        } else if (sql.startsWith("/*", at)) {
            skipTo(sql.indexOf("*/", at + 2), 2);
        } else if (c == '\'') {
            quoted(Token.Type.STRING, '\'');
        } else if (c == '"') {
            quoted(Token.Type.DOUBLE_QUOTED, '"');
        } else if (c == '`') {
            quoted(Token.Type.NAME, '`');
        } else if (c == '[') {
            int close = sql.indexOf(']', at);
            int end = close < 0 ? sql.length() : close + 1;
            add(Token.Type.NAME, sql.substring(at + 1, close < 0 ? end : close), end);
        } else if ((c == 'x' || c == 'X') && at + 1 < sql.length() && sql.charAt(at + 1) == '\'') {
            int close = sql.indexOf('\'', at + 2);
            literal(close < 0 ? sql.length() : close + 1);
        } else if (isDigit(at) || (c == '.' && isDigit(at + 1))) {
            number();
        } else if (startsWord(c)) {
            word();
        } else {
            symbol();
        }
    }

    private void skipTo(int found, int length) {
        at = found < 0 ? sql.length() : found + length;
    }

    private void quoted(Token.Type type, char quote) {
        StringBuilder text = new StringBuilder();
        int end = at + 1;
        while (end < sql.length()) {
            char c = sql.charAt(end);
            if (c == quote) {
                if (end + 1 >= sql.length() || sql.charAt(end + 1) != quote) {
                    break;
                }
                end++;
            }
            text.append(c);
            end++;
        }
        add(type, text.toString(), Math.min(end + 1, sql.length()));
    }

    private void number() {
        int end = at;
        while (end < sql.length()) {
            char c = sql.charAt(end);
            boolean exponentSign = (c == '+' || c == '-')
                    && (sql.charAt(end - 1) == 'e' || sql.charAt(end - 1) == 'E')
                    && !sql.regionMatches(true, at, "0x", 0, 2);
            if (!Character.isLetterOrDigit(c) && c != '.' && c != '_' && !exponentSign) {
                break;
            }
            end++;
        }
        literal(end);
    }

    private void word() {
        int end = at;
        while (end < sql.length() && (startsWord(sql.charAt(end)) || isDigit(end) || sql.charAt(end) == '$')) {
            end++;
        }
        add(Token.Type.WORD, sql.substring(at, end), end);
    }

    private void symbol() {
        String symbol = OPERATORS.stream()
                .filter(operator -> sql.startsWith(operator, at))
                .findFirst()
                .orElseGet(() -> sql.substring(at, at + 1));
        add(Token.Type.SYMBOL, symbol, at + symbol.length());
    }

    private void literal(int end) {
        add(Token.Type.LITERAL, sql.substring(at, end), end);
    }

    private void add(Token.Type type, String text, int end) {
        tokens.add(new Token(type, text, at, end));
        at = end;
    }

    private boolean isDigit(int index) {
        return index < sql.length() && sql.charAt(index) >= '0' && sql.charAt(index) <= '9';
    }

    private static boolean startsWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
    }
}
