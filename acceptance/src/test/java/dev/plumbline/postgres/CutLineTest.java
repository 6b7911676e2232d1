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
    private static final int EVERY = Integer.getInteger("cut.every", 31);
    private static final int ROWS = 300;
    private static final ApplyOptions EVERYTHING = new ApplyOptions(EnumSet.allOf(Hazard.class), 100, false);

    private static TestServer server;

    private int trials;

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
        LoadedSchema desired = server.declared(change.desired());
        Plan plan = server.plumbline().plan(server.live(before), desired, PlanOptions.DEFAULT);
        assertThat(plan.proof().orElseThrow().problems()).isEmpty();
        int requests;
        DatabaseUrl whole = server.copy(before, "uncut");
        try (LineCutter line = LineCutter.atRequest(0, server.embedded().port(), true)) {
            server.plumbline().apply(plan, server.url("uncut", line.port()), EVERYTHING);
            requests = line.requests();
        }
        List<String> rows = rows(whole);
        for (int request = 1 + Math.floorMod(change.name().hashCode(), EVERY); request <= requests; request += EVERY) {
            for (boolean arrives : new boolean[] {false, true}) {
                trial(plan, before, desired, request, arrives, rows);
            }
        }
        System.out.printf("%s: %d requests, %d trials%n", change, requests, trials);
    }

    private void trial(
            Plan plan, DatabaseUrl before, LoadedSchema desired, int request, boolean arrives, List<String> rows) {
        trials++;
        DatabaseUrl live = server.copy(before, "cut");
        String where = "cut at request " + request + (arrives ? ", which arrived" : "");
        try (LineCutter line = LineCutter.atRequest(request, server.embedded().port(), arrives)) {
            cutOff(plan, server.url("cut", line.port()), where);
        }
        Plan next = trials % 2 == 0 ? plan : server.plumbline().plan(server.live(live), desired, PlanOptions.DEFAULT);
        assertThat(next.proof().map(proof -> proof.problems()).orElseGet(List::of))
                .as(where + "\n" + GoldenPlan.text(next))
                .isEmpty();
        Outcome outcome = server.plumbline().apply(next, live, EVERYTHING);
        assertThat(outcome.reachedDesired()).as(where + " " + outcome.notes()).isTrue();
        assertThat(rows(live)).as(where).isEqualTo(rows);
        assertThat(server.rows(live, "SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid"))
                .as(where)
                .isEmpty();
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

    private static List<String> rows(DatabaseUrl url) {
        return server.rows(url, "SELECT id, a, b, c FROM t ORDER BY id");
    }
}
