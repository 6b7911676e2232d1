// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mcp;

import dev.plumbline.acceptance.HeldRoles;
import dev.plumbline.source.DatabaseUrl;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;

/** The platform's roles, which are on a server as long as any platform of this JVM is. */
final class PlatformRoles {
    private static final List<String> ROLES = List.of("mcp_app", "mcp_security", "mcp_maintenance");

    private PlatformRoles() {}

    /** Runs what has no platform but may make scratch databases on the server, while the roles are there. */
    static <T> T during(String serverUrl, Callable<T> work) throws Exception {
        DatabaseUrl server = DatabaseUrl.parse(serverUrl);
        HeldRoles.take(server, ROLES);
        try {
            return work.call();
        } finally {
            HeldRoles.giveBack(server, ROLES);
        }
    }

    /** Holds the roles, and makes whoever connects a member, as the pack does. */
    static synchronized void take(DatabaseUrl server, Connection connection) throws SQLException, IOException {
        HeldRoles.take(server, ROLES);
        McpPack.run(connection, McpPack.ROLES);
    }

    static void giveBack(DatabaseUrl server) throws SQLException {
        HeldRoles.giveBack(server, ROLES);
    }
}
