// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A CREATE TABLE statement as SQLite keeps it, taken apart at its commas.
 *
 * @param sql the statement
 * @param tokens all its tokens
 * @param columns the tokens of each column definition in order
 * @param constraints the tokens of each table constraint in order
 */
record TableStatement(String sql, List<Token> tokens, List<List<Token>> columns, List<List<Token>> constraints) {
    private static final int NAME = 2;
    private static final Set<String> TABLE_CONSTRAINTS = Set.of("constraint", "primary", "unique", "check", "foreign");

    /** Returns the statement taken apart. Its form is always {@code CREATE TABLE name (…) …}: SQLite writes it so. */
    static TableStatement of(String sql) {
        List<Token> tokens = SqliteLexer.tokens(sql);
        List<List<Token>> columns = new ArrayList<>();
        List<List<Token>> constraints = new ArrayList<>();
        List<Token> item = new ArrayList<>();
        int depth = 0;
        for (Token token : tokens.subList(Math.min(NAME + 1, tokens.size()), tokens.size())) {
            if (token.isSymbol("(") && depth++ == 0) {
                continue;
            }
            if (token.isSymbol(")") && --depth == 0) {
                break;
            }
            if (depth == 1 && (token.isSymbol(",") || beginsUnseparated(item, token, columns))) {
                keep(item, columns, constraints);
                item = new ArrayList<>();
            }
            if (depth > 1 || !token.isSymbol(",")) {
                item.add(token);
            }
        }
        keep(item, columns, constraints);
        return new TableStatement(sql, tokens, columns, constraints);
    }

    private static void keep(List<Token> item, List<List<Token>> columns, List<List<Token>> constraints) {
        if (!item.isEmpty()) {
            (beginsConstraint(item.get(0)) ? constraints : columns).add(item);
        }
    }

    private static boolean beginsConstraint(Token token) {
        return token.type() == Token.Type.WORD && TABLE_CONSTRAINTS.contains(SqliteNames.fold(token.text()));
    }

    /** SQLite lets table constraints follow each other without a comma. */
    private static boolean beginsUnseparated(List<Token> item, Token token, List<List<Token>> columns) {
        if (columns.isEmpty() || item.isEmpty() || !beginsConstraint(item.get(0)) || !beginsConstraint(token)) {
            return false;
        }
        boolean named = item.get(0).is("constraint") && item.size() == 2;
        boolean name = item.get(item.size() - 1).is("constraint");
        return !named && !name;
    }

    /** Returns the name of the table as it was written, without quotes. */
    String name() {
        return tokens.get(NAME).text();
    }

    /** Returns whether a keyword stands in a column definition or in a constraint. */
    boolean has(String keyword) {
        return Stream.concat(columns.stream(), constraints.stream())
                .flatMap(List::stream)
                .anyMatch(token -> token.is(keyword));
    }

    /** Returns whether a keyword stands among the options after the columns. */
    boolean hasOption(String keyword) {
        for (int i = tokens.size() - 1; i > NAME && !tokens.get(i).isSymbol(")"); i--) {
            if (tokens.get(i).is(keyword)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the text of some of its tokens as it was written. */
    String text(List<Token> part) {
        return sql.substring(part.get(0).start(), part.get(part.size() - 1).end());
    }

    /**
     * Returns the statement for a table of another name. Where a check names its own table before a column, the
     * qualifier is left out: it would be wrong under the other name and means nothing.
     */
    String renamed(String other) {
        StringBuilder out = new StringBuilder("CREATE TABLE ").append(SqliteNames.quote(other));
        int copied = tokens.get(NAME).end();
        for (int i = NAME + 1; i < tokens.size(); i++) {
            if (isOwnQualifier(tokens, i)) {
                out.append(sql, copied, tokens.get(i).start());
                copied = tokens.get(i + 1).end();
            }
        }
        return out.append(sql, copied, sql.length()).toString();
    }

    /** Returns the tokens without the table's own name before a column. */
    List<Token> unqualified(List<Token> part) {
        List<Token> kept = new ArrayList<>();
        for (int i = 0; i < part.size(); i++) {
            if (isOwnQualifier(part, i)) {
                i++;
            } else {
                kept.add(part.get(i));
            }
        }
        return kept;
    }

    private boolean isOwnQualifier(List<Token> part, int i) {
        return i + 1 < part.size()
                && part.get(i + 1).isSymbol(".")
                && part.get(i).mayBeName()
                && SqliteNames.fold(part.get(i).text()).equals(SqliteNames.fold(name()));
    }
}
