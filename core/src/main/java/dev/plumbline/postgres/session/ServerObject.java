// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.session;

import dev.plumbline.migrate.ScriptRules.Aftermath;
import dev.plumbline.postgres.sql.WrittenName;
import dev.plumbline.script.ScriptStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** Databases, tablespaces and subscriptions: made and dropped outside transactions, and looked up by name. */
final class ServerObject {
    private static final Map<String, String> LOOK_UP = Map.of(
            "DATABASE", "SELECT 1 FROM pg_catalog.pg_database WHERE datname = ?",
            "TABLESPACE", "SELECT 1 FROM pg_catalog.pg_tablespace WHERE spcname = ?",
            "SUBSCRIPTION",
                    "SELECT 1 FROM pg_catalog.pg_subscription WHERE subname = ? AND subdbid = (SELECT oid"
                            + " FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())");

    private ServerObject() {}

    /** Finds out whether a CREATE or DROP of one was carried out. */
    static Aftermath settle(Connection connection, ScriptStatement statement) throws SQLException {
        String query = LOOK_UP.get(statement.word(1));
        if (query == null) {
            return Aftermath.UNKNOWN;
        }
        int at = statement.word(2).equals("IF") ? 4 : 2;
        String name = WrittenName.at(statement, at).last();
        try (PreparedStatement look = connection.prepareStatement(query)) {
            look.setString(1, name);
            try (ResultSet found = look.executeQuery()) {
                return found.next() == statement.word(0).equals("CREATE") ? Aftermath.DONE : Aftermath.NOT_DONE;
            }
        }
    }
}
