// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import java.util.ArrayList;
import java.util.List;

/**
 * A CREATE INDEX statement as SQLite keeps it, taken apart.
 *
 * @param columns the tokens of each indexed column or expression in order
 * @param predicate the tokens behind WHERE, empty where there are none
 */
record IndexStatement(boolean unique, List<List<Token>> columns, List<Token> predicate) {

    static IndexStatement of(String sql) {
        List<Token> tokens = SqliteLexer.tokens(sql);
        boolean unique = tokens.get(1).is("unique");
        List<List<Token>> columns = new ArrayList<>();
        List<Token> column = new ArrayList<>();
        int at = 0;
        while (!tokens.get(at).isSymbol("(")) {
            at++;
        }
        int depth = 1;
        for (at++; at < tokens.size() && depth > 0; at++) {
            Token token = tokens.get(at);
            if (token.isSymbol("(")) {
                depth++;
            } else if (token.isSymbol(")")) {
                depth--;
            }
            if (depth == 0 || (depth == 1 && token.isSymbol(","))) {
                columns.add(column);
                column = new ArrayList<>();
            } else {
                column.add(token);
            }
        }
        // What follows the columns is nothing, or WHERE.
        List<Token> predicate = at < tokens.size() ? tokens.subList(at + 1, tokens.size()) : List.of();
        return new IndexStatement(unique, columns, predicate);
    }

    /** Returns the tokens of an indexed expression without ASC or DESC. */
    static List<Token> withoutOrder(List<Token> column) {
        Token last = column.get(column.size() - 1);
        return last.is("asc") || last.is("desc") ? column.subList(0, column.size() - 1) : column;
    }
}
