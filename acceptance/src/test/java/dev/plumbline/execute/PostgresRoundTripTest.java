// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.ApplyOptions;
import dev.plumbline.Engines;
import dev.plumbline.PlanOptions;
import dev.plumbline.Plumbline;
import dev.plumbline.embedded.EmbeddedServer;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.postgres.ServerScratchDatabases;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.MigrationHistory;
import dev.plumbline.source.SchemaSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a PostgreSQL database and declared SQL to a proven plan, applied; scratch databases on the same server. */
class PostgresRoundTripTest {
    private static final String ACTUAL = """
            CREATE TABLE schema_migrations (version bigint PRIMARY KEY, dirty boolean NOT NULL);
            INSERT INTO schema_migrations VALUES (1, true);
            CREATE SCHEMA mcp;
            CREATE TABLE mcp.tenants (id uuid PRIMARY KEY, name text NOT NULL UNIQUE);
            CREATE TABLE mcp.api_keys (
                id bigserial PRIMARY KEY,
                tenant_id uuid NOT NULL REFERENCES mcp.tenants,
                type text NOT NULL CONSTRAINT api_keys_type_check CHECK (type IN ('admin', 'reader')));
            INSERT INTO mcp.tenants VALUES ('00000000-0000-4000-8000-000000000001', 'one');
            INSERT INTO mcp.api_keys (tenant_id, type)
                SELECT id, unnest(ARRAY['admin', 'reader', 'admin']) FROM mcp.tenants;
            """;
    private static final String DESIRED = """
            CREATE SCHEMA mcp;
            CREATE TABLE mcp.tenants (id uuid PRIMARY KEY, name text NOT NULL UNIQUE);
            CREATE TYPE mcp.level AS ENUM ('low', 'high');
            CREATE TABLE mcp.api_keys (
                id bigserial PRIMARY KEY,
                tenant_id uuid NOT NULL REFERENCES mcp.tenants,
                -- plumbline: renamed from type
                -- plumbline: using CASE key_type WHEN 'admin' THEN 'admin_key' WHEN 'reader' THEN 'read_key' ELSE key_type END
                -- plumbline: reverse using CASE key_type WHEN 'admin_key' THEN 'admin' WHEN 'read_key' THEN 'reader' ELSE key_type END
                key_type text NOT NULL CONSTRAINT api_keys_key_type_check CHECK (key_type IN ('admin_key', 'read_key')),
                level mcp.level
            );
            CREATE INDEX api_keys_tenant ON mcp.api_keys (tenant_id, key_type);
            CREATE TABLE mcp.events (at timestamptz NOT NULL, what text) PARTITION BY RANGE (at);
            CREATE TABLE mcp.events_2024 PARTITION OF mcp.events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
            ALTER TABLE mcp.tenants ENABLE ROW LEVEL SECURITY;
            CREATE POLICY reading ON mcp.tenants FOR SELECT TO plumbline_test_reader USING (true);
            """;
    private static final Set<Hazard> ALL = EnumSet.allOf(Hazard.class);

    @Nullable
    private static EmbeddedServer server;

    @TempDir
    private Path folder;

    private DatabaseUrl url = DatabaseUrl.parse("postgres://localhost/none");
    private ServerScratchDatabases scratch = new ServerScratchDatabases(url);
    private Plumbline plumbline = Plumbline.of(Engines.forId("postgres"), scratch);

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start(18);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void makeDatabase() throws SQLException {
        if (server == null) {
            throw new IllegalStateException("the server did not start");
        }
        try (Connection connection = DatabaseUrl.parse(server.url("postgres")).open();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS live WITH (FORCE)");
            statement.execute("CREATE DATABASE live");
        }
        url = DatabaseUrl.parse(server.url("live"));
        scratch = new ServerScratchDatabases(url);
        plumbline = Plumbline.of(Engines.forId("postgres"), scratch);
        execute(ACTUAL);
    }

    @AfterEach
    void nothingIsLeftBehind() throws SQLException {
        scratch.close();
        assertThat(query("SELECT count(*) FROM pg_database WHERE datname LIKE 'plumbline_scratch%'"))
                .isEqualTo("0");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = url.open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = url.open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    private LoadedSchema desired(String sql) throws IOException {
        return plumbline.load(new SchemaSource.SqlFiles(Files.writeString(folder.resolve("schema.sql"), sql)));
    }

    private LoadedSchema live() {
        return plumbline.load(new SchemaSource.LiveDatabase(url));
    }

    @Test
    void aGapIsClosedAndTheReverseIsProven() throws Exception {
        LoadedSchema actual = live();
        LoadedSchema desired = desired(DESIRED);
        try (Connection connection = url.open()) {
            assertThat(MigrationHistory.read(connection, actual.catalog()))
                    .singleElement()
                    .satisfies(found -> assertThat(found.state()).isEqualTo("version 1, dirty"));
        }
        Plan plan = plumbline.plan(actual, desired, PlanOptions.DEFAULT);
        assertThat(plan.proof().orElseThrow().problems()).isEmpty();
        assertThat(plan.proof().orElseThrow().unseeded()).isEmpty();
        assertThat(plan.proof().orElseThrow().reverseReturns()).isTrue();
        assertThat(plan.steps()).allSatisfy(step -> assertThat(step.cost()).isPresent());

        // A role that only the scratch had was removed with it: the live database needs it for real.
        execute("CREATE ROLE plumbline_test_reader");
        try {
            Outcome outcome = plumbline.apply(plan, url, ApplyOptions.DEFAULT.allowing(ALL));
            assertThat(outcome.reachedDesired()).isTrue();
            assertThat(query("SELECT string_agg(key_type, ',' ORDER BY id) FROM mcp.api_keys"))
                    .isEqualTo("admin_key,read_key,admin_key");
            assertThat(query("SELECT dirty FROM schema_migrations")).isEqualTo("t");
            assertThat(plumbline.gap(live(), desired).changes()).isEmpty();
        } finally {
            execute("DROP OWNED BY plumbline_test_reader; DROP ROLE plumbline_test_reader");
        }
    }

    @Test
    void aRunThatWasStoppedIsTakenUpAfterItsLastCommit() throws Exception {
        Plan plan = plumbline.plan(live(), desired(DESIRED), PlanOptions.DEFAULT);
        // Without the role the group that makes the policy fails, and what came before it is committed.
        PlumblineException stopped = null;
        try {
            plumbline.apply(plan, url, ApplyOptions.DEFAULT.allowing(ALL));
        } catch (PlumblineException e) {
            stopped = e;
        }
        assertThat(stopped).isNotNull();
        execute("CREATE ROLE plumbline_test_reader");
        try {
            Outcome outcome = plumbline.apply(plan, url, ApplyOptions.DEFAULT.allowing(ALL));
            assertThat(outcome.reachedDesired()).isTrue();
            assertThat(outcome.stepsDone() + outcome.stepsSkipped())
                    .isEqualTo(plan.steps().size());
        } finally {
            execute("DROP OWNED BY plumbline_test_reader; DROP ROLE plumbline_test_reader");
        }
    }

    @Test
    void whatACrashLeftIsSweptAndWhatIsInUseIsNot() throws Exception {
        String here = query("SELECT oid FROM pg_database WHERE datname = current_database()");
        execute("CREATE DATABASE plumbline_scratch_" + here + "_left");
        execute("CREATE DATABASE plumbline_scratch_notours");
        try (ServerScratchDatabases other = new ServerScratchDatabases(url)) {
            other.create();
            live();
            desired("CREATE TABLE t (a int)");
            assertThat(query("SELECT string_agg(datname, ',') FROM pg_database WHERE datname LIKE 'plumbline%left'"))
                    .isEqualTo("null");
            assertThat(query("SELECT count(*) FROM pg_database WHERE datname LIKE 'plumbline_scratch%'"))
                    .isEqualTo("2");
        } finally {
            execute("DROP DATABASE plumbline_scratch_notours");
        }
    }

    @Test
    void aRoleWithoutRightsIsToldTheWaysOut() throws Exception {
        execute("CREATE ROLE plumbline_weak LOGIN PASSWORD 'weak'");
        String text = url.display().replaceFirst("//.*@", "//plumbline_weak:weak@");
        try (ServerScratchDatabases weak = new ServerScratchDatabases(DatabaseUrl.parse(text))) {
            assertThatExceptionOfType(PlumblineException.class)
                    .isThrownBy(weak::create)
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_SCRATCH_DATABASE))
                    .satisfies(e -> assertThat(e.advice().orElseThrow()).contains("--scratch-url"));
        } finally {
            execute("DROP ROLE plumbline_weak");
        }
    }

    @Test
    void anErrorStandsWhereTheServerSaysInTheFile() {
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> desired("SELECT 1;\nCREATE TABLE t (\n  a nowhere.kind\n);"))
                .satisfies(
                        e -> assertThat(e.position().orElseThrow().location()).endsWith("schema.sql:3:5"))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_NOT_LOADED));
    }

    @Test
    void anExtensionThatIsNotThereIsNamedWithTheWayOut() {
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> desired("CREATE EXTENSION IF NOT EXISTS plumb_nowhere;"))
                .withMessageContaining("plumb_nowhere")
                .satisfies(e -> assertThat(e.advice().orElseThrow()).contains("--scratch-url"));
    }
}
