// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ApplyOptions;
import dev.plumbline.PlanOptions;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapText;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.source.DatabaseUrl;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;

/** Both halves of a plan whose columns are there in two forms, on one database; every plan is proven. */
record FormHalves(TestServer server, DatabaseUrl live, String desired) {
    static final PlanOptions EXPAND = PlanOptions.DEFAULT.expand();
    static final ApplyOptions EVERYTHING = new ApplyOptions(EnumSet.allOf(Hazard.class), 100, true);

    /** Finds what a run has left of its own. */
    static final String LEFT = "SELECT proname FROM pg_proc WHERE proname LIKE '%plumbline%'"
            + " UNION ALL SELECT attname FROM pg_attribute WHERE attname LIKE '%plumbline%'";

    static FormHalves on(TestServer server, String actual, String desired) {
        return new FormHalves(server, server.database("forms", actual), desired);
    }

    Plan plan(PlanOptions options) {
        Plan plan = server.plumbline().plan(server.live(live), server.declared(desired), options);
        plan.proof()
                .ifPresent(proof ->
                        assertThat(proof.problems()).as(GoldenPlan.text(plan)).isEmpty());
        return plan;
    }

    void apply(Plan plan) {
        assertThat(server.plumbline().apply(plan, live, EVERYTHING).reachedDesired())
                .as(GoldenPlan.text(plan))
                .isTrue();
    }

    List<String> rows(String query) {
        return server.rows(live, query);
    }

    Plan expand() {
        Plan plan = plan(EXPAND);
        assertThat(plan.notes())
                .as(GoldenPlan.text(plan))
                .anyMatch(note -> note.contains("follow each other, whichever is written"));
        assertThat(plan.hazards())
                .as(GoldenPlan.text(plan))
                .doesNotContain(Hazard.DATA_LOSS, Hazard.IRREVERSIBLE, Hazard.BLOCKING_SCAN, Hazard.REWRITE);
        apply(plan);
        isBetween();
        return plan;
    }

    void isBetween() {
        Plan again = plan(EXPAND);
        assertThat(again.isEmpty()).as(GoldenPlan.text(again)).isTrue();
        assertThat(again.notes()).anyMatch(note -> note.contains("the new application may be deployed"));
        Gap gap = server.plumbline().gap(server.live(live), server.declared(desired));
        assertThat(gap.information()).anyMatch(note -> note.contains("the first half of a plan is applied"));
        assertThat(GapText.clauses(gap)).isNotEmpty().noneMatch(clause -> clause.contains("_plumbline"));
    }

    Plan contract() {
        return contract(PlanOptions.DEFAULT);
    }

    Plan contract(PlanOptions options) {
        Plan plan = plan(options);
        assertThat(plan.notes()).anyMatch(note -> note.startsWith("Apply this only when nothing uses "));
        assertThat(plan.hazards()).as(GoldenPlan.text(plan)).doesNotContain(Hazard.REWRITE);
        // What the new application wrote is not computed again.
        assertThat(plan.steps()).flatExtracting(Step::statements).noneMatch(sql -> sql.startsWith("UPDATE "));
        Step last = plan.steps().getLast();
        assertThat(last.statements().getFirst()).as(GoldenPlan.text(plan)).startsWith("DROP TRIGGER ");
        apply(plan);
        return plan;
    }

    /**
     * Applies both halves while the old application writes from the begin, and the new one between the halves; both write the same rows
     * all the time, and no statement of either fails.
     *
     * @param wrong finds rows whose forms do not agree
     */
    void underTraffic(String table, List<String> old, List<String> young, String wrong) throws Exception {
        Duration held = Duration.ofMillis(150);
        ApplyOptions busy =
                new ApplyOptions(EnumSet.allOf(Hazard.class), 100, false).waitingAtMost(Duration.ofMillis(500));
        try (Traffic before = Traffic.on(live, old, table, held)) {
            before.awaitStatements(30);
            assertThat(server.plumbline().apply(plan(EXPAND), live, busy).reachedDesired())
                    .isTrue();
            assertThat(rows(wrong)).isEmpty();
            try (Traffic after = Traffic.on(live, young, table, held, 5_000_000)) {
                after.awaitStatements(100);
                before.awaitStatements(100);
                before.end();
                assertThat(before.failures()).isEmpty();
                assertThat(rows(wrong)).isEmpty();
                assertThat(server.plumbline()
                                .apply(plan(PlanOptions.DEFAULT), live, busy)
                                .reachedDesired())
                        .isTrue();
                after.awaitStatements(30);
                assertThat(after.failures()).isEmpty();
                after.end();
            }
        }
    }
}
