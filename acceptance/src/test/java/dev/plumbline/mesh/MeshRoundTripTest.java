// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ApplyOptions;
import dev.plumbline.PlanOptions;
import dev.plumbline.Plumbline;
import dev.plumbline.acceptance.Places;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.corpus.ClientTools;
import dev.plumbline.corpus.Dump;
import dev.plumbline.execute.Outcome;
import dev.plumbline.execute.RowSeeder;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import dev.plumbline.postgres.seed.PostgresRowSeeder;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.SchemaSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From each version of the platform to another, on a live database that its migrations have built and that has rows. */
class MeshRoundTripTest {
    /** Tables whose rows some step cannot take, whichever way it goes: a column without a value, another parent. */
    private static final List<String> ROWS_DO_NOT_FIT = List.of(
            "contexts",
            "embeddings",
            "webhook_configs",
            "task_delegations",
            "task_delegation_history",
            "task_state_transitions",
            "tasks",
            "workspace_activities",
            "agent_configs");

    @ParameterizedTest
    @CsvSource({
        "2-initial, 4-dynamic-tools",
        "4-dynamic-tools, 5-latest",
        "2-initial, 5-latest",
        "5-latest, 4-dynamic-tools",
        "4-dynamic-tools, 2-initial",
        "5-latest, 2-initial",
    })
    void aPlanIsProvenAndLeadsTheLiveDatabaseThere(String from, String to) throws Exception {
        try (MeshServer server = new MeshServer()) {
            ClientTools tools = tools(server);
            DatabaseUrl live = server.build("mesh_live", from);
            server.build("mesh_goal", to);
            Plumbline plumbline = server.plumbline();
            LoadedSchema actual = plumbline.load(new SchemaSource.LiveDatabase(live));
            LoadedSchema desired = server.load(to);
            SortedMap<ObjectKey, Long> rows = seed(live, actual);

            Plan plan = plumbline.plan(actual, desired, PlanOptions.DEFAULT);
            Proof proof = plan.proof().orElseThrow();
            assertThat(proof.problems()).isEmpty();
            assertThat(proof.reachesDesired()).isTrue();
            assertThat(proof.reverseReturns()).isTrue();
            assertThat(proof.keptRows()).isEqualTo(proof.seededRows()).isPositive();

            Outcome outcome = plumbline.apply(plan, live, ApplyOptions.DEFAULT.allowing(EnumSet.allOf(Hazard.class)));
            assertThat(outcome.reachedDesired()).isTrue();
            assertThat(plumbline
                            .gap(plumbline.load(new SchemaSource.LiveDatabase(live)), desired)
                            .changes())
                    .isEmpty();
            Dump is = Dump.of(tools.dump(server.url("mesh_live")));
            Dump should = Dump.of(tools.dump(server.url("mesh_goal")));
            assertThat(is).as(is.difference(should)).isEqualTo(should);
            rowsAreThere(live, desired, rows);
        }
    }

    private static ClientTools tools(MeshServer server) throws SQLException {
        int version = Integer.parseInt(MeshServer.query(
                        DatabaseUrl.parse(server.url()), "SELECT current_setting('server_version_num')::int / 10000")
                .get(0));
        Optional<ClientTools> tools = ClientTools.forServer(version, Places.root());
        Assumptions.assumeTrue(tools.isPresent(), () -> "no pg_dump " + version + " on this machine");
        return tools.orElseThrow();
    }

    private static SortedMap<ObjectKey, Long> seed(DatabaseUrl live, LoadedSchema actual) throws SQLException {
        PostgresRowSeeder seeder = new PostgresRowSeeder();
        try (Connection connection = live.open()) {
            seeder.seed(connection, actual.catalog());
            try (Statement statement = connection.createStatement()) {
                for (String table : ROWS_DO_NOT_FIT) {
                    statement.execute("TRUNCATE mcp." + table + " CASCADE");
                }
            }
            SortedMap<ObjectKey, Long> kept = new TreeMap<>();
            for (ObjectKey table : actual.catalog().keys()) {
                if (table.kind() == ObjectKind.TABLE) {
                    kept.put(table, seeder.count(connection, table));
                }
            }
            assertThat(kept.values()).anyMatch(count -> count > 0);
            return kept;
        }
    }

    private static void rowsAreThere(DatabaseUrl live, LoadedSchema desired, SortedMap<ObjectKey, Long> rows)
            throws SQLException {
        RowSeeder counter = new PostgresRowSeeder();
        try (Connection connection = live.open()) {
            for (ObjectKey table : rows.keySet()) {
                if (desired.catalog().contains(table)) {
                    assertThat(counter.count(connection, table)).as("%s", table).isEqualTo(rows.get(table));
                }
            }
        }
    }
}
