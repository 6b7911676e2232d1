// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ApplyOptions;
import dev.plumbline.PlanOptions;
import dev.plumbline.acceptance.LineCutter;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.Outcome;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.LoadedSchema;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every technique with its line to the server cut, at one request after the other, before the server has got it and after: what a
 * killed process, a killed session and a broken network come to. The next run completes, whether with the same plan or with one made
 * anew, and the rows are what they would have been. {@code -Dcut.every=1} cuts at every request.
 */
class CutLineTest {
    private static final int EVERY = Integer.getInteger("cut.every", 47);
    private static final int ROWS = 300;
    private static final ApplyOptions EVERYTHING = new ApplyOptions(EnumSet.allOf(Hazard.class), 100, false);

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(Integer.getInteger("cut.postgres", 18));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void theNextRunCompletes(DangerousChange change) {
        DatabaseUrl before = server.database("whole", change.actual());
        server.run(before, DangerousChange.rows(ROWS));
        cutAtEach(
                change.name(),
                before,
                server.declared(change.desired()),
                PlanOptions.DEFAULT,
                "SELECT id, a, b, c FROM t ORDER BY id");
    }

    /** What works by both names, or in both forms, between two halves. */
    enum InHalves {
        COLUMN_RENAMED(
                "CREATE TABLE t (id int PRIMARY KEY, mail text NOT NULL); CREATE INDEX t_mail ON t (mail)",
                "INSERT INTO t SELECT i, 'a' || i FROM generate_series(0, 300) i",
                "CREATE TABLE t (id int PRIMARY KEY,\n-- plumbline: renamed from mail\nemail text NOT NULL);"
                        + " CREATE INDEX t_mail ON t (email)",
                "SELECT id, mail FROM t ORDER BY id",
                "SELECT id, email FROM t ORDER BY id"),
        TABLE_RENAMED(
                "CREATE TABLE t (id int PRIMARY KEY, mail text NOT NULL); CREATE VIEW v AS SELECT mail FROM t",
                "INSERT INTO t SELECT i, 'a' || i FROM generate_series(0, 300) i",
                "-- plumbline: renamed from t\nCREATE TABLE u (id int PRIMARY KEY, mail text NOT NULL);"
                        + " CREATE VIEW v AS SELECT mail FROM u",
                "SELECT id, mail FROM t ORDER BY id",
                "SELECT id, mail FROM u ORDER BY id"),
        COLUMN_SPLIT(
                "CREATE TABLE t (id int PRIMARY KEY, name text NOT NULL); CREATE INDEX t_name ON t (name)",
                "INSERT INTO t SELECT i, 'Given' || i || ' Family' FROM generate_series(0, 300) i",
                """
                CREATE TABLE t (id int PRIMARY KEY,
                    given text NOT NULL, -- plumbline: using split_part(name, ' ', 1)
                    family text -- plumbline: using nullif(split_part(name, ' ', 2), '')
                );
                CREATE INDEX t_name ON t (family, given);
                -- plumbline: reverse column t.name using given || coalesce(' ' || family, '')
                """,
                "SELECT id, name FROM t ORDER BY id",
                "SELECT id, given, family FROM t ORDER BY id"),
        COLUMNS_MERGED(
                "CREATE TABLE t (id int PRIMARY KEY, given text NOT NULL, family text)",
                "INSERT INTO t SELECT i, 'Given' || i, 'Family' FROM generate_series(0, 300) i",
                """
                CREATE TABLE t (id int PRIMARY KEY,
                    name text NOT NULL -- plumbline: using given || coalesce(' ' || family, '')
                );
                CREATE INDEX t_name ON t (name);
                -- plumbline: reverse column t.given using split_part(name, ' ', 1)
                -- plumbline: reverse column t.family using nullif(split_part(name, ' ', 2), '')
                """,
                "SELECT id, given, family FROM t ORDER BY id",
                "SELECT id, name FROM t ORDER BY id"),
        COLUMN_RECAST(
                "CREATE TABLE t (id int PRIMARY KEY, amount int NOT NULL); CREATE INDEX t_amount ON t (amount)",
                "INSERT INTO t SELECT i, i * 7 FROM generate_series(0, 300) i",
                """
                CREATE TABLE t (id int PRIMARY KEY,
                    -- plumbline: renamed from amount
                    -- plumbline: using total / 100.0
                    -- plumbline: reverse using (total * 100)::int
                    total numeric(12, 2) NOT NULL
                );
                CREATE INDEX t_total ON t (total);
                """,
                "SELECT id, amount FROM t ORDER BY id",
                "SELECT id, total FROM t ORDER BY id");

        private final String actual;
        private final String rows;
        private final String desired;
        private final String old;
        private final String young;

        InHalves(String actual, String rows, String desired, String old, String young) {
            this.actual = actual;
            this.rows = rows;
            this.desired = desired;
            this.old = old;
            this.young = young;
        }
    }

    @ParameterizedTest
    @EnumSource
    void theNextRunCompletesEachHalf(InHalves change) {
        DatabaseUrl before = server.database("whole", change.actual);
        server.run(before, change.rows);
        LoadedSchema desired = server.declared(change.desired);
        PlanOptions expand = PlanOptions.DEFAULT.expand();
        cutAtEach(change.name() + " expanded", before, desired, expand, change.old);
        Plan first = server.plumbline().plan(server.live(before), desired, expand);
        server.plumbline().apply(first, before, EVERYTHING);
        cutAtEach(change.name() + " contracted", before, desired, PlanOptions.DEFAULT, change.young);
    }

    private void cutAtEach(String title, DatabaseUrl before, LoadedSchema desired, PlanOptions options, String query) {
        Plan plan = server.plumbline().plan(server.live(before), desired, options);
        assertThat(plan.steps()).as(title).isNotEmpty();
        assertProven(plan, title);
        int requests;
        DatabaseUrl whole = server.copy(before, "uncut");
        try (LineCutter line = LineCutter.atRequest(0, server.embedded().port(), true)) {
            server.plumbline().apply(plan, server.url("uncut", line.port()), EVERYTHING);
            requests = line.requests();
        }
        List<String> rows = server.rows(whole, query);
        int trials = 0;
        for (int request = 1 + Math.floorMod(title.hashCode(), EVERY); request <= requests; request += EVERY) {
            for (boolean arrives : new boolean[] {false, true}) {
                trials++;
                String where = "%s, cut at request %d of %d%s"
                        .formatted(title, request, requests, arrives ? ", which arrived" : "");
                DatabaseUrl live = server.copy(before, "cut");
                try (LineCutter line =
                        LineCutter.atRequest(request, server.embedded().port(), arrives)) {
                    cutOff(plan, server.url("cut", line.port()), where);
                }
                Plan next = trials % 2 == 0 ? plan : server.plumbline().plan(server.live(live), desired, options);
                assertProven(next, where);
                Outcome outcome = server.plumbline().apply(next, live, EVERYTHING);
                assertThat(outcome.reachedDesired())
                        .as(where + " " + outcome.notes())
                        .isTrue();
                assertThat(server.rows(live, query)).as(where).isEqualTo(rows);
                assertThat(server.rows(live, "SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid"))
                        .as(where)
                        .isEmpty();
            }
        }
        System.out.printf("%s: %d requests, %d trials%n", title, requests, trials);
    }

    private static void assertProven(Plan plan, String where) {
        if (!plan.isEmpty()) {
            assertThat(plan.proof().orElseThrow().problems())
                    .as(where + "\n" + GoldenPlan.text(plan))
                    .isEmpty();
        }
    }

    /** Where the line breaks behind the last step, the run may have its end. What it says is no defect of its own, and names a way out. */
    private static void cutOff(Plan plan, DatabaseUrl broken, String where) {
        try {
            server.plumbline().apply(plan, broken, EVERYTHING);
        } catch (PlumblineException e) {
            assertThat(e.code()).as(where + ": " + e.getMessage()).isNotEqualTo(ErrorCode.INTERNAL_ERROR);
            assertThat(e.advice()).as(where + ": " + e.getMessage()).isPresent();
        }
    }
}
