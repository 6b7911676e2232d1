// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ApplyOptions;
import dev.plumbline.PlanOptions;
import dev.plumbline.execute.Outcome;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.TransactionMode;
import dev.plumbline.source.DatabaseUrl;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every technique while an application reads and writes the table: no statement of it fails. With {@code -Dload.trials=1} on
 * more rows, with longer reports, and measured: none waits longer than a step waits for its lock, and fifty milliseconds.
 */
class LoadedTechniqueTest {
    private static final boolean MEASURED = Integer.getInteger("load.trials", 0) > 0;
    private static final int ROWS = MEASURED ? 300_000 : 5_000;
    private static final Duration HELD = Duration.ofMillis(MEASURED ? 2_000 : 150);

    /** Below the server's deadlock_timeout of a second: a step gives way before the server looks for someone to end. */
    private static final Duration LOCK = Duration.ofMillis(MEASURED ? 200 : 500);

    private static final Duration MARGIN = Duration.ofMillis(50);

    private static final List<String> STATEMENTS = List.of(
            "INSERT INTO t (id, a, b, c) VALUES ($n, 'a$n', 'b$n', $n)",
            "SELECT a FROM t WHERE id = $n % 5000",
            "UPDATE t SET b = 'c$n' WHERE id = $n % 5000 + 1",
            "SELECT count(*) FROM t WHERE c = $n",
            "DELETE FROM t WHERE id = $n - 300");

    private static TestServer server;

    /** What is done to the table, from and to. */
    enum Change {
        NOT_NULL(
                "CREATE TABLE t (id int PRIMARY KEY, a text, b text, c int)",
                "CREATE TABLE t (id int PRIMARY KEY, a text NOT NULL, b text NOT NULL DEFAULT 'b', c int)"),
        KEYS(
                "CREATE TABLE t (id int, a text, b text, c int); CREATE INDEX t_id ON t (id)",
                "CREATE TABLE t (id int PRIMARY KEY, a text CONSTRAINT t_a UNIQUE, b text, c int);"
                        + " CREATE INDEX t_id ON t (id)"),
        KEY_REPLACED(
                "CREATE TABLE t (id int CONSTRAINT t_pkey PRIMARY KEY, a text NOT NULL, b text, c int)",
                "CREATE TABLE t (id int NOT NULL, a text, b text, c int, CONSTRAINT t_pkey PRIMARY KEY (id, a))"),
        INDEX_REPLACED(
                "CREATE TABLE t (id int PRIMARY KEY, a text, b text, c int); CREATE INDEX t_c ON t (c)",
                "CREATE TABLE t (id int PRIMARY KEY, a text, b text, c int); CREATE INDEX t_c ON t (c, a)"),
        COLUMNS(
                "CREATE TABLE t (id int PRIMARY KEY, a text, b text, c int)",
                "CREATE TABLE t (id int PRIMARY KEY, a text, b text, c int, d uuid NOT NULL DEFAULT gen_random_uuid(),"
                        + " e bigint GENERATED ALWAYS AS IDENTITY)"),
        TYPES(
                "CREATE TABLE t (id int PRIMARY KEY, a varchar(20), b text NOT NULL DEFAULT 'x', c int CHECK (c >= 0));"
                        + " CREATE INDEX t_c ON t (c)",
                "CREATE TABLE t (id bigint PRIMARY KEY, a varchar(15), b varchar(30) NOT NULL DEFAULT 'y',"
                        + " c bigint CHECK (c >= 0)); CREATE INDEX t_c ON t (c)"),
        CONSTRAINTS(
                "CREATE TABLE t (id int PRIMARY KEY, a text, b text, c int); CREATE TABLE u (t int REFERENCES t)",
                "CREATE TABLE t (id int PRIMARY KEY, a text, b text, c int, CONSTRAINT t_c CHECK (c >= 0));"
                        + " CREATE TABLE u (t int REFERENCES t ON DELETE CASCADE)"),
        ENUM_LABELS(
                "CREATE TYPE state AS ENUM ('draft', 'on hold', 'open'); CREATE TABLE t (id int PRIMARY KEY, a text, b text,"
                        + " c int, e state NOT NULL DEFAULT 'draft' CHECK (e <> 'on hold' OR id > 0));"
                        + " CREATE INDEX t_e ON t (e, id) WHERE e = 'open';"
                        + " CREATE TABLE u (id int PRIMARY KEY, e state); INSERT INTO u VALUES (1, 'open'), (2, NULL)",
                "CREATE TYPE state AS ENUM ('open', 'draft'); CREATE TABLE t (id int PRIMARY KEY, a text, b text,"
                        + " c int, e state NOT NULL DEFAULT 'draft' CHECK (e <> 'open' OR id > 0));"
                        + " CREATE INDEX t_e ON t (e, id) WHERE e = 'open'; CREATE TABLE u (id int PRIMARY KEY, e state)",
                "INSERT INTO t (id, a, b, c, e) VALUES (-$n, 'a', 'b', 1, 'draft')"
                        + "; UPDATE t SET e = 'open'::state WHERE id = $n % 5000 + 1"
                        + "; SELECT count(*) FROM t JOIN u USING (e) WHERE t.e = 'open' AND t.id = $n % 5000"
                        + "; UPDATE u SET e = 'draft' WHERE id = 1"),
        PARTITIONED_KEY(
                "CREATE TABLE t (id int NOT NULL, a text, b text, c int) PARTITION BY RANGE (id); CREATE INDEX t_c ON t (c);"
                        + " CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (0) TO (10000000);"
                        + " CREATE TABLE t_d PARTITION OF t DEFAULT",
                "CREATE TABLE t (id int NOT NULL, a text, b text, c int, PRIMARY KEY (id)) PARTITION BY RANGE (id);"
                        + " CREATE INDEX t_c ON t (c);"
                        + " CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (0) TO (10000000);"
                        + " CREATE TABLE t_d PARTITION OF t DEFAULT"),
        PARTITION_ATTACHED(
                "CREATE TABLE t (id int, a text, b text, c int) PARTITION BY RANGE (id); CREATE INDEX t_id ON t (id);"
                        + " CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (0) TO (10000000);"
                        + " CREATE TABLE t_d PARTITION OF t DEFAULT; CREATE TABLE t_2 (id int, a text, b text, c int)",
                "CREATE TABLE t (id int, a text, b text, c int) PARTITION BY RANGE (id); CREATE INDEX t_id ON t (id);"
                        + " CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (0) TO (10000000);"
                        + " CREATE TABLE t_d PARTITION OF t DEFAULT;"
                        + " CREATE TABLE t_2 PARTITION OF t FOR VALUES FROM (10000000) TO (20000000);"
                        + " CREATE TABLE t_3 PARTITION OF t FOR VALUES FROM (20000000) TO (30000000)"),
        TABLE_PARTITIONED(
                "CREATE TABLE t (id int PRIMARY KEY, a text, b text NOT NULL, c int, CHECK (c >= 0)); CREATE INDEX t_c ON t (c);"
                        + " CREATE TABLE u (t int REFERENCES t ON DELETE CASCADE); CREATE VIEW v AS SELECT id, a FROM t",
                "-- plumbline: keep rows\nCREATE TABLE t (id int PRIMARY KEY, a text, b text NOT NULL, c int, CHECK (c >= 0))"
                        + " PARTITION BY RANGE (id); CREATE INDEX t_c ON t (c);"
                        + " CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (MINVALUE) TO (2500);"
                        + " CREATE TABLE t_2 PARTITION OF t FOR VALUES FROM (2500) TO (100000);"
                        + " CREATE TABLE t_d PARTITION OF t DEFAULT;"
                        + " CREATE TABLE u (t int REFERENCES t ON DELETE CASCADE); CREATE VIEW v AS SELECT id, a FROM t",
                "INSERT INTO u VALUES ($n % 500 + 1000); SELECT * FROM v WHERE id = $n % 5000"
                        + "; INSERT INTO t VALUES ($n % 5000, 'e', 'e', 1) ON CONFLICT (id) DO UPDATE SET c = $n"
                        + "; UPDATE t SET id = -id WHERE id = $n - 100"),
        PARTITION_DETACHED(
                "CREATE TABLE t (id int, a text, b text, c int) PARTITION BY RANGE (id); CREATE INDEX t_id ON t (id);"
                        + " CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (-9) TO (10000000);"
                        + " CREATE TABLE t_2 PARTITION OF t FOR VALUES FROM (10000000) TO (20000000);"
                        + " CREATE TABLE t_3 PARTITION OF t FOR VALUES FROM (20000000) TO (30000000)",
                "CREATE TABLE t (id int, a text, b text, c int) PARTITION BY RANGE (id); CREATE INDEX t_id ON t (id);"
                        + " CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (-9) TO (10000000);"
                        + " CREATE TABLE t_2 (id int, a text, b text, c int); CREATE INDEX t_2_id_idx ON t_2 (id)");

        private final String actual;
        private final String desired;

        /** What the application does beside the usual, with semicolons between. */
        private final String more;

        Change(String actual, String desired) {
            this(actual, desired, "");
        }

        Change(String actual, String desired, String more) {
            this.actual = actual;
            this.desired = desired;
            this.more = more;
        }

        private List<String> statements() {
            return more.isEmpty()
                    ? STATEMENTS
                    : Stream.concat(STATEMENTS.stream(), Stream.of(more.split("; ", -1)))
                            .toList();
        }
    }

    @BeforeAll
    static void start() {
        server = TestServer.start(Integer.getInteger("load.postgres", 18));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void noStatementFails(Change change) throws Exception {
        DatabaseUrl live = server.database("loaded", change.actual);
        server.run(live, "INSERT INTO t SELECT i, 'a' || i, 'b' || i, i FROM generate_series(0, " + ROWS + ") i");
        Plan plan = server.plumbline().plan(server.live(live), server.declared(change.desired), PlanOptions.DEFAULT);
        assertThat(plan.proof().orElseThrow().problems()).isEmpty();
        assertThat(plan.hazards()).doesNotContain(Hazard.BLOCKING_SCAN, Hazard.REWRITE);

        try (Traffic traffic = Traffic.on(live, change.statements(), "t", HELD)) {
            traffic.awaitStatements(30);
            traffic.begin();
            Outcome outcome = server.plumbline()
                    .apply(plan, live, new ApplyOptions(EnumSet.allOf(Hazard.class), 100, false).waitingAtMost(LOCK));
            Duration longest = traffic.longest();
            traffic.awaitStatements(30);
            assertThat(traffic.failures()).isEmpty();
            assertThat(outcome.reachedDesired()).as(outcome.notes().toString()).isTrue();
            if (MEASURED) {
                System.out.printf(
                        "%s: %d steps in %d ms, %d statements of the application, the slowest took %d ms; %d retries%n",
                        change,
                        plan.steps().size(),
                        outcome.took().toMillis(),
                        traffic.done(),
                        longest.toMillis(),
                        outcome.notes().size());
                assertThat(longest).isLessThanOrEqualTo(LOCK.plus(MARGIN));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void offlineThePlanIsShort(Change change) {
        DatabaseUrl live = server.database("offline", change.actual);
        Plan plan = server.plumbline()
                .plan(server.live(live), server.declared(change.desired), PlanOptions.DEFAULT.offline());
        assertThat(plan.proof().orElseThrow().problems()).isEmpty();
        assertThat(plan.steps()).extracting(Step::mode).containsOnly(TransactionMode.TOGETHER);
    }
}
