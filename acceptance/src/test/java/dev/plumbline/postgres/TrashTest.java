// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.ApplyOptions;
import dev.plumbline.PlanOptions;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.Outcome;
import dev.plumbline.execute.TrashEntry;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import dev.plumbline.plan.Step;
import dev.plumbline.source.DatabaseUrl;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that go into the trash: nothing is lost, nothing is in the way, and they come back as they were. */
class TrashTest {
    private static final PlanOptions KEPT = PlanOptions.DEFAULT.keeping(Duration.ofDays(30));

    private static final String KEPT_TABLES = """
            CREATE TABLE o (id int PRIMARY KEY);
            CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            """;
    private static final String ACTUAL = KEPT_TABLES + """
            CREATE TABLE "Old %I" (id bigserial PRIMARY KEY, o_id int CONSTRAINT old_o REFERENCES o ON DELETE CASCADE, a int, b int,
                CONSTRAINT old_ab UNIQUE (a, b), CONSTRAINT old_a CHECK (a > 0),
                up bigint CONSTRAINT old_up REFERENCES "Old %I");
            CREATE INDEX old_b ON "Old %I" (b) WHERE b > 0;
            CREATE STATISTICS old_stats ON a, b FROM "Old %I";
            CREATE TRIGGER t BEFORE INSERT ON "Old %I" FOR EACH ROW EXECUTE FUNCTION touch();
            COMMENT ON COLUMN "Old %I".a IS 'a';
            GRANT SELECT ON "Old %I" TO PUBLIC;
            ALTER TABLE "Old %I" ENABLE ROW LEVEL SECURITY;
            CREATE POLICY mine ON "Old %I" USING (a > 0);
            CREATE VIEW seen AS SELECT id FROM "Old %I";
            CREATE TABLE refers (id int PRIMARY KEY, old_id bigint REFERENCES "Old %I");
            CREATE PUBLICATION told FOR TABLE "Old %I", o;
            """;
    private static final String DESIRED = KEPT_TABLES + """
            CREATE TABLE refers (id int PRIMARY KEY, old_id bigint);
            CREATE PUBLICATION told FOR TABLE o;
            """;
    private static final String ROWS = """
            INSERT INTO o VALUES (1), (2);
            INSERT INTO "Old %I" (o_id, a, b, up) VALUES (1, 1, 1, NULL), (2, 2, 2, 1);
            """;

    private static OldestAndNewest servers;

    @BeforeAll
    static void start() {
        servers = new OldestAndNewest();
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    private static Plan applied(TestServer server, DatabaseUrl live, String desired) {
        Plan plan = server.plumbline().plan(server.live(live), server.declared(desired), KEPT);
        Proof proof = plan.proof().orElseThrow();
        assertThat(proof.problems()).as(GoldenPlan.text(plan)).isEmpty();
        assertThat(plan.hazards()).doesNotContain(Hazard.DATA_LOSS);
        Outcome outcome = server.plumbline().apply(plan, live, ApplyOptions.DEFAULT);
        assertThat(outcome.reachedDesired()).as(outcome.notes().toString()).isTrue();
        return plan;
    }

    @ParameterizedTest
    @ValueSource(ints = {18, 14})
    void aTableComesBackAsItWas(int version) {
        TestServer server = servers.of(version);
        DatabaseUrl live = server.database("trash", ACTUAL);
        server.run(live, ROWS);
        var before = server.catalog(live).fingerprint();

        Plan plan = applied(server, live, DESIRED);

        assertThat(plan.proof().orElseThrow().keptRows())
                .isEqualTo(plan.proof().orElseThrow().seededRows());
        List<TrashEntry> entries = server.plumbline().trash(live).list();
        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.isCalled("Old %I")).isTrue();
            assertThat(entry.due()).isFalse();
            assertThat(Duration.between(entry.since(), entry.until())).isEqualTo(Duration.ofDays(30));
        });
        assertThat(server.plumbline()
                        .plan(server.live(live), server.declared(DESIRED), KEPT)
                        .isEmpty())
                .isTrue();
        // Nothing that is there now is held by what is in the trash.
        server.run(live, "DELETE FROM o WHERE id = 3; INSERT INTO o VALUES (3)");

        assertThat(server.plumbline().trash(live).restore(entries.getFirst())).isEmpty();
        assertThat(server.plumbline().trash(live).list()).isEmpty();
        server.run(live, """
                CREATE VIEW seen AS SELECT id FROM "Old %I";
                ALTER TABLE refers ADD CONSTRAINT refers_old_id_fkey FOREIGN KEY (old_id) REFERENCES "Old %I";
                ALTER PUBLICATION told ADD TABLE "Old %I";
                """);
        assertThat(server.catalog(live).fingerprint()).isEqualTo(before);
        assertThat(server.rows(live, "INSERT INTO \"Old %I\" (a, b) VALUES (3, 3) RETURNING id"))
                .containsExactly("3");
    }

    @ParameterizedTest
    @ValueSource(ints = {18, 14})
    void partitionsAndTheirParents(int version) {
        TestServer server = servers.of(version);
        DatabaseUrl live = server.database("trash", """
                CREATE TABLE p (id int, at date) PARTITION BY RANGE (at);
                CREATE TABLE p_23 PARTITION OF p FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
                CREATE TABLE p_24 PARTITION OF p FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
                CREATE TABLE d (id int) PARTITION BY LIST (id);
                CREATE TABLE d_1 PARTITION OF d FOR VALUES IN (1);
                CREATE TABLE d_2 PARTITION OF d DEFAULT;
                CREATE TABLE w (id int PRIMARY KEY) PARTITION BY RANGE (id);
                CREATE TABLE w_1 PARTITION OF w FOR VALUES FROM (0) TO (10) PARTITION BY LIST (id);
                CREATE TABLE w_1_1 PARTITION OF w_1 FOR VALUES IN (1);
                """);
        server.run(live, """
                INSERT INTO p VALUES (1, '2023-02-02'), (2, '2024-02-02');
                INSERT INTO d VALUES (1), (2);
                INSERT INTO w VALUES (1);
                """);
        Plan plan = applied(server, live, """
                CREATE TABLE p (id int, at date) PARTITION BY RANGE (at);
                CREATE TABLE p_24 PARTITION OF p FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
                CREATE TABLE d (id int) PARTITION BY LIST (id);
                CREATE TABLE d_2 PARTITION OF d DEFAULT;
                """);
        assertThat(plan.steps().stream().flatMap(step -> step.statements().stream()))
                .contains(
                        "ALTER TABLE public.p DETACH PARTITION public.p_23 CONCURRENTLY",
                        "ALTER TABLE public.d DETACH PARTITION public.d_1");
        assertThat(server.plumbline().trash(live).list())
                .extracting(entry -> entry.objects().size())
                .containsExactlyInAnyOrder(1, 1, 3);
        for (TrashEntry entry : server.plumbline().trash(live).list()) {
            assertThat(server.plumbline().trash(live).restore(entry)).isEmpty();
        }
        assertThat(server.rows(
                        live,
                        "SELECT (SELECT count(*) FROM p_23), (SELECT count(*) FROM d_1), (SELECT count(*) FROM w)"))
                .containsExactly("1|1|1");
    }

    @ParameterizedTest
    @ValueSource(ints = 18)
    void twoOfOneNameAndOneThatHasComeInItsPlace(int version) {
        TestServer server = servers.of(version);
        DatabaseUrl live = server.database("trash", "CREATE TABLE a (id int PRIMARY KEY)");
        server.run(live, "INSERT INTO a VALUES (1)");
        applied(server, live, "CREATE TABLE b (id int)");
        server.run(live, "CREATE TABLE a (id int PRIMARY KEY); INSERT INTO a VALUES (2)");
        applied(server, live, "CREATE TABLE b (id int)");
        List<TrashEntry> entries = server.plumbline().trash(live).list();
        assertThat(entries).hasSize(2).allMatch(entry -> entry.isCalled("public.a"));
        server.run(live, "CREATE TABLE a (id int)");

        assertThatThrownBy(() -> server.plumbline().trash(live).restore(entries.getLast()))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining("already exists");
        assertThat(server.plumbline().trash(live).list()).hasSize(2);

        server.run(live, "DROP TABLE a");
        server.plumbline().trash(live).restore(entries.getLast());
        assertThat(server.rows(live, "SELECT id FROM a")).containsExactly("2");
        server.plumbline().trash(live).purge(entries.getFirst());
        assertThat(server.plumbline().trash(live).list()).isEmpty();
        assertThat(server.rows(live, "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'plumbline_trash_%'"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = 18)
    void aTableWhoseTypeGoesTooIsDroppedAndThePlanSaysSo(int version) {
        TestServer server = servers.of(version);
        DatabaseUrl live = server.database(
                "trash", "CREATE TYPE mood AS ENUM ('fine'); CREATE TABLE a (m mood); CREATE TABLE b ()");
        Plan plan = server.plumbline().plan(server.live(live), server.declared("CREATE TABLE b ()"), KEPT);
        assertThat(plan.proof().orElseThrow().problems()).isEmpty();
        assertThat(plan.hazards()).contains(Hazard.DATA_LOSS);
        assertThat(plan.steps())
                .extracting(Step::reason)
                .anyMatch(reason -> reason.contains("it is not kept, because enum type public.mood goes too"));
    }

    /** Who may make schemas could have made this one first, with functions and triggers that the next superuser runs. */
    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void theTrashOfAnotherRoleIsNotTrusted(int version) {
        TestServer server = servers.of(version);
        DatabaseUrl live = server.database("prepared", "CREATE TABLE gone (id int);" + """
                GRANT CREATE ON DATABASE prepared TO app_writer; SET ROLE app_writer;
                CREATE SCHEMA plumbline_trash;
                CREATE VIEW plumbline_trash.tables AS SELECT 1 / 0 AS place;
                """);
        Plan plan = server.plumbline().plan(server.live(live), server.declared("SELECT 1"), KEPT);
        assertThatThrownBy(() -> server.plumbline().apply(plan, live, ApplyOptions.DEFAULT))
                .hasMessageContaining("plumbline_trash belongs to role app_writer");
        assertThatThrownBy(() -> server.plumbline().trash(live).list())
                .hasMessageContaining("plumbline_trash belongs to role app_writer");
        assertThat(server.counts(live)).containsKey("public.gone");
    }
}
