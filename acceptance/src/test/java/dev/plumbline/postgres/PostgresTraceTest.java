// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.PlanOptions;
import dev.plumbline.execute.SessionControl;
import dev.plumbline.plan.LockMode;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RelationLock;
import dev.plumbline.plan.RelationSize;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepCost;
import dev.plumbline.plan.TransactionMode;
import dev.plumbline.plan.WorkRate;
import dev.plumbline.postgres.introspect.PostgresMagnitudes;
import dev.plumbline.postgres.session.PostgresSessionControl;
import dev.plumbline.report.TextOptions;
import dev.plumbline.report.TextReport;
import dev.plumbline.source.DatabaseUrl;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a trace says where the lock matrix has no place for it: failures, strange names, sizes of live databases. */
@Timeout(60)
class PostgresTraceTest {
    private static final SessionControl SESSION = new PostgresSessionControl();

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(17);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aConcurrentBuildThatFailsIsNotHeldUpForever() throws SQLException {
        DatabaseUrl url = server.database("failing", "CREATE TABLE t (n integer); INSERT INTO t VALUES (1), (1)");
        String sql = "CREATE UNIQUE INDEX CONCURRENTLY t_n ON public.t (n)";
        try (Connection connection = url.open()) {
            SESSION.prepare(connection);
            try (SessionControl.CostObserver observer = SESSION.observeOutside(connection, sql, url::open)) {
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> MatrixTrace.execute(connection, sql))
                        .withMessageContaining("could not create unique index");
                assertThat(observer.finish().holds("public.t", LockMode.SHARE_UPDATE_EXCLUSIVE))
                        .isTrue();
            }
            assertThat(server.rows(
                            url,
                            "SELECT pid FROM pg_stat_activity WHERE datname = 'failing'"
                                    + " AND pid <> pg_backend_pid()"))
                    .hasSize(1);
        }
    }

    @Test
    void aNameThatNeedsQuotesIsWatchedAsAnyOther() throws SQLException {
        DatabaseUrl url = server.database(
                "quoted", "CREATE SCHEMA \"a.b\"; CREATE TABLE \"a.b\".\"The \"\"T\"\" LIMIT 0; --\" (n integer)");
        StepCost cost = outside(url, "CREATE INDEX CONCURRENTLY x ON \"a.b\".\"The \"\"T\"\" LIMIT 0; --\" (n)");
        assertThat(cost.locks())
                .containsExactly(new RelationLock("a.b.The \"T\" LIMIT 0; --", LockMode.SHARE_UPDATE_EXCLUSIVE));
        assertThat(cost.scans()).containsExactly("a.b.The \"T\" LIMIT 0; --");
        assertThat(cost.builds()).containsExactly("a.b.The \"T\" LIMIT 0; --");
        assertThat(cost.unseen()).isEmpty();
        try (Connection live = url.open()) {
            assertThat(new PostgresMagnitudes().sizes(live, new TreeSet<>(cost.scans())))
                    .extracting(RelationSize::relation, RelationSize::rows)
                    .containsExactly(tuple("a.b.The \"T\" LIMIT 0; --", Optional.empty()));
        }
    }

    @Test
    void whatCannotBeWatchedIsSaidRatherThanNothing() throws SQLException {
        DatabaseUrl url = server.database("blind", "CREATE TABLE t (n integer)");
        assertThat(outside(url, "DO 'BEGIN UPDATE public.t SET n = 1; COMMIT; END'")
                        .unseen())
                .contains("its locks are not seen, because which relations DO works on cannot be told from it");
        try (Connection connection = url.open()) {
            SESSION.prepare(connection);
            String sql = "VACUUM public.t";
            try (SessionControl.CostObserver observer = SESSION.observeOutside(
                    connection, sql, () -> server.url("no_such_database").open())) {
                MatrixTrace.execute(connection, sql);
                assertThat(observer.finish().unseen().orElseThrow()).contains("no second session can watch it");
            }
        }
    }

    @Test
    void aRenamedOrDroppedTableIsNamedAsItWasCalledBefore() throws SQLException {
        DatabaseUrl url = server.database("renamed", "CREATE TABLE t (n integer); CREATE TABLE u (n integer)");
        try (Connection connection = url.open()) {
            SESSION.prepare(connection);
            connection.setAutoCommit(false);
            SessionControl.CostObserver observer = SESSION.observe(connection);
            MatrixTrace.execute(connection, "ALTER TABLE public.t RENAME TO renamed");
            MatrixTrace.execute(connection, "DROP TABLE public.u");
            StepCost cost = observer.finish();
            connection.rollback();
            assertThat(cost.holds("public.t", LockMode.ACCESS_EXCLUSIVE)).isTrue();
            assertThat(cost.holds("public.u", LockMode.ACCESS_EXCLUSIVE)).isTrue();
        }
    }

    @Test
    void aPlanSaysHowLargeTheLiveTablesAreAndHowLongMuchWorkTakes() {
        DatabaseUrl live = server.database("large", """
                CREATE TABLE big (id integer, n integer, v text);
                INSERT INTO big SELECT g, g, repeat('x', 100) FROM generate_series(1, 700000) AS g;
                CREATE TABLE small (id integer, n integer);
                INSERT INTO small SELECT g, g FROM generate_series(1, 1000) AS g;
                CREATE TABLE unknown (id integer, n integer) WITH (autovacuum_enabled = off);
                ANALYZE big, small;
                """);
        Plan plan = server.plumbline().plan(server.live(live), server.declared("""
                        CREATE TABLE big (id integer, n bigint, v text);
                        CREATE INDEX big_id ON big (id);
                        CREATE TABLE small (id integer, n bigint);
                        CREATE TABLE unknown (id integer, n bigint);
                        """), PlanOptions.DEFAULT);
        assertThat(plan.proof().orElseThrow().problems()).isEmpty();
        Plan sized = server.plumbline().withSizes(plan, live);
        String text = new TextReport(TextOptions.PLAIN).of(sized);

        assertThat(text)
                .containsPattern(
                        "locks public.big ACCESS EXCLUSIVE \\(9\\d MB, [67]\\d\\d \\d\\d\\d rows\\) while rewriting"
                                + " it:\\s+blocks reads and\\s+writes for about [\\d.]+ to [\\d.]+ s")
                .containsPattern("locks public.small ACCESS EXCLUSIVE \\(\\d+ kB, 1 000 rows\\) while rewriting it:"
                        + "\\s+blocks reads and\\s+writes for a short time")
                .containsPattern("locks public.unknown ACCESS EXCLUSIVE \\([\\d.]+ kB, rows not known\\)")
                .containsPattern("locks public.big SHARE UPDATE EXCLUSIVE \\(9\\d MB");
        Step build = sized.steps().stream()
                .filter(step -> step.mode() == TransactionMode.OUTSIDE)
                .findFirst()
                .orElseThrow();
        StepCost cost = build.cost().orElseThrow();
        assertThat(cost.locks()).containsExactly(new RelationLock("public.big", LockMode.SHARE_UPDATE_EXCLUSIVE));
        assertThat(cost.scans()).containsExactly("public.big");
        assertThat(cost.takes()).isPresent();
        assertThat(server.scratchDatabases()).isEmpty();
    }

    @Test
    void theRatesAreMeasuredInAShortTimeAndLeaveNothing() throws SQLException {
        DatabaseUrl url = server.database("rates", "SELECT 1");
        try (Connection connection = url.open()) {
            new PostgresMagnitudes().measure(connection);
            long begin = System.nanoTime();
            WorkRate rate = new PostgresMagnitudes().measure(connection);
            assertThat((System.nanoTime() - begin) / 1_000_000).as("ms").isLessThan(5_000);
            assertThat(List.of(rate.scanned(), rate.rewritten(), rate.indexed()))
                    .allMatch(each -> each > 100_000);
        }
        assertThat(server.catalog(url).objects().stream().map(Object::toString))
                .noneMatch(object -> object.contains("plumbline_rate"));
    }

    @Test
    void onlyTheRelationsThatAreAskedForAreLookedAt() throws SQLException {
        DatabaseUrl url = server.database(
                "many",
                "DO $$ BEGIN FOR i IN 1..2000 LOOP EXECUTE 'CREATE TABLE t' || i"
                        + " || ' (n integer)'; END LOOP; END $$");
        try (Connection connection = url.open()) {
            assertThat(new PostgresMagnitudes().sizes(connection, Set.of("public.t7", "public.gone", "nodot")))
                    .extracting(RelationSize::relation)
                    .containsExactly("public.t7");
            assertThat(connection.getAutoCommit()).isTrue();
        }
    }

    private static StepCost outside(DatabaseUrl url, String sql) throws SQLException {
        try (Connection connection = url.open()) {
            SESSION.prepare(connection);
            try (SessionControl.CostObserver observer = SESSION.observeOutside(connection, sql, url::open)) {
                MatrixTrace.execute(connection, sql);
                return observer.finish();
            }
        }
    }
}
