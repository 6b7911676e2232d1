// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.PlanOptions;
import dev.plumbline.plan.Plan;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever reads a plan is told of a transaction that keeps applications from many tables at once. */
class CrowdedTransactionsTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(18);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String tables(int count, String columns) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "CREATE TABLE t" + i + " (" + columns + ");")
                .collect(Collectors.joining("\n"));
    }

    private static Plan plan(String from, String to, PlanOptions options) {
        Plan plan = server.plumbline().plan(server.declared(from), server.declared(to), options);
        assertThat(plan.proof())
                .hasValueSatisfying(proof -> assertThat(proof.problems()).isEmpty());
        return plan;
    }

    @Test
    void elevenTablesThatCannotBeToldApartAreTold() {
        String view = IntStream.rangeClosed(1, 11)
                .mapToObj(i -> "SELECT id FROM t" + i)
                .collect(Collectors.joining(" UNION ALL ", "CREATE VIEW v AS ", ";"));
        Plan plan = plan(
                tables(11, "id integer") + view, tables(11, "id bigint") + view, PlanOptions.DEFAULT.tablesAtOnce(10));
        assertThat(plan.notes())
                .singleElement()
                .asString()
                .startsWith("Steps 1 to 13 are one transaction: 11 tables are locked");
    }

    @Test
    void elevenThatCanAreCut() {
        Plan plan = plan(tables(11, "id integer"), tables(11, "id integer, n integer"), PlanOptions.DEFAULT);
        assertThat(plan.notes()).isEmpty();
        assertThat(Plan.groups(plan.steps())).extracting(List::size).containsExactly(10, 1);
        assertThat(Plan.groups(plan.reverse())).extracting(List::size).containsExactly(10, 1);
    }

    @Test
    void tenAreNot() {
        Plan plan = plan(tables(10, "id integer"), tables(10, "id integer, n integer"), PlanOptions.DEFAULT);
        assertThat(plan.notes()).isEmpty();
    }

    @Test
    void newTablesAreWaitedForByNobody() {
        assertThat(plan("", tables(30, "id integer"), PlanOptions.DEFAULT).notes())
                .isEmpty();
    }

    @Test
    void whoWantsTheShortFormHasChosenSo() {
        Plan plan = plan(tables(11, "id integer"), tables(11, "id integer, n integer"), PlanOptions.DEFAULT.offline());
        assertThat(plan.notes()).isEmpty();
    }
}
