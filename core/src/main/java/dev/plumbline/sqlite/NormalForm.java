// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The form in which SQLite's texts are compared: tokens with one way of spacing, words in lower case, names quoted only
 * where they must be. For comparing and reading, never for executing: what is executed is the text as it was written.
 *
 * <p>A double-quoted word that names nothing in the schema is taken for a string, as SQLite takes it; SQLite rewrites it
 * into one when it drops or renames a column.
 */
final class NormalForm {
    private final Set<String> names;
    private final NormalForm schema;

    /** Creates the form for a schema in which these names, folded, are in use. */
    NormalForm(Set<String> names) {
        this.names = Set.copyOf(names);
        this.schema = this;
    }

    private NormalForm(Set<String> names, NormalForm schema) {
        this.names = Set.copyOf(names);
        this.schema = schema;
    }

    /**
     * Returns the form for expressions that can name nothing but the columns of one table: its checks, its generated
     * columns and its indexes. What is a string there becomes a column when one of that name is added, and an index of
     * the string is wrong then.
     *
     * @param columns the table's name and those of its columns, folded
     */
    NormalForm within(Set<String> columns) {
        Set<String> own = new TreeSet<>(columns);
        own.addAll(Set.of("rowid", "oid", "_rowid_"));
        return new NormalForm(own, schema);
    }

    /** Returns the form for what can name anything in the schema. */
    NormalForm schema() {
        return schema;
    }

    /** Returns a text that SQLite gave, in normal form. */
    String of(String text) {
        return of(SqliteLexer.tokens(text));
    }

    /** Returns the tokens in normal form. */
    String of(List<Token> tokens) {
        StringBuilder out = new StringBuilder();
        Token before = null;
        for (Token token : tokens) {
            if (before != null && spaced(before, token)) {
                out.append(' ');
            }
            out.append(before != null && isNamed(before) && token.mayBeName() ? name(token) : text(token));
            before = token;
        }
        return out.toString();
    }

    /** What follows these words is a name, whether or not anything else has it. */
    private static boolean isNamed(Token before) {
        return before.is("constraint") || before.is("references") || before.is("collate");
    }

    /** Returns the token as the name that it is by its place. */
    static String name(Token token) {
        String folded = SqliteNames.fold(token.text());
        return SqliteNames.isPlain(folded) ? folded : SqliteNames.quote(folded);
    }

    private String text(Token token) {
        return switch (token.type()) {
            case WORD -> SqliteNames.fold(token.text());
            case NAME -> name(token);
            case DOUBLE_QUOTED ->
                names.contains(SqliteNames.fold(token.text())) ? name(token) : SqliteNames.literal(token.text());
            case STRING -> SqliteNames.literal(token.text());
            case LITERAL -> SqliteNames.fold(token.text());
            case SYMBOL ->
                switch (token.text()) {
                    case "==" -> "=";
                    case "<>" -> "!=";
                    default -> token.text();
                };
        };
    }

    private static boolean spaced(Token before, Token token) {
        if (before.isSymbol("(") || before.isSymbol(".")) {
            return false;
        }
        if (token.isSymbol(",") || token.isSymbol(")") || token.isSymbol(".") || token.isSymbol(";")) {
            return false;
        }
        if (token.isSymbol("(")) {
            return before.type() == Token.Type.SYMBOL
                    || (before.type() == Token.Type.WORD && SqliteNames.isReserved(before.text()));
        }
        return true;
    }
}
