// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.Trigger;
import java.util.List;
import java.util.Map;
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

    private static final String QUOTE = "$plumbline$";

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
        return "(SELECT " + expression + " FROM (SELECT NEW.*) AS " + Sql.name(table.name()) + ")";
    }

    private String function() {
        return Sql.name(table.schema()) + "." + Sql.name(functionName);
    }

    private String on() {
        return Sql.of(table);
    }

    /**
     * Returns what puts it up, over one of the same name that a stopped run has left. Where somebody else made a function of that
     * name before, replacing it would leave it theirs to change, and whoever writes to the table would run it.
     */
    List<String> create() {
        return List.of(
                "CREATE OR REPLACE FUNCTION " + function() + "() RETURNS trigger LANGUAGE plpgsql SET search_path = ''"
                        + " SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS " + body(),
                "ALTER FUNCTION " + function() + "() OWNER TO CURRENT_USER",
                "CREATE OR REPLACE TRIGGER " + Sql.name(name) + " BEFORE INSERT OR UPDATE ON " + on()
                        + " FOR EACH ROW EXECUTE FUNCTION " + function() + "()",
                "ALTER TABLE " + on() + " ENABLE ALWAYS TRIGGER " + Sql.name(name));
    }

    private String body() {
        String given = values.entrySet().stream()
                .map(value -> "NEW." + Sql.name(value.getKey()) + " := " + value.getValue() + "; ")
                .collect(Collectors.joining());
        String text = "BEGIN " + given + "RETURN NEW; END";
        return text.contains(QUOTE) ? Sql.literal(text) : QUOTE + text + QUOTE;
    }

    List<String> drop() {
        return List.of("DROP TRIGGER " + Sql.name(name) + " ON " + on(), "DROP FUNCTION " + function() + "()");
    }

    /** Returns whether a trigger of the table would fire after it, and could change what it has seen. */
    static boolean isOutrun(ObjectKey table, Scene scene) {
        return scene.actual().children(table).stream()
                .flatMap(key -> scene.actual().find(key, Trigger.class).stream())
                .map(trigger -> trigger.key().name())
                .anyMatch(name -> name.compareTo(LAST) >= 0 && !Scaffold.isOfValues(name));
    }
}
