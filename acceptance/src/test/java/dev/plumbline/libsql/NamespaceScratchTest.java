// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.libsql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.error.PlumblineException;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.ScratchDatabase;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of the scratch namespaces of runs that ended and of those that were killed. */
class NamespaceScratchTest {
    private final LibsqlServer server = LibsqlServer.start();
    private final DatabaseUrl database = server.fresh();

    @AfterEach
    void stop() {
        server.close();
    }

    private NamespaceScratch scratch() {
        return new NamespaceScratch(database, new LibsqlAdmin(URI.create(server.adminUrl()), Optional.empty()));
    }

    private boolean isThere(String namespace) {
        try (Connection connection = server.database(namespace).open()) {
            return connection.isValid(5);
        } catch (SQLException | PlumblineException e) {
            assertThat(e).hasMessageContaining("doesn't exist");
            return false;
        }
    }

    private List<String> register(String sql) throws SQLException {
        try (Connection connection = database.withDatabase(ScratchRegister.NAME).open();
                Statement statement = connection.createStatement()) {
            List<String> rows = new ArrayList<>();
            if (statement.execute(sql)) {
                try (ResultSet found = statement.getResultSet()) {
                    while (found.next()) {
                        rows.add(found.getString(1));
                    }
                }
            }
            return rows;
        }
    }

    /** As a run leaves it that was killed so long ago. */
    private void left(String namespace, String age) throws SQLException {
        server.create(namespace);
        register("INSERT INTO namespaces VALUES ('" + namespace + "', unixepoch('now', '" + age + "'))");
    }

    @Test
    void whatAKilledRunLeftIsRemovedAfterADayAndNothingElseIs() throws Exception {
        try (NamespaceScratch first = scratch()) {
            first.create().close();
        }
        String old = NamespaceScratch.PREFIX + UUID.randomUUID();
        String young = NamespaceScratch.PREFIX + UUID.randomUUID();
        String gone = NamespaceScratch.PREFIX + UUID.randomUUID();
        String foreign = "customers";
        left(old, "-25 hours");
        left(young, "-23 hours");
        left(foreign, "-25 hours");
        register("INSERT INTO namespaces VALUES ('" + gone + "', 0)");

        try (NamespaceScratch later = scratch();
                ScratchDatabase used = later.create()) {
            assertThat(used.connection().isValid(1)).isTrue();
            assertThat(isThere(old)).isFalse();
            assertThat(isThere(young)).isTrue();
            assertThat(isThere(foreign)).isTrue();
            assertThat(register("SELECT name FROM namespaces"))
                    .hasSize(3)
                    .contains(young, foreign)
                    .doesNotContain(old, gone);
        }
        assertThat(register("SELECT name FROM namespaces ORDER BY 1")).containsExactlyInAnyOrder(young, foreign);
    }
}
