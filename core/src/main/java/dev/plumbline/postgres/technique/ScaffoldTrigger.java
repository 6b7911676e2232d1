// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.List;

/**
 * A trigger function that stands for a while, with what fires it. It fires for what replication brings too.
 *
 * @param table the table whose writes fire it
 * @param functionName the name of its function, without a schema
 * @param settings what stands between the language of the function and its text
 * @param body the text of the function
 * @param firings what fires it
 */
record ScaffoldTrigger(ObjectKey table, String functionName, String settings, String body, List<Firing> firings) {
    /**
     * A trigger.
     *
     * @param events such as {@code AFTER TRUNCATE}
     * @param each {@code ROW} or {@code STATEMENT}
     */
    record Firing(String name, String events, String each) {}

    String function() {
        return Sql.name(table.schema()) + "." + Sql.name(functionName) + "()";
    }

    /**
     * Returns what puts it up, over one of the same name that a stopped run has left. Where somebody else made a function of that
     * name before, replacing it would leave it theirs to change, and whoever writes to the table would run it.
     */
    List<String> create() {
        List<String> sql = new ArrayList<>();
        sql.add("CREATE OR REPLACE FUNCTION " + function() + " RETURNS trigger LANGUAGE plpgsql" + settings + " AS "
                + Sql.body(body));
        sql.add("ALTER FUNCTION " + function() + " OWNER TO CURRENT_USER");
        for (Firing firing : firings) {
            sql.add("CREATE OR REPLACE TRIGGER " + Sql.name(firing.name()) + " " + firing.events() + " ON "
                    + Sql.of(table) + " FOR EACH " + firing.each() + " EXECUTE FUNCTION " + function());
            sql.add("ALTER TABLE " + Sql.of(table) + " ENABLE ALWAYS TRIGGER " + Sql.name(firing.name()));
        }
        return sql;
    }

    List<String> drop() {
        List<String> sql = new ArrayList<>();
        firings.forEach(firing -> sql.add("DROP TRIGGER " + Sql.name(firing.name()) + " ON " + Sql.of(table)));
        sql.add("DROP FUNCTION " + function());
        return sql;
    }
}
