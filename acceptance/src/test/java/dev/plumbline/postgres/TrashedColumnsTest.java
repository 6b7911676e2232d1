// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.ApplyOptions;
import dev.plumbline.DatabaseTrash;
import dev.plumbline.PlanOptions;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.Outcome;
import dev.plumbline.execute.TrashEntry;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.source.DatabaseUrl;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns that go into the trash: nobody meets them who names his columns, and they come back with their values. */
class TrashedColumnsTest {
    private static final PlanOptions KEPT = PlanOptions.DEFAULT.keeping(Duration.ofDays(30));

    private static final String ACTUAL = """
            CREATE TABLE t (id int PRIMARY KEY, "A %I" text COLLATE "C" NOT NULL DEFAULT 'x%', b int);
            COMMENT ON COLUMN t."A %I" IS 'a';
            GRANT SELECT ("A %I") ON t TO app_reader;
            CREATE TABLE p (id int, a int NOT NULL DEFAULT 7) PARTITION BY RANGE (id);
            CREATE TABLE p_1 PARTITION OF p FOR VALUES FROM (0) TO (10);
            """;
    private static final String AROUND = """
            CREATE INDEX t_a ON t ("A %I");
            ALTER TABLE t ADD CONSTRAINT t_ab CHECK ("A %I" <> '' OR b > 0);
            CREATE VIEW seen AS SELECT "A %I" FROM t;
            CREATE STATISTICS both_of_t ON "A %I", b FROM t;
            """;
    private static final String DESIRED = """
            CREATE TABLE t (id int PRIMARY KEY, b int);
            CREATE TABLE p (id int) PARTITION BY RANGE (id);
            CREATE TABLE p_1 PARTITION OF p FOR VALUES FROM (0) TO (10);
            """;
    private static final String ROWS =
            "INSERT INTO t VALUES (1, 'one', 1), (2, 'two', 2); INSERT INTO p VALUES (1, 1);";

    private static OldestAndNewest servers;

    @BeforeAll
    static void start() {
        servers = new OldestAndNewest();
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    private static Plan plan(TestServer server, DatabaseUrl live, String desired) {
        Plan plan = server.plumbline().plan(server.live(live), server.declared(desired), KEPT);
        assertThat(plan.proof().orElseThrow().problems())
                .as(GoldenPlan.text(plan))
                .isEmpty();
        return plan;
    }

    private static void apply(TestServer server, DatabaseUrl live, String desired) {
        Plan plan = plan(server, live, desired);
        assertThat(plan.hazards()).as(GoldenPlan.text(plan)).doesNotContain(Hazard.DATA_LOSS);
        Outcome outcome = server.plumbline().apply(plan, live, ApplyOptions.DEFAULT);
        assertThat(outcome.reachedDesired()).as(outcome.notes().toString()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {18, 14})
    void aColumnComesBackWithWhatItWas(int version) {
        TestServer server = servers.of(version);
        DatabaseUrl live = server.database("columns", ACTUAL);
        var before = server.catalog(live).fingerprint();
        server.run(live, AROUND + ROWS);

        apply(server, live, DESIRED);

        assertThat(server.plumbline()
                        .plan(server.live(live), server.declared(DESIRED), KEPT)
                        .isEmpty())
                .isTrue();
        DatabaseTrash trash = server.plumbline().trash(live);
        assertThat(trash.list()).hasSize(2).allMatch(TrashEntry::isColumn).allMatch(entry -> !entry.due());
        assertThat(trash.list()).anyMatch(entry -> entry.isCalled("public.t.A %I"));
        assertThat(trash.list()).anyMatch(entry -> entry.isCalled("t.A %I") && entry.isCalled("A %I"));
        for (TrashEntry entry : trash.list()) {
            assertThat(trash.restore(entry)).isEmpty();
        }
        assertThat(trash.list()).isEmpty();
        assertThat(server.catalog(live).fingerprint()).isEqualTo(before);
        assertThat(server.rows(live, "SELECT id, \"A %I\", b, (SELECT a FROM p) FROM t ORDER BY id"))
                .containsExactly("1|one|1|1", "2|two|2|1");
    }

    @ParameterizedTest
    @ValueSource(ints = {18, 14})
    void rowsThatCameMeanwhileHaveNothingInIt(int version) {
        TestServer server = servers.of(version);
        DatabaseUrl live = server.database("columns", ACTUAL);
        server.run(live, ROWS);
        apply(server, live, DESIRED);
        server.run(live, "INSERT INTO t (id, b) VALUES (3, 3); UPDATE t SET b = 9 WHERE id = 1");

        DatabaseTrash trash = server.plumbline().trash(live);
        TrashEntry entry = trash.list().stream()
                .filter(each -> each.isCalled("A %I"))
                .findFirst()
                .orElseThrow();
        assertThat(trash.restore(entry))
                .singleElement()
                .asString()
                .startsWith("NOT NULL: ")
                .contains("contains null values");
        assertThat(server.rows(live, "SELECT id, \"A %I\", b FROM t ORDER BY id"))
                .containsExactly("1|one|9", "2|two|2", "3|null|3");
        assertThat(server.rows(live, "INSERT INTO t (id) VALUES (4) RETURNING \"A %I\""))
                .containsExactly("x%");
    }

    @ParameterizedTest
    @ValueSource(ints = {18, 14})
    void purgedItIsGoneAndWithItsTableToo(int version) {
        TestServer server = servers.of(version);
        DatabaseUrl live = server.database("columns", ACTUAL);
        apply(server, live, DESIRED);
        DatabaseTrash trash = server.plumbline().trash(live);
        server.run(live, "ALTER TABLE t ADD COLUMN \"A %I\" int");
        TrashEntry entry = trash.list().stream()
                .filter(each -> each.isCalled("A %I"))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> trash.restore(entry))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining("already exists");
        trash.purge(entry);
        server.run(live, "DROP TABLE p");
        assertThat(trash.list()).isEmpty();
        assertThat(server.rows(
                        live,
                        "SELECT attname FROM pg_attribute WHERE attrelid = 't'::regclass AND attnum > 0 AND"
                                + " NOT attisdropped ORDER BY attnum"))
                .containsExactly("id", "b", "A %I");
    }

    /** What cannot stay is dropped, and the plan says why. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "CREATE TYPE m AS ENUM ('a'), CREATE TABLE t (id int, a m); CREATE TABLE t (id int); enum type public.m goes too",
                "CREATE TABLE t (id int, a serial); CREATE TABLE t (id int); sequence public.t_a_seq goes too",
                "CREATE TABLE t (id int, a int GENERATED ALWAYS AS IDENTITY); CREATE TABLE t (id int); it counts by itself",
                "CREATE TABLE t (id int, a int), CREATE TABLE u () INHERITS (t); CREATE TABLE t (id int), CREATE TABLE u ()"
                        + " INHERITS (t); tables inherit from others"
            })
    void aColumnThatCannotStayIsDroppedAndThePlanSaysWhy(String actual, String desired, String why) {
        DatabaseUrl live = servers.of(18).database("columns", actual.replace(", CREATE", "; CREATE"));
        Plan plan = plan(servers.of(18), live, desired.replace(", CREATE", "; CREATE"));
        assertThat(plan.steps())
                .extracting(Step::reason)
                .anyMatch(reason -> reason.endsWith("not kept, because " + why));
    }
}
