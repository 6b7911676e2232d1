// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.execute.SessionControl;
import dev.plumbline.execute.SessionControl.CostObserver;
import dev.plumbline.execute.SessionControl.CostObservers;
import dev.plumbline.plan.StepCost;
import dev.plumbline.postgres.session.PostgresSessionControl;
import dev.plumbline.source.DatabaseUrl;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Observers that rely on what the one before has seen say of each statement what an observer says that reads everything for itself. */
class CarriedObserversTest {
    private static final SessionControl SESSION = new PostgresSessionControl();

    private static final String TABLES = """
            CREATE SCHEMA one;
            CREATE SCHEMA two;
            CREATE TABLE one.t (id integer PRIMARY KEY, n integer, v varchar(10), CHECK (n > 0));
            CREATE INDEX t_n ON one.t (n);
            CREATE INDEX t_v ON one.t (v);
            CREATE TABLE one.u (id integer PRIMARY KEY, t integer REFERENCES one.t);
            CREATE TABLE one.p (id integer) PARTITION BY RANGE (id);
            CREATE TABLE one.p1 PARTITION OF one.p FOR VALUES FROM (0) TO (10);
            CREATE MATERIALIZED VIEW one.m AS SELECT id FROM one.t;
            CREATE SEQUENCE one.s;
            """;

    /** A list is one transaction; what stands alone and must be outside is watched so. */
    private static final List<List<String>> WORK = List.of(
            List.of(
                    "ALTER TABLE one.t ADD COLUMN w integer",
                    "ALTER TABLE one.t ALTER COLUMN n TYPE bigint",
                    "ALTER TABLE one.t ALTER COLUMN v TYPE varchar(20)",
                    "CREATE TABLE one.new (id integer PRIMARY KEY, t integer)",
                    "CREATE INDEX new_t ON one.new (t)",
                    "ALTER TABLE one.u ADD CONSTRAINT u_id CHECK (id > 0) NOT VALID",
                    "ALTER TABLE one.u VALIDATE CONSTRAINT u_id",
                    "ALTER TABLE one.u VALIDATE CONSTRAINT u_id"),
            List.of("ALTER TABLE one.u ADD CONSTRAINT u_t CHECK (t > 0)", "SELECT count(*) FROM one.t"),
            List.of("CREATE INDEX CONCURRENTLY u_t ON one.u (t)"),
            List.of("REINDEX INDEX CONCURRENTLY one.t_n"),
            List.of("DROP INDEX one.t_v", "CREATE INDEX t_v ON one.t (v, id)"),
            List.of("ALTER TABLE one.t SET SCHEMA two", "CREATE INDEX t_w ON two.t (w)"),
            List.of("ALTER SCHEMA two RENAME TO three", "ALTER TABLE three.t ALTER COLUMN w TYPE text"),
            List.of(
                    "DO $$ BEGIN BEGIN CREATE INDEX t_both ON three.t (w, id); EXCEPTION WHEN others THEN RAISE; END; END $$"),
            List.of("DROP INDEX CONCURRENTLY three.t_w"),
            List.of("ALTER TABLE one.u RENAME TO v", "ALTER TABLE one.v ADD COLUMN q uuid DEFAULT gen_random_uuid()"),
            List.of("DROP TABLE one.new", "CREATE TABLE one.new (id text PRIMARY KEY)"),
            List.of("VACUUM FULL one.v"),
            List.of("REFRESH MATERIALIZED VIEW one.m"),
            List.of(
                    "CREATE TABLE one.p2 PARTITION OF one.p FOR VALUES FROM (10) TO (20)",
                    "CREATE INDEX p_id ON one.p (id)"),
            List.of("ALTER TABLE one.p DETACH PARTITION one.p1 CONCURRENTLY"),
            List.of("ALTER SEQUENCE one.s AS bigint INCREMENT 2", "CLUSTER three.t USING t_n", "TRUNCATE one.v"),
            List.of("DROP SCHEMA one CASCADE"));

    /** PostgreSQL 14 hands its counts of scans over by the clock: outside transactions no two observers need see the same there. */
    @ParameterizedTest(name = "PostgreSQL {0}")
    @ValueSource(ints = {15, 18})
    void theyAgree(int version) throws SQLException {
        try (TestServer server = TestServer.start(version)) {
            DatabaseUrl carried = server.database("carried", TABLES);
            DatabaseUrl fresh = server.database("fresh", TABLES);
            try (Connection one = carried.open();
                    Connection other = fresh.open();
                    CostObservers observers = SESSION.observers(one)) {
                SESSION.prepare(one);
                SESSION.prepare(other);
                for (List<String> together : WORK) {
                    Map<String, StepCost> seen = run(one, carried, together, observers);
                    Map<String, StepCost> expected = run(other, fresh, together, eachAnew(other));
                    assertThat(seen).as("%s", together).isEqualTo(expected);
                }
            }
        }
    }

    /** The session still has its count of a scan that nobody watched, when the statements begin. */
    @ParameterizedTest(name = "PostgreSQL {0}")
    @ValueSource(ints = {14, 15, 18})
    void whatWasScannedBeforeIsNoScanOfAStatement(int version) throws SQLException {
        try (TestServer server = TestServer.start(version)) {
            DatabaseUrl url = server.database("scanned", TABLES);
            try (Connection connection = url.open();
                    CostObservers observers = SESSION.observers(connection)) {
                SESSION.prepare(connection);
                MatrixTrace.execute(connection, "SELECT count(*) FROM one.u");
                Map<String, StepCost> first = run(
                        connection,
                        url,
                        List.of("ALTER TABLE one.t ADD COLUMN a integer", "ALTER TABLE one.u ADD COLUMN a integer"),
                        observers);
                Map<String, StepCost> then = run(
                        connection,
                        url,
                        List.of(
                                "ALTER TABLE one.u ADD CHECK (a > 0)",
                                "ALTER TABLE one.u ADD COLUMN b integer",
                                "ALTER TABLE one.u ADD CHECK (b > 0)"),
                        observers);
                assertThat(first.values())
                        .allSatisfy(cost -> assertThat(cost.scans()).isEmpty());
                assertThat(then.values().stream().map(StepCost::scans))
                        .containsExactlyInAnyOrder(List.of("one.u"), List.of(), List.of("one.u"));
            }
        }
    }

    @Test
    void whatWasRolledBackIsForgotten() throws SQLException {
        try (TestServer server = TestServer.start(18)) {
            DatabaseUrl url = server.database("rolled_back", TABLES);
            try (Connection connection = url.open();
                    CostObservers observers = SESSION.observers(connection)) {
                SESSION.prepare(connection);
                connection.setAutoCommit(false);
                String sql = "ALTER TABLE one.t ALTER COLUMN n TYPE bigint";
                StepCost first = watched(connection, url, sql, observers);
                connection.rollback();
                observers.forget();
                StepCost again = watched(connection, url, sql, observers);
                connection.rollback();
                assertThat(again).isEqualTo(first);
                assertThat(again.rewrites()).containsExactly("one.t");
            }
        }
    }

    /** Observers that know nothing of one another. */
    private static CostObservers eachAnew(Connection connection) {
        return new CostObservers() {
            @Override
            public CostObserver observe() throws SQLException {
                return SESSION.observe(connection);
            }

            @Override
            public CostObserver observeOutside(String sql, Supplier<Connection> further) throws SQLException {
                return SESSION.observeOutside(connection, sql, further);
            }
        };
    }

    private static Map<String, StepCost> run(
            Connection connection, DatabaseUrl url, List<String> together, CostObservers observers)
            throws SQLException {
        Map<String, StepCost> costs = new TreeMap<>();
        boolean outside = together.getFirst().matches("(VACUUM|.* CONCURRENTLY).*");
        connection.setAutoCommit(outside);
        for (String sql : together) {
            costs.merge(sql, watched(connection, url, sql, observers), StepCost::and);
        }
        if (!outside) {
            connection.commit();
            connection.setAutoCommit(true);
        }
        return costs;
    }

    private static StepCost watched(Connection connection, DatabaseUrl url, String sql, CostObservers observers)
            throws SQLException {
        try (CostObserver observer =
                connection.getAutoCommit() ? observers.observeOutside(sql, url::open) : observers.observe()) {
            MatrixTrace.execute(connection, sql);
            return observer.finish();
        }
    }
}
