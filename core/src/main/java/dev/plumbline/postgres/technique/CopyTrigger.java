// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.postgres.change.Scaffold;
import dev.plumbline.postgres.sql.Sql;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Triggers that carry what is written to a table over to another one with the same columns, which stands beside it; of rows that
 * were copied and of rows that were not.
 *
 * <p>What is carried over is the row as it stands when the trigger fires, not the one that the statement left: another trigger may
 * have changed that since, and its own firing may be over already. So each row that was ever changed is right after its last
 * change, in whatever order triggers fire.
 *
 * <p>The function has the rights of whoever runs the plan: those who write to the table have none on the one beside it. Nobody
 * else may call it, or they could make it a trigger of a table of theirs.
 *
 * @param beside the other table
 * @param columns those that both have and that are not generated, in order
 * @param found the columns of a key of the first table
 * @param placed the columns of a key of the other one, whose key of partitions is among them
 */
record CopyTrigger(ObjectKey table, ObjectKey beside, List<Column> columns, List<String> found, List<String> placed) {

    /** Returns what puts them up, over those that a stopped run has left. */
    List<String> create() {
        List<String> sql = whole().create();
        sql.add(2, "REVOKE ALL ON FUNCTION " + whole().function() + " FROM PUBLIC");
        return sql;
    }

    List<String> drop() {
        return whole().drop();
    }

    private ScaffoldTrigger whole() {
        return new ScaffoldTrigger(
                table,
                Scaffold.copy(table),
                " SECURITY DEFINER SET search_path = '' SET row_security = off",
                body(),
                List.of(
                        new ScaffoldTrigger.Firing(
                                Scaffold.copyTrigger(table), "AFTER INSERT OR UPDATE OR DELETE", "ROW"),
                        new ScaffoldTrigger.Firing(Scaffold.emptyTrigger(table), "AFTER TRUNCATE", "STATEMENT")));
    }

    /** Returns the columns as a list for INSERT. */
    String names() {
        return Sql.names(columns.stream().map(column -> column.key().name()).toList());
    }

    /**
     * A transaction that sees the data as of its begin may not see a row that was copied since. It finds out by putting the row in:
     * then the server says that it must be tried again (40001), as it does wherever such a transaction meets a newer row. A foreign key
     * can fail only where nothing is in the way.
     */
    private String body() {
        String gone = "DELETE FROM " + Sql.of(beside) + " AS held WHERE " + matches("held", "OLD", placed);
        return """

                BEGIN
                    IF TG_OP = 'TRUNCATE' THEN
                        TRUNCATE %1$s;
                        RETURN NULL;
                    END IF;
                    IF TG_OP = 'DELETE' OR (TG_OP = 'UPDATE' AND (%2$s)) THEN
                        %3$s;
                        IF NOT FOUND AND pg_catalog.current_setting('transaction_isolation') IN ('repeatable read', 'serializable') THEN
                            BEGIN
                                INSERT INTO %1$s (%4$s) OVERRIDING SYSTEM VALUE SELECT %5$s ON CONFLICT DO NOTHING;
                                %3$s;
                            EXCEPTION WHEN foreign_key_violation THEN
                            END;
                        END IF;
                    END IF;
                    IF TG_OP <> 'DELETE' THEN
                        INSERT INTO %1$s (%4$s) OVERRIDING SYSTEM VALUE SELECT %6$s FROM %7$s AS held WHERE %8$s
                            ON CONFLICT (%9$s) DO %10$s;
                    END IF;
                    RETURN NULL;
                END
                """.formatted(
                        Sql.of(beside),
                        moves(),
                        gone,
                        names(),
                        all("OLD"),
                        all("held"),
                        Sql.of(table),
                        matches("held", "NEW", found),
                        Sql.names(placed),
                        change());
    }

    private String all(String row) {
        return columns.stream()
                .map(column -> row + "." + Sql.name(column.key().name()))
                .collect(Collectors.joining(", "));
    }

    private static String matches(String one, String other, List<String> names) {
        return each(names, name -> one + "." + name + " = " + other + "." + name, " AND ");
    }

    private static String each(Collection<String> names, Function<String, String> text, String between) {
        return names.stream().map(Sql::name).map(text).collect(Collectors.joining(between));
    }

    /** Where the row lies elsewhere afterwards, and what no UPDATE may set. */
    private String moves() {
        List<String> fixed = columns.stream()
                .filter(column ->
                        isFixed(column) || placed.contains(column.key().name()))
                .map(column -> column.key().name())
                .toList();
        return each(fixed, name -> "OLD." + name + " IS DISTINCT FROM NEW." + name, " OR ");
    }

    private static boolean isFixed(Column column) {
        return column.value() instanceof ColumnValue.Identity identity && identity.always();
    }

    private String change() {
        List<String> set = columns.stream()
                .filter(column -> !isFixed(column))
                .map(column -> column.key().name())
                .toList();
        return set.isEmpty() ? "NOTHING" : "UPDATE SET " + each(set, name -> name + " = EXCLUDED." + name, ", ");
    }
}
