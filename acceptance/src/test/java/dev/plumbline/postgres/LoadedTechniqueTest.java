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

    private static TestServer server;

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
    void noStatementFails(DangerousChange change) throws Exception {
        DatabaseUrl live = server.database("loaded", change.actual());
        server.run(live, DangerousChange.rows(ROWS));
        Plan plan = server.plumbline().plan(server.live(live), server.declared(change.desired()), PlanOptions.DEFAULT);
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
    void offlineThePlanIsShort(DangerousChange change) {
        DatabaseUrl live = server.database("offline", change.actual());
        Plan plan = server.plumbline()
                .plan(server.live(live), server.declared(change.desired()), PlanOptions.DEFAULT.offline());
        assertThat(plan.proof().orElseThrow().problems()).isEmpty();
        assertThat(plan.steps()).extracting(Step::mode).containsOnly(TransactionMode.TOGETHER);
    }
}
