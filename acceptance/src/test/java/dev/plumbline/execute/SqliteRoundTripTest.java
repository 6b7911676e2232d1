// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.ApplyOptions;
import dev.plumbline.Engines;
import dev.plumbline.PlanOptions;
import dev.plumbline.Plumbline;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.SchemaSource;
import dev.plumbline.sqlite.SqliteScratchDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a SQLite file and declared SQL to a proven plan, applied. */
class SqliteRoundTripTest {
    private static final String ACTUAL = """
            CREATE TABLE schema_migrations (version uint64, dirty bool);
            INSERT INTO schema_migrations VALUES (1, 1);
            CREATE TABLE api_keys (id INTEGER PRIMARY KEY, type TEXT NOT NULL CHECK (type IN ('admin', 'reader')));
            INSERT INTO api_keys (type) VALUES ('admin'), ('reader'), ('admin');
            """;
    private static final String DESIRED = """
            CREATE TABLE api_keys (
                id INTEGER PRIMARY KEY,
                -- plumbline: renamed from type
                -- plumbline: using CASE key_type WHEN 'admin' THEN 'admin_key' WHEN 'reader' THEN 'read_key' ELSE key_type END
                -- plumbline: reverse using CASE key_type WHEN 'admin_key' THEN 'admin' WHEN 'read_key' THEN 'reader' ELSE key_type END
                key_type TEXT NOT NULL CHECK (key_type IN ('admin_key', 'read_key'))
            );
            CREATE TABLE tenants (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
            CREATE INDEX api_keys_type ON api_keys (key_type);
            """;

    @TempDir
    private Path folder;

    private DatabaseUrl url = DatabaseUrl.parse("sqlite:none.db");
    private final Plumbline plumbline = Plumbline.of(Engines.forId("sqlite"), new SqliteScratchDatabases());

    @BeforeEach
    void makeDatabase() throws SQLException {
        Path file = folder.resolve("live.db");
        url = DatabaseUrl.parse("sqlite:" + file);
        try (Connection connection = DriverManager.getConnection(url.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(ACTUAL);
        }
    }

    private LoadedSchema desired(String sql) throws IOException {
        Path file = Files.writeString(folder.resolve("schema.sql"), sql);
        return plumbline.load(new SchemaSource.SqlFiles(file));
    }

    private LoadedSchema live() {
        return plumbline.load(new SchemaSource.LiveDatabase(url));
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = url.open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    @Test
    void aRenameWithItsValuesIsPlannedProvenAndApplied() throws Exception {
        LoadedSchema desired = desired(DESIRED);
        Plan plan = plumbline.plan(live(), desired, PlanOptions.DEFAULT);
        assertThat(plan.proof().orElseThrow().problems()).isEmpty();
        assertThat(plan.proof().orElseThrow().reverseReturns()).isTrue();
        assertThat(plan.proof().orElseThrow().seededRows()).isPositive();

        Outcome outcome = plumbline.apply(plan, url, ApplyOptions.DEFAULT.allowing(Set.of(Hazard.REWRITE)));
        assertThat(outcome.reachedDesired()).isTrue();
        assertThat(query("SELECT group_concat(key_type, ',' ORDER BY id) FROM api_keys"))
                .isEqualTo("admin_key,read_key,admin_key");
        assertThat(query("SELECT dirty FROM schema_migrations")).isEqualTo("1");
        assertThat(plumbline.gap(live(), desired).changes()).isEmpty();

        Outcome again = plumbline.apply(plan, url, ApplyOptions.DEFAULT.allowing(Set.of(Hazard.REWRITE)));
        assertThat(again.stepsDone()).isZero();
        assertThat(again.stepsSkipped()).isEqualTo(plan.steps().size());
    }

    @Test
    void aColumnIsSplitAndMergedAgainAndOthersAreComputedFromTheRowAsItWas() throws Exception {
        try (Connection connection = url.open();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL, code TEXT)");
            statement.executeUpdate("INSERT INTO people VALUES (1, 'Ada Lovelace', 'ab;c'), (2, 'Grace Hopper', NULL)");
        }
        LoadedSchema desired = desired("""
                CREATE TABLE api_keys (id INTEGER PRIMARY KEY, type TEXT NOT NULL CHECK (type IN ('admin', 'reader')));
                -- plumbline: reverse column people.name using first || ' ' || people."last"
                CREATE TABLE people (id INTEGER PRIMARY KEY,
                    first TEXT NOT NULL, -- plumbline: using substr(name, 1, instr(name, ' ') - 1)
                    last TEXT NOT NULL DEFAULT '-', -- plumbline: using substr(name, instr(people.name, ' ') + 1)
                    -- plumbline: using upper(code)
                    -- plumbline: reverse using lower(code)
                    code TEXT CHECK (code = upper(code)),
                    rest TEXT -- plumbline: using substr(code, 3)
                );
                """);
        Plan plan = plumbline.plan(live(), desired, PlanOptions.DEFAULT);
        assertThat(plan.proof().orElseThrow().problems()).isEmpty();
        assertThat(plan.proof().orElseThrow().reverseReturns()).isTrue();
        assertThat(plan.hazards()).contains(Hazard.DATA_LOSS).doesNotContain(Hazard.IRREVERSIBLE);

        ApplyOptions allowed = ApplyOptions.DEFAULT.allowing(Set.of(Hazard.DATA_LOSS, Hazard.REWRITE));
        assertThat(plumbline.apply(plan, url, allowed).reachedDesired()).isTrue();
        String rows =
                "SELECT group_concat(first || '/' || last || '/' || coalesce(code || '/' || rest, '-')) FROM people";
        assertThat(query(rows)).isEqualTo("Ada/Lovelace/AB;C/;c,Grace/Hopper/-");

        plumbline.apply(plan.back(), url, new ApplyOptions(Set.of(Hazard.values()), 0, true));
        assertThat(query("SELECT group_concat(name || '/' || coalesce(code, '-')) FROM people"))
                .isEqualTo("Ada Lovelace/ab;c,Grace Hopper/-");
    }

    @Test
    void anotherDatabaseIsRefusedAndNotTouched() throws Exception {
        Plan plan = plumbline.plan(live(), desired(DESIRED), PlanOptions.DEFAULT);
        try (Connection connection = url.open();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE surprise (a)");
            statement.execute("ALTER TABLE api_keys ADD COLUMN surprise");
        }
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> plumbline.apply(plan, url, ApplyOptions.DEFAULT.allowing(Set.of(Hazard.REWRITE))))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.FINGERPRINT_CHANGED))
                .withMessageContaining("Since its start: table main.api_keys differs, table main.surprise is new.");
        assertThat(query("SELECT count(*) FROM pragma_table_info('api_keys') WHERE name = 'type'"))
                .isEqualTo("1");
    }

    @Test
    void whatLosesDataMustBeAllowedByName() throws Exception {
        Plan plan =
                plumbline.plan(live(), desired("CREATE TABLE tenants (id INTEGER PRIMARY KEY);"), PlanOptions.DEFAULT);
        assertThat(plan.proof().orElseThrow().problems()).isEmpty();
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> plumbline.apply(plan, url, ApplyOptions.DEFAULT))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.HAZARD_NOT_ALLOWED))
                .withMessageContaining("DATA_LOSS");
        assertThat(query("SELECT count(*) FROM api_keys")).isEqualTo("3");
        plumbline.apply(plan, url, ApplyOptions.DEFAULT.allowing(Set.of(Hazard.DATA_LOSS)));
        assertThat(query("SELECT count(*) FROM sqlite_schema WHERE name = 'api_keys'"))
                .isEqualTo("0");
    }

    @Test
    void anUnprovenPlanIsRefused() throws Exception {
        Plan plan = plumbline.plan(live(), desired(DESIRED), new PlanOptions(false, false));
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> plumbline.apply(plan, url, ApplyOptions.DEFAULT.allowing(Set.of(Hazard.REWRITE))))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_PROVEN));
    }

    @Test
    void rowsThatDoNotFitStopTheStepAndNothingIsLost() throws Exception {
        Plan plan = plumbline.plan(live(), desired(DESIRED), PlanOptions.DEFAULT);
        try (Connection connection = url.open();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA ignore_check_constraints = ON");
            statement.execute("INSERT INTO api_keys (type) VALUES ('ghost')");
        }
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> plumbline.apply(plan, url, ApplyOptions.DEFAULT.allowing(Set.of(Hazard.REWRITE))))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.STEP_FAILED));
        assertThat(query("SELECT count(*) FROM api_keys WHERE type = 'ghost'")).isEqualTo("1");
    }

    @Test
    void aLockOfAnotherSessionIsWaitedForAndThenGivenUp() throws Exception {
        Plan plan = plumbline.plan(live(), desired(DESIRED), PlanOptions.DEFAULT);
        try (Connection other = url.open();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertThatExceptionOfType(PlumblineException.class)
                    .isThrownBy(() -> plumbline.apply(plan, url, new ApplyOptions(Set.of(Hazard.REWRITE), 1, false)))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.LOCK_NOT_AVAILABLE));
            statement.execute("ROLLBACK");
        }
        assertThat(plumbline
                        .apply(plan, url, ApplyOptions.DEFAULT.allowing(Set.of(Hazard.REWRITE)))
                        .reachedDesired())
                .isTrue();
    }
}
