// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ApplyOptions;
import dev.plumbline.PlanOptions;
import dev.plumbline.execute.Outcome;
import dev.plumbline.plan.Checkpoint;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.TransactionMode;
import dev.plumbline.plan.Verb;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.LoadedSchema;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A column that is split and columns that are merged while an application goes on writing the old ones: none of its statements
 * fails until they are gone, and whatever it wrote, and whenever a run was stopped, each row has the values that the hints say.
 * The {@code note} of a row tells which these are.
 */
class DerivedColumnsTest {
    private static final String WHOLE = """
            CREATE TABLE people (id int PRIMARY KEY, name text NOT NULL, note text);
            CREATE INDEX people_by_name ON people (name);
            """;
    private static final String SPLIT = """
            CREATE TABLE people (id int PRIMARY KEY,
                first_name text NOT NULL, -- plumbline: using split_part(name, ' ', 1)
                last_name text, -- plumbline: using nullif(split_part(name, ' ', 2), '')
                note text);
            CREATE INDEX people_by_name ON people (last_name, first_name);
            -- plumbline: reverse column people.name using first_name || coalesce(' ' || last_name, '')
            """;
    private static final String PARTS = """
            CREATE TABLE people (id int PRIMARY KEY, first_name text NOT NULL, last_name text, note text);
            CREATE INDEX people_by_name ON people (last_name, first_name);
            """;
    private static final String MERGED = """
            CREATE TABLE people (id int PRIMARY KEY,
                name text NOT NULL, -- plumbline: using first_name || coalesce(' ' || last_name, '')
                note text);
            CREATE INDEX people_by_name ON people (name);
            -- plumbline: reverse column people.first_name using split_part(name, ' ', 1)
            -- plumbline: reverse column people.last_name using nullif(split_part(name, ' ', 2), '')
            """;
    private static final String WRONG_PARTS = "SELECT * FROM people WHERE (first_name, last_name)"
            + " IS DISTINCT FROM (split_part(note, ' ', 1), nullif(split_part(note, ' ', 2), ''))";
    private static final String WRONG_WHOLE = "SELECT * FROM people WHERE name IS DISTINCT FROM note";
    private static final String LEFT = "SELECT proname FROM pg_proc WHERE proname LIKE '%plumbline%'";

    private static final List<String> WRITES_NAME = List.of(
            "INSERT INTO people (id, name, note) VALUES ($n, 'Given$n Family$n', 'Given$n Family$n')",
            "UPDATE people SET name = 'Other$n', note = 'Other$n' WHERE id = $n % 5000 + 1",
            "INSERT INTO people VALUES ($n % 5000, 'Third$n Family', 'Third$n Family')"
                    + " ON CONFLICT (id) DO UPDATE SET name = excluded.name, note = excluded.note",
            "SELECT name FROM people WHERE id = $n % 5000",
            "DELETE FROM people WHERE id = $n - 300");
    private static final List<String> WRITES_PARTS = List.of(
            "INSERT INTO people (id, first_name, last_name, note) VALUES ($n, 'Given$n', 'Family$n', 'Given$n Family$n')",
            "UPDATE people SET first_name = 'Other$n', last_name = NULL, note = 'Other$n' WHERE id = $n % 5000 + 1",
            "UPDATE people SET last_name = 'F$n', note = first_name || ' F$n' WHERE id = $n % 5000 + 7",
            "SELECT first_name FROM people WHERE id = $n % 5000");

    private static final ApplyOptions EVERYTHING = new ApplyOptions(EnumSet.allOf(Hazard.class), 100, false);
    private static final ApplyOptions AGAIN = new ApplyOptions(EnumSet.allOf(Hazard.class), 100, true);

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(18);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Plan plan(TestServer on, DatabaseUrl live, String desired) {
        Plan plan = on.plumbline().plan(on.live(live), on.declared(desired), PlanOptions.DEFAULT);
        assertThat(plan.proof().orElseThrow().problems())
                .as(GoldenPlan.text(plan))
                .isEmpty();
        return plan;
    }

    @ParameterizedTest
    @CsvSource({"split", "merged"})
    void anApplicationThatWritesTheOldColumnsIsHeardUntilTheyAreGone(String change) throws Exception {
        boolean split = change.equals("split");
        DatabaseUrl live = server.database("derived_" + change, split ? WHOLE : PARTS);
        server.run(
                live,
                "INSERT INTO people SELECT i, " + (split ? "'Given Family' || i" : "'Given', 'Family' || i")
                        + ", 'Given Family' || i FROM generate_series(0, 5000) i");
        Plan plan = plan(server, live, split ? SPLIT : MERGED);
        assertThat(plan.hazards()).doesNotContain(Hazard.BLOCKING_SCAN, Hazard.REWRITE, Hazard.IRREVERSIBLE);
        assertThat(plan.steps()).extracting(Step::reason).noneMatch(reason -> reason.contains("if it is the same"));
        List<Checkpoint> commits = plan.checkpoints();
        Checkpoint beforeTheDrop = commits.get(commits.size() - 2);
        assertThat(plan.steps().subList(beforeTheDrop.afterStep(), plan.steps().size()))
                .extracting(Step::verb)
                .containsOnly(Verb.DROP);

        try (Traffic traffic = Traffic.on(live, split ? WRITES_NAME : WRITES_PARTS, "people", Duration.ofMillis(150))) {
            traffic.awaitStatements(30);
            server.plumbline().apply(StoppedTechniqueTest.until(beforeTheDrop, plan), live, AGAIN);
            traffic.awaitStatements(60);
            assertThat(traffic.failures()).isEmpty();
            assertThat(server.rows(live, split ? WRONG_PARTS : WRONG_WHOLE)).isEmpty();

            Outcome outcome = server.plumbline().apply(plan, live, EVERYTHING);
            assertThat(outcome.reachedDesired()).as(outcome.notes().toString()).isTrue();
            traffic.end();
            // From then on whoever names a column that is gone is refused, and nothing else happens to anybody.
            assertThat(traffic.failures()).allMatch(failure -> failure.contains(": 42703 "));
        }
        assertThat(server.rows(live, split ? WRONG_PARTS : WRONG_WHOLE)).isEmpty();
        assertThat(server.rows(live, LEFT)).isEmpty();

        server.plumbline().apply(plan.back(), live, AGAIN);
        assertThat(server.rows(live, split ? WRONG_WHOLE : WRONG_PARTS)).isEmpty();
        assertThat(server.rows(live, LEFT)).isEmpty();
    }

    /** After each commit of the plan, which the same plan or one made anew then leads on. */
    @ParameterizedTest
    @ValueSource(ints = {18, 14})
    void whereverARunIsStoppedNoRowIsWithoutItsValues(int version) {
        try (TestServer own = TestServer.start(version)) {
            for (boolean split : new boolean[] {true, false}) {
                DatabaseUrl live = own.database("stopped", split ? WHOLE : PARTS);
                LoadedSchema desired = own.declared(split ? SPLIT : MERGED);
                Plan plan = plan(own, live, split ? SPLIT : MERGED);
                List<Checkpoint> stops = plan.checkpoints();
                for (int i = 0; i < stops.size() - 1; i++) {
                    for (boolean kept : new boolean[] {true, false}) {
                        stopped(own, plan, stops.get(i), desired, split, kept);
                    }
                }
            }
        }
    }

    private static void stopped(
            TestServer own, Plan plan, Checkpoint stop, LoadedSchema desired, boolean split, boolean kept) {
        DatabaseUrl live = own.database("stopped", split ? WHOLE : PARTS);
        own.run(live, write(split, 1) + write(split, 2));
        own.plumbline().apply(StoppedTechniqueTest.until(stop, plan), live, AGAIN);
        own.run(live, write(split, 3) + (split ? "UPDATE people SET name = 'B', note = 'B' WHERE id = 1" : ""));
        Plan next = kept ? plan : own.plumbline().plan(own.live(live), desired, PlanOptions.DEFAULT);
        String text = (kept ? "kept" : "anew") + " after step " + stop.afterStep() + "\n" + GoldenPlan.text(next);
        assertThat(next.proof().orElseThrow().problems()).as(text).isEmpty();
        assertThat(next.hazards()).as(text).isSubsetOf(plan.hazards());
        assertThat(own.plumbline().apply(next, live, AGAIN).reachedDesired())
                .as(text)
                .isTrue();
        assertThat(own.rows(live, split ? WRONG_PARTS : WRONG_WHOLE)).as(text).isEmpty();
        assertThat(own.rows(live, "SELECT count(*) FROM people")).as(text).containsExactly("3");
        assertThat(own.rows(live, LEFT)).as(text).isEmpty();
        own.plumbline().apply(next.back(), live, AGAIN);
        assertThat(own.rows(live, split ? WRONG_WHOLE : WRONG_PARTS)).as(text).isEmpty();
    }

    private static String write(boolean split, int id) {
        return split
                ? "INSERT INTO people (id, name, note) VALUES (" + id + ", 'G F', 'G F');"
                : "INSERT INTO people (id, first_name, last_name, note) VALUES (" + id + ", 'G', 'F', 'G F');";
    }

    /** As the trigger of a run that was stopped computes on, its plan's last step must end it together with the column. */
    @Test
    void aPlanMadeAnewDropsTheColumnTogetherWithTheTriggerThatReadsIt() {
        DatabaseUrl live = server.database("derived_anew", WHOLE);
        Plan plan = plan(server, live, SPLIT);
        List<Checkpoint> commits = plan.checkpoints();
        server.plumbline().apply(StoppedTechniqueTest.until(commits.get(commits.size() - 2), plan), live, AGAIN);
        Plan anew = plan(server, live, SPLIT);
        assertThat(anew.steps().getLast().statements())
                .containsExactly(
                        "DROP TRIGGER \"~people_first_name_plumbline_values\" ON public.people",
                        "DROP FUNCTION public.people_first_name_plumbline_values()",
                        "ALTER TABLE public.people DROP COLUMN name");
        assertThat(server.plumbline().apply(anew, live, AGAIN).reachedDesired()).isTrue();
    }

    @Test
    void aColumnThatIsKeptInTheTrashGoesThereWhenTheTriggerEnds() {
        DatabaseUrl live = server.database("derived_trash", WHOLE + "INSERT INTO people VALUES (1, 'Ada L', 'Ada L')");
        Plan plan = server.plumbline()
                .plan(server.live(live), server.declared(SPLIT), PlanOptions.DEFAULT.keeping(Duration.ofDays(3)));
        assertThat(plan.proof().orElseThrow().problems()).isEmpty();
        assertThat(plan.hazards()).doesNotContain(Hazard.DATA_LOSS);
        Step last = plan.steps().getLast();
        assertThat(last.statements().getFirst()).startsWith("DROP TRIGGER ");
        assertThat(server.plumbline().apply(plan, live, EVERYTHING).reachedDesired())
                .isTrue();
        assertThat(server.rows(live, WRONG_PARTS)).isEmpty();
    }

    @Test
    void offlineItIsOneTransaction() {
        DatabaseUrl live =
                server.database("derived_offline", WHOLE + "INSERT INTO people VALUES (1, 'Ada L', 'Ada L')");
        Plan plan = server.plumbline().plan(server.live(live), server.declared(SPLIT), PlanOptions.DEFAULT.offline());
        assertThat(plan.proof().orElseThrow().problems()).isEmpty();
        assertThat(plan.steps()).extracting(Step::mode).containsOnly(TransactionMode.TOGETHER);
        assertThat(server.plumbline().apply(plan, live, EVERYTHING).reachedDesired())
                .isTrue();
        assertThat(server.rows(live, WRONG_PARTS)).isEmpty();
    }

    /** PL/pgSQL has variables of these names, and the column is meant. */
    @Test
    void aColumnMayHaveTheNameOfAVariable() {
        DatabaseUrl live = server.database(
                "derived_variable",
                "CREATE TABLE t (id int PRIMARY KEY, found boolean, tg_op text, old int);"
                        + " INSERT INTO t VALUES (1, true, 'x', 7)");
        Plan plan = plan(server, live, """
                CREATE TABLE t (id int PRIMARY KEY,
                    all_of_it text -- plumbline: using found || tg_op || old
                );
                """);
        assertThat(server.plumbline().apply(plan, live, EVERYTHING).reachedDesired())
                .isTrue();
        assertThat(server.rows(live, "SELECT all_of_it FROM t")).containsExactly("truex7");
    }

    @Test
    void theReasonIsSaidWhereItIsDoneInOneGo() {
        DatabaseUrl live = server.database("derived_direct", """
                CREATE TABLE keyless (a text);
                CREATE TABLE generated (id int PRIMARY KEY, a text, b text GENERATED ALWAYS AS (upper(a)) STORED);
                CREATE TABLE queried (id int PRIMARY KEY, a text);
                CREATE TABLE chained (id int PRIMARY KEY, a text);
                """);
        Plan plan = plan(server, live, """
                CREATE TABLE keyless (a text,
                    n text -- plumbline: using lower(a)
                );
                CREATE TABLE generated (id int PRIMARY KEY, a text, b text GENERATED ALWAYS AS (upper(a)) STORED,
                    n text NOT NULL DEFAULT '' -- plumbline: using coalesce("b", '')
                );
                CREATE TABLE queried (id int PRIMARY KEY, a text,
                    n text -- plumbline: using (SELECT max(q.a) FROM public.queried q)
                );
                CREATE TABLE chained (id int PRIMARY KEY, a text,
                    m text, -- plumbline: using lower(a)
                    n text -- plumbline: using m || a
                );
                """);
        assertThat(plan.steps())
                .extracting(Step::reason)
                .anyMatch(reason -> reason.contains("in one go, because table public.keyless has no primary key"))
                .anyMatch(reason -> reason.contains(
                        "in one go, because column public.generated.n is computed from column public.generated.b, which is"
                                + " generated"))
                .anyMatch(reason ->
                        reason.contains("in one go, because the values of column public.queried.n come from a query"))
                .anyMatch(reason -> reason.contains("in one go, because column public.chained.n is computed from column"
                        + " public.chained.m, which comes or changes with the same plan"));
    }

    /** As a run of an application that is not a superuser: the trigger asks for no right that the application has not. */
    @Test
    void whoMayWriteTheOldColumnMayWriteItMeanwhile() {
        String actual = "CREATE TABLE people (id int PRIMARY KEY, name text NOT NULL, note text);"
                + " GRANT INSERT (id, name), UPDATE (name), SELECT (id) ON people TO app_writer";
        Plan plan = plan(server, server.database("derived_rights", actual), """
                CREATE TABLE people (id int PRIMARY KEY, note text,
                    first_name text NOT NULL -- plumbline: using split_part(name, ' ', 1)
                );
                GRANT INSERT (id, first_name), SELECT (id) ON people TO app_writer;
                """);
        List<Checkpoint> stops = plan.checkpoints();
        for (Checkpoint stop : stops.subList(0, stops.size() - 1)) {
            DatabaseUrl live = server.database("derived_rights", actual);
            server.plumbline().apply(StoppedTechniqueTest.until(stop, plan), live, AGAIN);
            server.run(
                    live,
                    "SET ROLE app_writer; INSERT INTO people (id, name) VALUES (1, 'Ada L');"
                            + " UPDATE people SET name = 'Eve L' WHERE id = 1");
            assertThat(server.plumbline().apply(plan, live, AGAIN).reachedDesired())
                    .isTrue();
            assertThat(server.rows(live, "SELECT first_name FROM people")).containsExactly("Eve");
        }
    }
}
