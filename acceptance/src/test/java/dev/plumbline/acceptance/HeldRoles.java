// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.acceptance;

import dev.plumbline.postgres.sql.Sql;
import dev.plumbline.source.DatabaseUrl;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Roles that several test classes need, which belong to a whole server: they are there as long as any class of this JVM holds them.
 * Classes run beside each other, and a role that nobody has rights by yet could be dropped under one that is about to give it some,
 * be it by a class or by a scratch database, which makes the roles that the server lacks and drops them when it goes. So whoever
 * makes scratch databases of such a schema holds its roles too.
 */
public final class HeldRoles {
    private static final String DEPENDENT_OBJECTS_STILL_EXIST = "2BP01";
    private static final Map<Role, HeldRoles> HELD = new HashMap<>();

    private record Role(DatabaseUrl server, String name) {}

    private final boolean made;
    private int holders;

    private HeldRoles(boolean made) {
        this.made = made;
    }

    /** Makes those that are not there, for one holder more. */
    public static synchronized void take(DatabaseUrl server, List<String> names) throws SQLException {
        for (String name : names) {
            Role role = new Role(server, name);
            HeldRoles held = HELD.get(role);
            if (held == null) {
                held = new HeldRoles(make(role));
                HELD.put(role, held);
            }
            held.holders++;
        }
    }

    private static boolean make(Role role) throws SQLException {
        try (Connection connection = role.server.open();
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("SELECT FROM pg_roles WHERE rolname = " + Sql.literal(role.name))) {
            boolean made = !found.next();
            if (made) {
                run(role, "CREATE ROLE ");
            }
            return made;
        }
    }

    /** Gives them back; with the last holder those go that were made here. */
    public static synchronized void giveBack(DatabaseUrl server, List<String> names) throws SQLException {
        for (String name : names) {
            Role role = new Role(server, name);
            HeldRoles held = HELD.get(role);
            if (held == null || --held.holders > 0) {
                continue;
            }
            HELD.remove(role);
            if (held.made) {
                drop(role);
            }
        }
    }

    private static void drop(Role role) throws SQLException {
        try {
            run(role, "DROP ROLE ");
        } catch (SQLException e) {
            // A database of another run on the same server may need it still.
            if (!DEPENDENT_OBJECTS_STILL_EXIST.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    private static void run(Role role, String command) throws SQLException {
        try (Connection connection = role.server.open();
                Statement statement = connection.createStatement()) {
            statement.execute(command + Sql.name(role.name));
        }
    }
}
