// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.DatabaseSetting;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.VirtualTable;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Verb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The settings that belong to the schema: read, and set. Two are numbers in the header of the file, which a transaction
 * takes back; how free pages are kept can only be changed by {@code VACUUM}, outside of transactions.
 */
final class Settings {
    private static final String AUTO_VACUUM = "auto_vacuum";
    private static final List<String> NAMES = List.of("application_id", AUTO_VACUUM, "user_version");
    private static final String NONE = "0";

    private Settings() {}

    /** Adds those that are set to the catalog. */
    static void read(Connection connection, Catalog.Builder catalog) throws SQLException {
        for (String name : NAMES) {
            String value = Long.toString(Queries.number(connection, "PRAGMA main." + name));
            if (!value.equals(NONE)) {
                catalog.add(new DatabaseSetting(ObjectKey.of(ObjectKind.SETTING, "main", name), value));
            }
        }
    }

    static String statement(DatabaseSetting setting) {
        return statement(setting, setting.value());
    }

    /** Returns the statement that gives the setting its first value again. */
    static String reset(DatabaseSetting setting) {
        return statement(setting, NONE);
    }

    private static String statement(DatabaseSetting setting, String value) {
        return "PRAGMA " + setting.key().name() + " = " + value;
    }

    /** Returns what leads from one value to the other. */
    static Action change(DatabaseSetting from, DatabaseSetting to, Catalog actual) {
        return action(Verb.ALTER, to, statement(to), actual)
                .because("it is " + from.value())
                .build();
    }

    static Action create(DatabaseSetting setting, Catalog actual) {
        return action(Verb.CREATE, setting, statement(setting), actual)
                .because("it is 0")
                .build();
    }

    /** The desired schema says nothing of it: only the way back of a plan that set it comes here. */
    static Action drop(DatabaseSetting setting, Catalog actual) {
        ObjectKey key = setting.key();
        return action(Verb.DROP, setting, reset(setting), actual)
                .because("it was not set")
                .releases(key)
                .build();
    }

    /** VACUUM may number rows anew that have no number of their own; full-text indexes go by these numbers. */
    private static Action.Builder action(Verb verb, DatabaseSetting setting, String statement, Catalog actual) {
        Action.Builder action = Action.of(verb, setting.key()).sql(statement);
        if (verb != Verb.DROP) {
            action.achieves(setting.key());
        }
        if (setting.key().name().equals(AUTO_VACUUM)) {
            action.sql("VACUUM")
                    .hazard(Hazard.BLOCKING_SCAN)
                    .outsideTransaction()
                    .takesLong();
            actual.objects(VirtualTable.class)
                    .forEach(table -> VirtualTableRebuild.fill(table, actual).forEach(action::sql));
        }
        return action;
    }
}
