// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.PlanOptions;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.source.DatabaseUrl;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However many columns of a table get NOT NULL, its rows are read once for it. */
class JointValidationTest {
    @ParameterizedTest
    @ValueSource(ints = {18, 14})
    void theTableIsReadOnce(int version) throws SQLException {
        try (TestServer server = TestServer.start(version)) {
            DatabaseUrl live = server.database("joint", "CREATE TABLE t (a int, b int, c int)");
            server.run(live, "INSERT INTO t VALUES (1, 1, 1)");
            Plan plan = server.plumbline()
                    .plan(
                            server.live(live),
                            server.declared("CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int NOT NULL)"),
                            PlanOptions.DEFAULT);
            assertThat(plan.proof().orElseThrow().problems()).isEmpty();
            List<String> statements = plan.steps().stream()
                    .map(Step::statements)
                    .flatMap(List::stream)
                    .toList();
            assertThat(statements)
                    .filteredOn(sql -> sql.contains(" VALIDATE CONSTRAINT "))
                    .hasSize(1);
            assertThat(scans(live, statements)).isEqualTo(1);
        }
    }

    /** Runs statements in one transaction and returns how often the table was read meanwhile. */
    private static long scans(DatabaseUrl live, List<String> statements) throws SQLException {
        try (Connection connection = live.open();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            try (ResultSet row = statement.executeQuery("SELECT pg_stat_get_xact_numscans('public.t'::regclass)")) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
