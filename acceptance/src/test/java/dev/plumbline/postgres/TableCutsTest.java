// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ApplyOptions;
import dev.plumbline.PlanOptions;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.source.DatabaseUrl;
import java.util.EnumSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What would be one transaction about many tables is several about a few; what must not be seen half done is in one of them. */
class TableCutsTest {
    private static final int TABLES = 25;
    private static final PlanOptions FOUR = PlanOptions.DEFAULT.tablesAtOnce(4);
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(18);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String each(IntFunction<String> sql) {
        return IntStream.rangeClosed(1, TABLES).mapToObj(sql).collect(Collectors.joining("\n", "", "\n"));
    }

    private static Plan plan(DatabaseUrl live, String to) {
        Plan plan = server.plumbline().plan(server.live(live), server.declared(to), FOUR);
        assertThat(plan.proof())
                .hasValueSatisfying(proof -> assertThat(proof.problems()).isEmpty());
        return plan;
    }

    /** Returns what the steps of each transaction do. */
    private static List<List<String>> groups(Plan plan) {
        return Plan.groups(plan.steps()).stream()
                .map(group -> group.stream()
                        .map(step -> step.verb() + " " + step.object())
                        .toList())
                .toList();
    }

    private static void appliesThereAndBack(Plan plan, DatabaseUrl live, String from, String to) {
        ApplyOptions everything = ApplyOptions.DEFAULT.allowing(EnumSet.allOf(Hazard.class));
        assertThat(server.plumbline().apply(plan, live, everything).reachedDesired())
                .isTrue();
        assertThat(server.catalog(live).fingerprint())
                .isEqualTo(server.declared(to).catalog().fingerprint());
        Plan back = plan(live, from);
        assertThat(server.plumbline().apply(back, live, everything).reachedDesired())
                .isTrue();
        assertThat(server.catalog(live).fingerprint())
                .isEqualTo(server.declared(from).catalog().fingerprint());
    }

    @Test
    void noTableIsSeenWithItsSecurityHalfChanged() {
        String from = each(i -> "CREATE TABLE t" + i + " (id integer, owner text);");
        String to = "CREATE FUNCTION me() RETURNS text LANGUAGE sql STABLE RETURN current_user::text;\n"
                + each(i -> "CREATE TABLE t" + i + " (id integer, owner text, secret text);"
                        + "ALTER TABLE t" + i + " ENABLE ROW LEVEL SECURITY;"
                        + "CREATE POLICY own ON t" + i + " USING (owner = me());"
                        + "COMMENT ON TABLE t" + i + " IS 'kept apart';");
        DatabaseUrl live = server.database("security", from);
        Plan plan = plan(live, to);

        assertThat(groups(plan)).hasSize(7).allSatisfy(group -> {
            assertThat(group.size() - (group.contains("CREATE function public.me()") ? 1 : 0))
                    .isEven();
            assertThat(group.stream().filter(step -> step.startsWith("ALTER table")))
                    .hasSameSizeAs(group.stream()
                            .filter(step -> step.startsWith("CREATE policy"))
                            .toList());
        });
        assertThat(groups(plan).getFirst()).contains("CREATE function public.me()");
        appliesThereAndBack(plan, live, from, to);
    }

    @Test
    void whatMustGiveWayToATableStaysWithIt() {
        IntFunction<String> view = i -> "CREATE VIEW v" + i + " AS SELECT id FROM t" + i + ";";
        String from = each(i -> "CREATE TABLE t" + i + " (id integer);" + view.apply(i));
        String to = each(i -> "CREATE TABLE t" + i + " (id bigint);" + view.apply(i));
        DatabaseUrl live = server.database("views", from);
        Plan plan = plan(live, to);

        // A table without a view is seen by nobody: each is dropped and made again in one transaction.
        assertThat(groups(plan))
                .allSatisfy(group -> assertThat(names(group, "DROP view")).isEqualTo(names(group, "CREATE view")));
        assertThat(groups(plan)).hasSizeGreaterThan(TABLES / 4);
        appliesThereAndBack(plan, live, from, to);
    }

    private static List<String> names(List<String> group, String verb) {
        return group.stream()
                .filter(step -> step.startsWith(verb))
                .map(step -> step.substring(verb.length()))
                .sorted()
                .toList();
    }

    @Test
    void aNameThatIsGivenUpIsTakenInTheSameTransaction() {
        String from = each(i -> "CREATE TABLE t" + i + " (id integer);") + "CREATE VIEW x AS SELECT id FROM t1;";
        String to = each(i -> "CREATE TABLE t" + i + " (id integer, n integer);") + "CREATE TABLE x (id integer);";
        DatabaseUrl live = server.database("names", from);
        Plan plan = plan(live, to);
        assertThat(groups(plan))
                .filteredOn(group -> group.contains("DROP view public.x"))
                .singleElement()
                .satisfies(group -> assertThat(group).contains("CREATE table public.x"));
        appliesThereAndBack(plan, live, from, to);
    }

    @Test
    void tablesOfOneInheritanceStayTogether() {
        String from = each(i -> "CREATE TABLE t" + i + " (id integer);")
                + "CREATE TABLE p (id integer, n text) PARTITION BY RANGE (id);"
                + each(i -> "CREATE TABLE p" + i + " PARTITION OF p FOR VALUES FROM (" + i + ") TO (" + (i + 1) + ");");
        String to = each(i -> "CREATE TABLE t" + i + " (id integer, m text);")
                + "CREATE TABLE p (id integer, n text) PARTITION BY RANGE (id);"
                + each(i -> "CREATE TABLE p" + i + " PARTITION OF p (n DEFAULT '" + i + "') FOR VALUES FROM (" + i
                        + ") TO (" + (i + 1) + ");");
        DatabaseUrl live = server.database("inherited", from);
        Plan plan = plan(live, to);
        assertThat(groups(plan).stream().filter(group -> group.toString().contains("public.p1.")))
                .singleElement()
                .satisfies(group -> assertThat(group).hasSize(TABLES));
        appliesThereAndBack(plan, live, from, to);
    }
}
