// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ApplyOptions;
import dev.plumbline.PlanOptions;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapAnalysis;
import dev.plumbline.gap.GapText;
import dev.plumbline.gap.HealthFacts;
import dev.plumbline.gap.ImpactRule;
import dev.plumbline.plan.Checkpoint;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.LoadedSchema;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Wherever a plan is stopped, the gap that is left is the rest of what was to be done: what the plan has put up for a while is told
 * as that, and as too much only for a schema that has no use for it.
 */
class UnfinishedWorkTest {
    private static final String ACTUAL = """
            CREATE TABLE people (id int PRIMARY KEY, name text NOT NULL);
            INSERT INTO people VALUES (1, 'Ada Lovelace');
            CREATE TYPE state AS ENUM ('open', 'held', 'closed');
            CREATE TABLE tickets (id int PRIMARY KEY, state state NOT NULL);
            INSERT INTO tickets VALUES (1, 'open');
            CREATE TABLE bills (id int PRIMARY KEY, amount int CHECK (amount > 0), note text);
            CREATE INDEX bills_amount ON bills (amount);
            INSERT INTO bills VALUES (1, 7, 'x');
            CREATE TABLE items (id int PRIMARY KEY, code text, size int);
            CREATE INDEX items_code ON items (code);
            INSERT INTO items VALUES (1, 'a', 1);
            CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT a';
            """;
    private static final String DESIRED = """
            -- plumbline: reverse column people.name using first_name
            CREATE TABLE people (id int PRIMARY KEY,
                first_name text NOT NULL -- plumbline: using split_part(name, ' ', 1)
            );
            CREATE TYPE state AS ENUM ('open', 'closed');
            CREATE TABLE tickets (id int PRIMARY KEY, state state NOT NULL);
            CREATE TABLE bills (id int PRIMARY KEY, amount bigint CHECK (amount > 0), note text NOT NULL);
            CREATE INDEX bills_amount ON bills (amount);
            CREATE TABLE items (id int PRIMARY KEY, code text, size int);
            CREATE INDEX items_code ON items (code, size);
            CREATE FUNCTION f(a int) RETURNS bigint LANGUAGE sql AS 'SELECT a::bigint';
            """;
    private static final ApplyOptions EVERYTHING = new ApplyOptions(EnumSet.allOf(Hazard.class), 0, true);

    /** On the newest server, and on one that has no NOT NULL that is NOT VALID. */
    @ParameterizedTest
    @ValueSource(ints = {18, 14})
    void whatStandsForAWhileIsNamedAndIsNoDrift(int version) {
        try (TestServer server = TestServer.start(version)) {
            DatabaseUrl live = server.database("unfinished", ACTUAL);
            LoadedSchema before = server.live(live);
            LoadedSchema desired = server.declared(DESIRED);
            Plan plan = server.plumbline().plan(before, desired, PlanOptions.DEFAULT);
            assertThat(plan.proof().orElseThrow().problems())
                    .as(GoldenPlan.text(plan))
                    .isEmpty();
            int named = 0;
            List<Checkpoint> stops = plan.checkpoints();
            for (Checkpoint stop : stops.subList(0, stops.size() - 1)) {
                live = server.database("unfinished", ACTUAL);
                server.plumbline().apply(StoppedTechniqueTest.until(stop, plan), live, EVERYTHING);
                LoadedSchema stopped = server.live(live);
                Gap gap = server.plumbline().gap(stopped, desired);
                String text = "after step " + stop.afterStep() + "\n" + GoldenPlan.text(plan);
                assertThat(gap.changes()).as(text).isNotEmpty();
                // What stepped aside is all that is left to do where its successor is there.
                assertThat(GapText.clauses(gap))
                        .as(text)
                        .noneMatch(clause -> clause.contains("_plumbline") && !clause.contains("_plumbline_old"));
                assertThat(GapAnalysis.of(gap, HealthFacts.NONE).discrepancies())
                        .as(text)
                        .noneMatch(found -> found.reasons().stream()
                                .anyMatch(reason -> reason.rule() == ImpactRule.PERHAPS_RENAMED));
                boolean stands = stopped.catalog().keys().stream()
                        .anyMatch(key -> key.toString().contains("_plumbline"));
                assertThat(gap.information().stream().anyMatch(line -> line.startsWith("a plan about ")))
                        .as(text + gap.information())
                        .isEqualTo(stands);
                named += stands ? 1 : 0;
            }
            assertThat(named).isGreaterThan(5);
        }
    }

    /** Whoever gives the plan up has its parts among what is too many, and a plan that takes them away. */
    @ParameterizedTest
    @ValueSource(ints = 18)
    void whatNobodyWillFinishIsTooMuch(int version) {
        try (TestServer server = TestServer.start(version)) {
            DatabaseUrl live = server.database("given_up", ACTUAL);
            LoadedSchema before = server.declared(ACTUAL.replaceAll("INSERT INTO .*;\n", ""));
            Plan plan = server.plumbline().plan(before, server.declared(DESIRED), PlanOptions.DEFAULT);
            Checkpoint stop = plan.checkpoints().stream()
                    .filter(point ->
                            plan.steps().get(point.afterStep() - 1).batch().isPresent())
                    .findFirst()
                    .orElseThrow();
            server.plumbline().apply(StoppedTechniqueTest.until(stop, plan), live, EVERYTHING);

            Gap gap = server.plumbline().gap(server.live(live), before);
            assertThat(gap.changes())
                    .isNotEmpty()
                    .anyMatch(change -> change instanceof Change.Extra
                            && change.key().name().contains("_plumbline"));
            assertThat(gap.information()).anyMatch(line -> line.startsWith("a plan about "));

            Plan away = server.plumbline().plan(server.live(live), before, PlanOptions.DEFAULT);
            assertThat(server.plumbline().apply(away, live, EVERYTHING).reachedDesired())
                    .isTrue();
            Gap nothing = server.plumbline().gap(server.live(live), before);
            assertThat(nothing.changes()).isEmpty();
            assertThat(nothing.information()).isEmpty();
        }
    }
}
