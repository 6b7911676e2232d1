// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.catalog.Fingerprint;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.SessionControl;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepCost;
import dev.plumbline.plan.Timeouts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a session does when rows, other processes or the plan itself stand in the way. */
class SqliteSessionTest {
    private static final String CHILD = "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (p INT);";
    private static final String CHILD_WITH_KEY =
            "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (p INT REFERENCES p);";

    private final SqliteSessionControl session = new SqliteSessionControl();

    @Test
    void refusesRowsThatTheNewForeignKeyForbids() throws SQLException {
        try (Connection actual = SqliteRoundTrip.open(CHILD);
                Connection desired = SqliteRoundTrip.open(CHILD_WITH_KEY)) {
            SqliteRoundTrip.run(actual, "INSERT INTO c VALUES (1), (2)");
            Fingerprint before = SqliteRoundTrip.inspect(actual).fingerprint();
            List<Step> steps = plan(actual, desired);

            PlumblineException error = Objects.requireNonNull(
                    catchThrowableOfType(PlumblineException.class, () -> SqliteRoundTrip.execute(actual, steps)));

            assertThat(error.code()).isEqualTo(ErrorCode.STEP_FAILED);
            assertThat(error).hasMessageContaining("c → p: 2 rows");
            assertThat(SqliteRoundTrip.inspect(actual).fingerprint()).isEqualTo(before);
            assertThat(SqliteRoundTrip.texts(actual, "PRAGMA foreign_keys")).containsExactly("1");
        }
    }

    @Test
    void findsAForeignKeyHoweverItIsWritten() throws SQLException {
        try (Connection connection =
                SqliteRoundTrip.open("CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE \"the child\" (p INT);"
                        + "ALTER TABLE \"the child\" ADD COLUMN q INT ReFeReNcEs/**/p")) {
            session.begin(connection);
            SqliteRoundTrip.run(connection, "INSERT INTO \"the child\" (q) VALUES (7)");

            assertThatThrownBy(() -> session.commit(connection)).hasMessageContaining("the child → p: 1 row");
        }
    }

    @Test
    void letsBeWhatViolatedForeignKeysBefore() throws SQLException {
        try (Connection actual = DriverManager.getConnection("jdbc:sqlite::memory:");
                Connection desired = SqliteRoundTrip.open(CHILD_WITH_KEY + "CREATE TABLE fresh (x);")) {
            SqliteRoundTrip.run(actual, CHILD_WITH_KEY + "INSERT INTO c VALUES (1);");

            SqliteRoundTrip.execute(actual, plan(actual, desired));

            assertThat(SqliteRoundTrip.texts(actual, "SELECT p FROM c")).containsExactly("1");
            assertThat(SqliteRoundTrip.texts(actual, "PRAGMA foreign_keys")).containsExactly("0");
        }
    }

    @Test
    void aRebuildThatRowsStopLeavesEverythingAsItWas() throws SQLException {
        try (Connection actual = SqliteRoundTrip.open("CREATE TABLE t (a TEXT); CREATE INDEX i ON t (a);");
                Connection desired = SqliteRoundTrip.open(
                        "CREATE TABLE t (a TEXT NOT NULL ON CONFLICT IGNORE); CREATE INDEX i ON t (a);")) {
            SqliteRoundTrip.run(actual, "INSERT INTO t VALUES ('x'), (NULL)");
            Fingerprint before = SqliteRoundTrip.inspect(actual).fingerprint();
            List<Step> steps = plan(actual, desired);

            assertThat(steps)
                    .singleElement()
                    .satisfies(
                            step -> assertThat(step.hazards()).contains(Hazard.DATA_DEPENDENT, Hazard.BLOCKING_SCAN));
            assertThatThrownBy(() -> SqliteRoundTrip.execute(actual, steps)).isInstanceOf(SQLException.class);

            assertThat(SqliteRoundTrip.inspect(actual).fingerprint()).isEqualTo(before);
            assertThat(SqliteRoundTrip.texts(actual, "SELECT count(*) FROM t")).containsExactly("2");
            assertThat(SqliteRoundTrip.texts(actual, "PRAGMA legacy_alter_table"))
                    .containsExactly("0");
        }
    }

    @Test
    void seesWhichTablesAreWrittenAnewAndWhichAreRead() throws SQLException {
        try (Connection actual = SqliteRoundTrip.open("CREATE TABLE t (a TEXT); CREATE TABLE u (a INT);");
                Connection desired = SqliteRoundTrip.open(
                        "CREATE TABLE t (a INT); CREATE TABLE u (a INT); CREATE INDEX i ON u (a);")) {
            for (Step step : plan(actual, desired)) {
                session.begin(actual);
                SessionControl.CostObserver observer = session.observe(actual);
                for (String sql : step.statements()) {
                    SqliteRoundTrip.run(actual, sql);
                }
                StepCost cost = observer.finish();
                session.commit(actual);
                switch (step.object().kind()) {
                    case TABLE -> assertThat(cost).isEqualTo(new StepCost(List.of(), List.of("t"), List.of()));
                    default -> assertThat(cost).isEqualTo(new StepCost(List.of(), List.of(), List.of("u")));
                }
            }
        }
    }

    @Test
    void anotherProcessThatWritesIsALockConflict(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("app.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            SqliteRoundTrip.run(connection, "CREATE TABLE t (a)");
            Process other = holdWriteLock(file);
            try {
                session.prepare(connection);
                session.timeouts(connection, new Timeouts(Duration.ofMillis(50), Duration.ZERO));
                SQLException error = Objects.requireNonNull(
                        catchThrowableOfType(SQLException.class, () -> session.begin(connection)));
                assertThat(session.isLockConflict(error)).isTrue();
                assertThat(SqliteRoundTrip.inspect(connection).keys()).isNotEmpty();
            } finally {
                other.getOutputStream().close();
                other.waitFor();
            }
            session.begin(connection);
            session.commit(connection);
        }
    }

    private static Process holdWriteLock(Path file) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WriteLockHolder.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertThat(output.readLine()).isEqualTo("locked");
        return process;
    }

    private static List<Step> plan(Connection actual, Connection desired) throws SQLException {
        return SqliteRoundTrip.plan(
                GapFinder.between(SqliteRoundTrip.inspect(actual), SqliteRoundTrip.inspect(desired)));
    }
}
