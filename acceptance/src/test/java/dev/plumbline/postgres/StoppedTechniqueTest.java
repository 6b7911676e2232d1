// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.ApplyOptions;
import dev.plumbline.PlanOptions;
import dev.plumbline.execute.Outcome;
import dev.plumbline.plan.Checkpoint;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.LoadedSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run that stops after one of its commits, in the middle of every technique, and of which no plan was kept: a plan made anew
 * from where the database stands leads on, is proven, loses nothing, and leaves nothing of what was put up for a while. That
 * the same plan goes on is shown by {@link PostgresInterruptionTest}.
 */
class StoppedTechniqueTest {
    private static final String CLEAR = "DROP TABLE IF EXISTS t, p, p_3, q, q_2, k, l CASCADE;"
            + " DROP FUNCTION IF EXISTS f(int), f_plumbline_old(int);";
    private static final String ACTUAL = """
            CREATE TABLE t (id int NOT NULL, a text, b text, c int, CONSTRAINT t_pkey PRIMARY KEY (id));
            CREATE INDEX t_c ON t (c);
            INSERT INTO t SELECT i, 'a' || i, 'b' || i, i FROM generate_series(1, 100) i;
            CREATE TABLE p (id int, n int) PARTITION BY RANGE (id);
            CREATE TABLE p_1 PARTITION OF p FOR VALUES FROM (0) TO (10);
            CREATE TABLE p_2 PARTITION OF p DEFAULT;
            CREATE TABLE p_3 (id int, n int);
            CREATE TABLE q (id int, n int) PARTITION BY LIST (id);
            CREATE TABLE q_1 PARTITION OF q FOR VALUES IN (1);
            CREATE TABLE q_2 PARTITION OF q FOR VALUES IN (2);
            CREATE TABLE q_3 PARTITION OF q FOR VALUES IN (3, 4);
            CREATE TABLE l (id int NOT NULL) PARTITION BY RANGE (id);
            CREATE TABLE l_1 PARTITION OF l FOR VALUES FROM (0) TO (10) PARTITION BY RANGE (id);
            CREATE TABLE l_1_1 PARTITION OF l_1 DEFAULT;
            CREATE TABLE l_2 PARTITION OF l DEFAULT;
            ALTER TABLE ONLY l ADD CONSTRAINT l_key UNIQUE (id);
            INSERT INTO q VALUES (1, 1), (2, 2);
            INSERT INTO p VALUES (1, 1), (11, 2);
            INSERT INTO p_3 VALUES (21, 3);
            CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT a';
            """;
    private static final String DESIRED = """
            CREATE TABLE t (id int NOT NULL, a text NOT NULL DEFAULT 'a', b text CONSTRAINT t_b UNIQUE, c int,
                CONSTRAINT t_pkey PRIMARY KEY (id, a));
            CREATE INDEX t_c ON t (c, a);
            CREATE TABLE p (id int, n int) PARTITION BY RANGE (id);
            CREATE TABLE p_1 PARTITION OF p FOR VALUES FROM (0) TO (10);
            CREATE TABLE p_2 PARTITION OF p DEFAULT;
            CREATE TABLE p_3 PARTITION OF p FOR VALUES FROM (20) TO (30);
            CREATE INDEX p_n ON p (n);
            CREATE TABLE q (id int, n int) PARTITION BY LIST (id);
            CREATE TABLE q_1 PARTITION OF q FOR VALUES IN (1);
            CREATE TABLE q_2 (id int, n int);
            CREATE TABLE k (id int NOT NULL, CONSTRAINT k_key UNIQUE (id)) PARTITION BY RANGE (id);
            CREATE TABLE k_1 PARTITION OF k FOR VALUES FROM (0) TO (10);
            CREATE TABLE k_2 PARTITION OF k DEFAULT;
            CREATE TABLE l (id int NOT NULL) PARTITION BY RANGE (id);
            CREATE TABLE l_1 PARTITION OF l FOR VALUES FROM (0) TO (10) PARTITION BY RANGE (id);
            CREATE TABLE l_1_1 PARTITION OF l_1 DEFAULT;
            CREATE TABLE l_2 PARTITION OF l DEFAULT;
            ALTER TABLE l ADD CONSTRAINT l_key UNIQUE (id);
            CREATE FUNCTION f(a int) RETURNS bigint LANGUAGE sql AS 'SELECT a::bigint';
            """;

    /** One stop in so many is tried, others on each version; {@code -Dstopped.every=1} tries all. */
    private static final int EVERY = Integer.getInteger("stopped.every", 3);

    private static final ApplyOptions EVERYTHING = new ApplyOptions(EnumSet.allOf(Hazard.class), 0, true);

    /** On the newest server, and on one that has no NOT NULL that is NOT VALID. */
    @ParameterizedTest
    @ValueSource(ints = {18, 14})
    void aPlanMadeAnewLeadsOnFromWhereverItStops(int version) {
        try (TestServer server = TestServer.start(version)) {
            DatabaseUrl live = server.database("stopped", ACTUAL);
            LoadedSchema desired = server.declared(DESIRED);
            Plan plan = server.plumbline().plan(server.live(live), desired, PlanOptions.DEFAULT);
            assertThat(plan.proof().orElseThrow().problems())
                    .as(GoldenPlan.text(plan))
                    .isEmpty();
            List<Checkpoint> stops = plan.checkpoints();
            for (int i = version % EVERY; i < stops.size() - 1; i += EVERY) {
                Checkpoint stop = stops.get(i);
                server.run(live, CLEAR + ACTUAL);
                assertThat(server.plumbline()
                                .apply(until(stop, plan), live, EVERYTHING)
                                .reachedDesired())
                        .isTrue();
                Plan anew = server.plumbline().plan(server.live(live), desired, PlanOptions.DEFAULT);
                String text = "after step " + stop.afterStep() + "\n" + GoldenPlan.text(anew);
                assertThat(anew.proof().orElseThrow().problems()).as(text).isEmpty();
                assertThat(anew.hazards()).as(text).isSubsetOf(plan.hazards());
                assertThat(server.plumbline().apply(anew, live, EVERYTHING).reachedDesired())
                        .as(text)
                        .isTrue();
                assertThat(server.rows(
                                live,
                                "SELECT (SELECT sum(id) FROM t), (SELECT sum(id) FROM p), (SELECT sum(id) FROM q_2)"))
                        .containsExactly("5050|33|2");
            }
        }
    }

    /** What a failed build left is made anew, and the key completed without blocking anyone. */
    @Test
    void aKeyIsCompletedOverWhatAFailedBuildLeft() {
        try (TestServer server = TestServer.start(18)) {
            String tables = """
                    CREATE TABLE l (id int NOT NULL) PARTITION BY RANGE (id);
                    CREATE TABLE l_1 PARTITION OF l FOR VALUES FROM (0) TO (10);
                    CREATE TABLE l_2 PARTITION OF l DEFAULT;
                    """;
            DatabaseUrl live = server.database("failed", tables + """
                    ALTER TABLE ONLY l ADD CONSTRAINT l_key UNIQUE (id);
                    CREATE UNIQUE INDEX l_2_id_key ON l_2 (id);
                    UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'l_2_id_key'::regclass;
                    """);
            LoadedSchema desired = server.declared(tables + "ALTER TABLE l ADD CONSTRAINT l_key UNIQUE (id);");
            Plan plan = server.plumbline().plan(server.live(live), desired, PlanOptions.DEFAULT);
            assertThat(GoldenPlan.text(plan).split("-- reverse", 2)[0])
                    .contains("DROP INDEX", "CREATE UNIQUE INDEX CONCURRENTLY l_2_id_key")
                    .doesNotContain("DROP CONSTRAINT");
            assertThat(plan.proof().orElseThrow().problems()).isEmpty();
            assertThat(server.plumbline().apply(plan, live, EVERYTHING).reachedDesired())
                    .isTrue();
        }
    }

    /** With the plan, and with one made anew: what was begun and cannot be taken back is ended. */
    @ParameterizedTest
    @ValueSource(ints = {18, 14})
    void aDetachmentThatWasBegunIsEnded(int version) throws SQLException {
        try (TestServer server = TestServer.start(version)) {
            for (boolean kept : new boolean[] {true, false}) {
                DatabaseUrl live = server.database("begun", """
                        CREATE TABLE a (id int);
                        CREATE TABLE q (id int, n int) PARTITION BY LIST (id);
                        CREATE TABLE q_1 PARTITION OF q FOR VALUES IN (1);
                        CREATE TABLE q_2 PARTITION OF q FOR VALUES IN (2);
                        INSERT INTO q VALUES (1, 1), (2, 2);
                        """);
                LoadedSchema desired = server.declared("""
                        CREATE TABLE a (id int, n int);
                        CREATE TABLE q (id int, n int) PARTITION BY LIST (id);
                        CREATE TABLE q_1 PARTITION OF q FOR VALUES IN (1);
                        CREATE TABLE q_2 (id int, n int);
                        """);
                Plan plan = server.plumbline().plan(server.live(live), desired, PlanOptions.DEFAULT);
                begin(live, "ALTER TABLE q DETACH PARTITION q_2 CONCURRENTLY");
                assertThat(server.live(live).catalog().unmodelled())
                        .extracting(Object::toString)
                        .anyMatch(text -> text.contains("q_2"));
                Plan next = kept ? plan : server.plumbline().plan(server.live(live), desired, PlanOptions.DEFAULT);
                assertThat(next.proof().orElseThrow().problems()).isEmpty();
                Outcome outcome = server.plumbline().apply(next, live, EVERYTHING);
                assertThat(outcome.reachedDesired())
                        .as(outcome.notes().toString())
                        .isTrue();
                assertThat(server.rows(live, "SELECT id FROM q_2")).containsExactly("2");
            }
        }
    }

    /** Begins a detachment that a reader holds up, and gives up: it is not taken back. */
    private static void begin(DatabaseUrl live, String detach) throws SQLException {
        try (Connection reader = live.open();
                Connection owner = live.open();
                Statement reading = reader.createStatement();
                Statement detaching = owner.createStatement()) {
            reader.setAutoCommit(false);
            reading.execute("SELECT count(*) FROM q");
            detaching.execute("SET lock_timeout = '300ms'");
            assertThatThrownBy(() -> detaching.execute(detach)).isInstanceOf(SQLException.class);
        }
    }

    /** Returns the first steps as a plan of their own. */
    static Plan until(Checkpoint stop, Plan plan) {
        return new Plan(
                plan.product(),
                plan.actual(),
                stop.fingerprint(),
                plan.steps().subList(0, stop.afterStep()),
                List.of(),
                List.of(),
                Optional.empty());
    }
}
