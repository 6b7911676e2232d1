// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mcp;

import dev.plumbline.source.DatabaseUrl;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The platform's roles, which belong to a whole server: they are there as long as any platform of this JVM is on it. Test classes
 * run beside each other, and a role that nobody has rights by yet could be dropped under one that is about to give it some.
 */
final class PlatformRoles {
    private static final List<String> ROLES = List.of("mcp_app", "mcp_security", "mcp_maintenance");
    private static final Map<DatabaseUrl, PlatformRoles> IN_USE = new HashMap<>();

    private final List<String> made = new ArrayList<>();
    private int users;

    private PlatformRoles() {}

    /** Makes those that are not there, for one user more. */
    static synchronized void take(DatabaseUrl server, Connection connection) throws SQLException, IOException {
        PlatformRoles roles = IN_USE.computeIfAbsent(server, url -> new PlatformRoles());
        if (roles.users == 0) {
            for (String role : ROLES) {
                if (Rows.of(connection, "SELECT FROM pg_roles WHERE rolname = ?", role)
                        .isEmpty()) {
                    roles.made.add(role);
                }
            }
            McpPack.run(connection, McpPack.ROLES);
        }
        roles.users++;
    }

    /** Gives them back; with the last user those go that were made here. */
    static synchronized void giveBack(DatabaseUrl server, Connection connection) throws SQLException {
        PlatformRoles roles = IN_USE.get(server);
        if (roles == null || --roles.users > 0) {
            return;
        }
        IN_USE.remove(server);
        for (String role : roles.made) {
            // A database of another run on the same server may need it still.
            String failure = Rows.failure(connection, "DROP ROLE " + role);
            if (!failure.equals("none") && !failure.equals("2BP01")) {
                throw new IllegalStateException("role " + role + " cannot be dropped: " + failure);
            }
        }
    }
}
