// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.catalog.SqliteColumn;
import dev.plumbline.catalog.SqliteTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Changes of constraints that SQLite 3.53 and later make in place: NOT NULL set and dropped, named CHECKs dropped, CHECKs
 * of the table added (SQLite documentation, "ALTER TABLE"). SQLite reads the rows once, and refuses when one does not
 * satisfy what is added, as a copy would; nothing is written but the declaration.
 *
 * @param drops the statements that take constraints away, which come before columns are added
 * @param adds the statements that put constraints there, which come after
 */
record ConstraintAlterations(List<String> drops, List<String> adds) {
    private static final int SINCE_MINOR = 53;
    private static final String NOT_NULL = "not null";

    private record Constraint(String normal, List<Token> tokens) {}

    /** What one place has no longer, in normal form, and what it has now. */
    private record Difference(List<String> gone, List<Constraint> come) {}

    /** Returns whether this version of SQLite, such as {@code 3.53.0}, has these forms of ALTER TABLE. */
    static boolean isKnownTo(String version) {
        String[] numbers = version.split("\\.", -1);
        try {
            return numbers.length > 1
                    && (Integer.parseInt(numbers[0]) > 3
                            || (numbers[0].equals("3") && Integer.parseInt(numbers[1]) >= SINCE_MINOR));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /**
     * Returns the statements that turn the constraints of one table into those of the other; nothing where something
     * else differs, or a constraint that only a copy of the table can change.
     *
     * @param altered the columns that both have in different form, as they are now and as desired
     * @param names the names in use on both sides, folded
     */
    static Optional<ConstraintAlterations> of(
            SqliteTable before, SqliteTable after, Map<SqliteColumn, SqliteColumn> altered, Set<String> names) {
        NormalForm form = new NormalForm(names);
        ConstraintAlterations found = new ConstraintAlterations(new ArrayList<>(), new ArrayList<>());
        boolean sameOptions = before.strict() == after.strict()
                && before.withoutRowid() == after.withoutRowid()
                && before.autoincrement() == after.autoincrement();
        boolean all = sameOptions && found.ofTable(before, after, form);
        for (Map.Entry<SqliteColumn, SqliteColumn> column : altered.entrySet()) {
            all = all && found.ofColumn(before, column.getKey(), column.getValue(), form);
        }
        return all && !(found.drops.isEmpty() && found.adds.isEmpty()) ? Optional.of(found) : Optional.empty();
    }

    private boolean ofTable(SqliteTable before, SqliteTable after, NormalForm form) {
        TableStatement was = TableStatement.of(before.statement());
        TableStatement is = TableStatement.of(after.statement());
        Difference difference =
                difference(unqualified(was, was.constraints()), unqualified(is, is.constraints()), form);
        for (String gone : difference.gone()) {
            if (!dropNamedCheck(before, was, gone)) {
                return false;
            }
        }
        for (Constraint come : difference.come()) {
            int beginning = come.tokens().get(0).is("constraint") ? 2 : 0;
            if (!come.tokens().get(beginning).is("check")
                    || (beginning > 0 && !isAlone(is, come.tokens().get(1)))) {
                return false;
            }
            adds.add(alter(before) + "ADD " + is.text(come.tokens()));
        }
        return true;
    }

    private static List<List<Token>> unqualified(TableStatement statement, List<List<Token>> parts) {
        return parts.stream().map(statement::unqualified).toList();
    }

    private boolean ofColumn(SqliteTable table, SqliteColumn before, SqliteColumn after, NormalForm form) {
        TableStatement statement = TableStatement.of(table.statement());
        List<List<Token>> was = ColumnDefinition.parts(tokens(before));
        List<List<Token>> is = ColumnDefinition.parts(tokens(after));
        if (before.primaryKeyPosition() > 0
                || after.primaryKeyPosition() > 0
                || !form.of(was.get(0)).equals(form.of(is.get(0)))) {
            return false;
        }
        Difference difference = difference(was.subList(1, was.size()), is.subList(1, is.size()), form);
        if (difference.gone().isEmpty() && difference.come().isEmpty()) {
            return false;
        }
        String column = alter(table) + "ALTER COLUMN " + SqliteNames.quote(before.name());
        boolean hadOne = was.stream().filter(ConstraintAlterations::isNotNull).count() == 1;
        for (String gone : difference.gone()) {
            if (gone.matches("(constraint .* )?not null( on conflict \\w+)?") && hadOne) {
                drops.add(column + " DROP NOT NULL");
            } else if (!dropNamedCheck(table, statement, gone)) {
                return false;
            }
        }
        for (Constraint come : difference.come()) {
            if (!come.normal().startsWith(NOT_NULL)) {
                return false;
            }
            adds.add(column + " SET NOT NULL"
                    + come.normal().substring(NOT_NULL.length()).toUpperCase(Locale.ROOT));
        }
        return true;
    }

    private static List<Token> tokens(SqliteColumn column) {
        List<Token> tokens = SqliteLexer.tokens(column.declaration());
        return tokens.subList(1, tokens.size());
    }

    private static boolean isNotNull(List<Token> part) {
        return !part.isEmpty()
                && part.get(part.get(0).is("constraint") && part.size() > 2 ? 2 : 0)
                        .is("not");
    }

    /** Of two constraints of one name the first would be dropped, and none can be added. */
    private boolean dropNamedCheck(SqliteTable table, TableStatement statement, String normal) {
        List<Token> tokens = SqliteLexer.tokens(normal);
        if (tokens.size() < 3
                || !tokens.get(0).is("constraint")
                || !tokens.get(2).is("check")) {
            return false;
        }
        drops.add(alter(table) + "DROP CONSTRAINT "
                + SqliteNames.quote(tokens.get(1).text()));
        return isAlone(statement, tokens.get(1));
    }

    private static boolean isAlone(TableStatement statement, Token constraint) {
        String name = SqliteNames.fold(constraint.text());
        List<Token> all = statement.tokens();
        int bearers = 0;
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i - 1).is("constraint")
                    && SqliteNames.fold(all.get(i).text()).equals(name)) {
                bearers++;
            }
        }
        return bearers == 1;
    }

    private static String alter(SqliteTable table) {
        return "ALTER TABLE " + SqliteNames.quote(table.name()) + " ";
    }

    private static Difference difference(List<List<Token>> before, List<List<Token>> after, NormalForm form) {
        List<String> gone = new ArrayList<>();
        before.forEach(part -> gone.add(ColumnDefinition.constraint(part, form)));
        List<Constraint> come = new ArrayList<>();
        for (List<Token> part : after) {
            String normal = ColumnDefinition.constraint(part, form);
            if (!gone.remove(normal)) {
                come.add(new Constraint(normal, part));
            }
        }
        // It says what holds anyway.
        gone.removeIf("null"::equals);
        come.removeIf(constraint -> constraint.normal().equals("null"));
        return new Difference(gone, come);
    }
}
