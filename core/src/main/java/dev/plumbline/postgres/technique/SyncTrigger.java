// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.Trigger;
import dev.plumbline.postgres.change.Scaffold;
import dev.plumbline.postgres.sql.Sql;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A trigger that gives columns their values whenever a row is written. It is the last of those that fire before, so that
 * it sees what the others made of the row; it fires for what replication brings too; and it has the settings of a plan's
 * session, under which the rows that are there are converted.
 *
 * @param functionName the name of its function, without a schema
 * @param values by column, in terms of {@code NEW}
 */
record SyncTrigger(ObjectKey table, String functionName, String name, SortedMap<String, String> values) {
    /** Triggers fire in the order of their names, which is that of their bytes (PostgreSQL documentation, CREATE TRIGGER). */
    private static final String LAST = "~";

    /** What a function has to compute values under that are those of a plan's session. */
    static final String SETTINGS =
            " SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres'";

    private static final String ROW = "(SELECT NEW.*)";

    /** What PL/pgSQL has variables for in a trigger, beside those that begin with {@code tg_}. */
    private static final Set<String> VARIABLES = Set.of("found", "new", "old");

    /** The one that keeps a second column in step with the first. */
    SyncTrigger(TypeChange change, String beside) {
        this(
                change.table(),
                Scaffold.sync(change.to()),
                Scaffold.syncTrigger(change.to()),
                new TreeMap<>(Map.of(beside, value(change))));
    }

    private static String value(TypeChange change) {
        return change.isPlainCast()
                ? "NEW." + change.values()
                : change.successor()
                        .flatMap(EnumValues::ofNewRow)
                        .orElseGet(() -> ofRow(change.values(), change.table()));
    }

    /** Returns the value of an expression that names columns as a query over the table does. */
    static String ofRow(String expression, ObjectKey table) {
        return "(SELECT " + expression + " FROM " + ROW + " AS " + Sql.name(table.name()) + ")";
    }

    private ScaffoldTrigger whole() {
        String given = values.entrySet().stream()
                .map(value -> "NEW." + Sql.name(value.getKey()) + " := " + value.getValue() + "; ")
                .collect(Collectors.joining());
        return new ScaffoldTrigger(
                table,
                functionName,
                SETTINGS,
                directive() + "BEGIN " + given + "RETURN NEW; END",
                List.of(new ScaffoldTrigger.Firing(name, "BEFORE INSERT OR UPDATE", "ROW")));
    }

    /** A column may have the name of a variable: it is the column that is meant. */
    private String directive() {
        boolean ambiguous = values.values().stream()
                .filter(value -> value.startsWith("("))
                .flatMap(value -> ExpressionNames.of(value.replace(ROW, "")).words().stream())
                .anyMatch(word -> word.startsWith("tg_") || VARIABLES.contains(word));
        return ambiguous ? "\n#variable_conflict use_column\n" : "";
    }

    /** Returns what puts it up, over one of the same name that a stopped run has left. */
    List<String> create() {
        return whole().create();
    }

    List<String> drop() {
        return whole().drop();
    }

    /** Returns whether a trigger of the table would fire after it, and could change what it has seen. */
    static boolean isOutrun(ObjectKey table, Scene scene) {
        return scene.actual().children(table).stream()
                .flatMap(key -> scene.actual().find(key, Trigger.class).stream())
                .map(trigger -> trigger.key().name())
                .anyMatch(name -> name.compareTo(LAST) >= 0 && !Scaffold.computes(name));
    }
}
