// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.Trigger;
import java.util.List;

/**
 * A trigger that gives a second column its value whenever a row is written. It is the last of those that fire before, so that
 * it sees what the others made of the row; it fires for what replication brings too; and it has the settings of a plan's
 * session, under which the rows that are there are converted.
 */
record SyncTrigger(TypeChange change, String beside) {
    /** Triggers fire in the order of their names, which is that of their bytes (PostgreSQL documentation, CREATE TRIGGER). */
    private static final String LAST = "~";

    private static final String QUOTE = "$plumbline$";

    private String function() {
        return Sql.name(change.table().schema()) + "." + Sql.name(Scaffold.sync(change.to()));
    }

    private String name() {
        return Scaffold.syncTrigger(change.to());
    }

    private String table() {
        return Sql.of(change.table());
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
                "CREATE OR REPLACE TRIGGER " + Sql.name(name()) + " BEFORE INSERT OR UPDATE ON " + table()
                        + " FOR EACH ROW EXECUTE FUNCTION " + function() + "()",
                "ALTER TABLE " + table() + " ENABLE ALWAYS TRIGGER " + Sql.name(name()));
    }

    private String body() {
        String text = "BEGIN NEW." + Sql.name(beside) + " := " + value() + "; RETURN NEW; END";
        return text.contains(QUOTE) ? Sql.literal(text) : QUOTE + text + QUOTE;
    }

    /** An expression names columns as a query over the table does. */
    private String value() {
        return change.isPlainCast()
                ? "NEW." + change.values()
                : "(SELECT " + change.values() + " FROM (SELECT NEW.*) AS "
                        + Sql.name(change.table().name()) + ")";
    }

    List<String> drop() {
        return List.of("DROP TRIGGER " + Sql.name(name()) + " ON " + table(), "DROP FUNCTION " + function() + "()");
    }

    /** Returns whether a trigger of the table would fire after it, and could change what it has seen. */
    static boolean isOutrun(ObjectKey table, Scene scene) {
        return scene.actual().children(table).stream()
                .flatMap(key -> scene.actual().find(key, Trigger.class).stream())
                .anyMatch(trigger -> trigger.key().name().compareTo(LAST) >= 0);
    }
}
