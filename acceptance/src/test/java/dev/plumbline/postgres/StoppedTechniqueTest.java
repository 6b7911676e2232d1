// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ApplyOptions;
import dev.plumbline.PlanOptions;
import dev.plumbline.plan.Checkpoint;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.LoadedSchema;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run that stops after any of its commits, in the middle of every technique, and of which no plan was kept: a plan made anew
 * from where the database stands leads on, is proven, loses nothing, and leaves nothing of what was put up for a while. That
 * the same plan goes on is shown by {@link PostgresInterruptionTest}.
 */
class StoppedTechniqueTest {
    private static final String CLEAR = "DROP TABLE IF EXISTS t, p, p_3 CASCADE;";
    private static final String ACTUAL = """
            CREATE TABLE t (id int NOT NULL, a text, b text, c int, CONSTRAINT t_pkey PRIMARY KEY (id));
            CREATE INDEX t_c ON t (c);
            INSERT INTO t SELECT i, 'a' || i, 'b' || i, i FROM generate_series(1, 100) i;
            CREATE TABLE p (id int, n int) PARTITION BY RANGE (id);
            CREATE TABLE p_1 PARTITION OF p FOR VALUES FROM (0) TO (10);
            CREATE TABLE p_2 PARTITION OF p DEFAULT;
            CREATE TABLE p_3 (id int, n int);
            INSERT INTO p VALUES (1, 1), (11, 2);
            INSERT INTO p_3 VALUES (21, 3);
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
            """;
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
            for (Checkpoint stop : stops.subList(0, stops.size() - 1)) {
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
                assertThat(server.rows(live, "SELECT (SELECT sum(id) FROM t), (SELECT sum(id) FROM p)"))
                        .containsExactly("5050|33");
            }
        }
    }

    /** Returns the first steps as a plan of their own. */
    private static Plan until(Checkpoint stop, Plan plan) {
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
