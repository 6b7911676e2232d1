// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells transactions after which a row may refer to one that is not there, from those after which none can that did not before. These
 * are made of nothing but statements that write no row and turn no declaration into one by which more rows are judged:
 *
 * <ul>
 *   <li>{@code CREATE TABLE} with columns of its own. As a child it is empty. Rows that refer to a missing parent violate their foreign
 *       key before and after it came.
 *   <li>{@code CREATE INDEX}, where it is not unique, or is on a table that came in the same transaction. A unique one may be the key
 *       which a parent lacked ("foreign key mismatch": SQLite documentation, "Foreign Key Support", section 3), and from then on the
 *       rows of its children are judged.
 *   <li>{@code CREATE VIEW}, {@code CREATE TRIGGER}, {@code DROP INDEX}, {@code DROP TRIGGER}, none of which reads or fires anything. Not
 *       {@code DROP VIEW}: a view by the name of a parent is a mismatch too, and without it the parent is missing.
 *   <li>{@code ALTER TABLE … ADD COLUMN} that refers to nothing; no added column can be a key.
 * </ul>
 *
 * <p>Everything else may, and so may what is not known here: a text that is not understood, temporary and virtual tables, settings.
 */
final class ReferenceDanger {
    private static final Set<String> KEYS = Set.of("references", "foreign", "unique", "primary");

    /** The tables that are known to be empty, in lower case. */
    private final Set<String> made = new HashSet<>();

    private ReferenceDanger() {}

    /**
     * Returns whether it is in a transaction.
     *
     * @param statements all that may be run in it, in their order
     */
    static boolean isIn(List<String> statements) {
        ReferenceDanger danger = new ReferenceDanger();
        return !statements.stream().map(SqliteLexer::tokens).allMatch(danger::isNotIn);
    }

    private boolean isNotIn(List<Token> statement) {
        Words words = new Words(statement);
        if (words.atEnd()) {
            return true;
        }
        if (words.take("create")) {
            return creates(words);
        }
        if (words.take("drop")) {
            return (words.take("index") || words.take("trigger")) && words.isOne();
        }
        return words.take("alter") && words.take("table") && addsColumn(words);
    }

    private boolean creates(Words words) {
        if (words.take("table")) {
            return createsTable(words);
        }
        if (words.take("unique")) {
            return words.take("index") && words.isOne() && made.contains(indexed(words));
        }
        if (words.take("trigger")) {
            return words.endsWithBody();
        }
        return (words.take("index") || words.take("view")) && words.isOne();
    }

    private boolean createsTable(Words words) {
        boolean mayBeThere = words.takeIfNotExists();
        boolean plain = !words.isQualified();
        String name = words.takeName();
        // AS would stand there, and rows behind it.
        if (!words.isSymbol("(") || !words.isOne()) {
            return false;
        }
        if (plain && !mayBeThere) {
            made.add(name);
        }
        return true;
    }

    /** Returns the table of an index; empty where that is not to be seen. */
    private static String indexed(Words words) {
        words.takeIfNotExists();
        words.takeName();
        return words.take("on") ? words.takeName() : "";
    }

    private static boolean addsColumn(Words words) {
        words.takeName();
        return words.take("add") && words.isOne() && words.hasNone(KEYS);
    }

    /** Goes over the words of a statement. */
    private static final class Words {
        private final List<Token> tokens;
        private int at;

        Words(List<Token> statement) {
            int end = statement.size();
            while (end > 0 && statement.get(end - 1).isSymbol(";")) {
                end--;
            }
            this.tokens = statement.subList(0, end);
        }

        boolean atEnd() {
            return at >= tokens.size();
        }

        boolean take(String keyword) {
            boolean found = !atEnd() && tokens.get(at).is(keyword);
            if (found) {
                at++;
            }
            return found;
        }

        /** IF alone may be a name. */
        boolean takeIfNotExists() {
            boolean found = at + 2 < tokens.size()
                    && tokens.get(at).is("if")
                    && tokens.get(at + 1).is("not")
                    && tokens.get(at + 2).is("exists");
            if (found) {
                at += 3;
            }
            return found;
        }

        boolean isQualified() {
            return at + 1 < tokens.size() && tokens.get(at + 1).isSymbol(".");
        }

        /** Takes a name, with its schema where it has one; returns it in lower case without that, empty where there is none. */
        String takeName() {
            if (isQualified()) {
                at += 2;
            }
            if (atEnd() || !tokens.get(at).mayBeName()) {
                return "";
            }
            return SqliteNames.fold(tokens.get(at++).text());
        }

        boolean isSymbol(String symbol) {
            return !atEnd() && tokens.get(at).isSymbol(symbol);
        }

        /** Returns whether no other statement follows in the text. */
        boolean isOne() {
            return tokens.stream().noneMatch(token -> token.isSymbol(";"));
        }

        boolean hasNone(Set<String> words) {
            return tokens.subList(at, tokens.size()).stream()
                    .noneMatch(token -> words.contains(token.text().toLowerCase(Locale.ROOT)));
        }

        /** Returns whether the END of a trigger ends the text too. */
        boolean endsWithBody() {
            while (!atEnd() && !tokens.get(at).is("begin")) {
                at++;
            }
            int cases = 0;
            for (at++; !atEnd(); at++) {
                if (tokens.get(at).is("case")) {
                    cases++;
                } else if (tokens.get(at).is("end") && cases-- == 0) {
                    return at == tokens.size() - 1;
                }
            }
            return false;
        }
    }
}
