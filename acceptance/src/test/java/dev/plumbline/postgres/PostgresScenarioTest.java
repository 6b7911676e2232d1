// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ApplyOptions;
import dev.plumbline.PlanOptions;
import dev.plumbline.Plumbline;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Owner;
import dev.plumbline.catalog.Owners;
import dev.plumbline.corpus.Dump;
import dev.plumbline.execute.FailedBuilds;
import dev.plumbline.execute.Outcome;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Planner;
import dev.plumbline.postgres.plan.PostgresActionWriter;
import dev.plumbline.report.SqlFolderWriter;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.LoadedSchema;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks the folders below {@code scenarios/postgres} on embedded servers through the façade: plan, proof, apply, compare,
 * plan again, and back. Every build walks all of them on two versions and a cross-section on the others; {@code
 * -Dscenarios.versions=all} walks all on each, {@code -Dpostgres=18,15} on these, {@code -Dscenario=PATTERN} some of them.
 *
 * <p>What is walked must stand in {@code docs/coverage.md}. With {@code -Dgolden=update} a walk of everything writes the
 * page anew, and a walk of some adds to it.
 */
class PostgresScenarioTest {
    private static final int NEWEST = 18;

    /** With {@code -Dscenarios.tables=1} every plan is cut wherever it can be; what it looks like is not compared then. */
    private static final PlanOptions OPTIONS = PlanOptions.DEFAULT.tablesAtOnce(
            Integer.getInteger("scenarios.tables", PlanOptions.DEFAULT.tablesAtOnce()));

    private static final int ONE_OF = 6;
    private static final boolean EVERYTHING_EVERYWHERE = "all".equals(System.getProperty("scenarios.versions"));
    private static final String CHOSEN_VERSIONS = System.getProperty("postgres", "");
    private static final String CHOSEN_SCENARIOS = System.getProperty("scenario", "");
    private static final boolean UPDATE = "update".equals(System.getProperty("golden"));

    private static final ApplyOptions EVERYTHING = ApplyOptions.DEFAULT.allowing(EnumSet.allOf(Hazard.class));
    private static final ApplyOptions UNPROVEN = new ApplyOptions(EnumSet.allOf(Hazard.class), 0, true);
    private static final ScenarioServers SERVERS = new ScenarioServers();
    private static final Coverage PAGE = CoveragePage.read();
    private static final Coverage WALKED = new Coverage();

    static Stream<Arguments> cases() {
        List<Integer> versions = Arrays.stream(
                        (CHOSEN_VERSIONS.isEmpty() ? "18,17,16,15,14" : CHOSEN_VERSIONS).split(",", -1))
                .map(Integer::valueOf)
                .toList();
        List<Scenario> scenarios = Scenario.all().stream()
                .filter(scenario -> scenario.name().matches(".*" + CHOSEN_SCENARIOS + ".*"))
                .toList();
        return versions.stream()
                .flatMap(version -> scenarios.stream()
                        .filter(scenario -> scenario.fits(version))
                        .filter(scenario -> isWhole(version) || isOneOf(scenarios.indexOf(scenario), version))
                        .map(scenario -> Arguments.of(scenario, version)));
    }

    /** The newest and the one whose catalogs differ most from it among those in wide use; of the others a cross-section. */
    private static boolean isWhole(int version) {
        return version == NEWEST || version == 15 || EVERYTHING_EVERYWHERE || !CHOSEN_VERSIONS.isEmpty();
    }

    private static boolean isOneOf(int place, int version) {
        return place % ONE_OF == version % ONE_OF;
    }

    @AfterAll
    static void stop() {
        SERVERS.close();
        if (UPDATE) {
            boolean whole = EVERYTHING_EVERYWHERE && CHOSEN_VERSIONS.isEmpty() && CHOSEN_SCENARIOS.isEmpty();
            Coverage written = new Coverage();
            if (!whole) {
                written.addAll(PAGE);
            }
            written.addAll(WALKED);
            CoveragePage.write(written, Scenario.all().size());
        }
    }

    private static void note(Plan plan, int version) {
        Coverage walk = new Coverage();
        Coverage.of(plan).forEach(cell -> walk.add(cell, version));
        synchronized (WALKED) {
            WALKED.addAll(walk);
        }
        if (!UPDATE) {
            assertThat(walk.beyond(PAGE))
                    .as("docs/coverage.md lacks it; -Dgolden=update adds it")
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "{0} on PostgreSQL {1}")
    @MethodSource("cases")
    @Execution(ExecutionMode.CONCURRENT)
    void leadsThereAndBack(Scenario scenario, int version) throws IOException {
        SERVERS.at(version, place -> leadThereAndBack(scenario, place));
    }

    private static void leadThereAndBack(Scenario scenario, ScenarioServers.Place place) throws IOException {
        TestServer server = place.server();
        DatabaseUrl live = server.database("live", scenario.actual());
        DatabaseUrl fresh = server.database("fresh", scenario.desired());
        if (!scenario.rows().isBlank()) {
            server.run(live, scenario.rows());
        }
        LoadedSchema actual = server.live(live);
        LoadedSchema desired = server.declared(scenario.desiredFile());
        assertThat(actual.catalog().unmodelled()).isEmpty();
        assertThat(desired.catalog().unmodelled()).isEmpty();
        assertThat(desired.catalog().fingerprint())
                .isEqualTo(server.catalog(fresh).fingerprint());

        Plumbline plumbline = server.plumbline().comparingOwners(scenario.comparesOwners());

        writesTheSame(place, scenario.mindsOwners() ? Owners.said(desired.catalog()) : desired.catalog());

        Plan plan = plumbline.plan(actual, desired, OPTIONS);
        String text = GoldenPlan.text(plan);
        assertThat(plan.isEmpty()).isFalse();
        assertThat(plan.proof().orElseThrow().problems()).as(text).isEmpty();
        if (!OPTIONS.equals(PlanOptions.DEFAULT)) {
            assertThat(plan.proof().orElseThrow().holds()).as(text).isTrue();
        } else if (place.version() == NEWEST) {
            GoldenPlan.check(scenario, plan);
        } else if (scenario.hasPlan(place.version())) {
            GoldenPlan.check(scenario, plan, place.version());
        }
        if (scenario.isGentle(place.version())) {
            assertThat(plan.hazards()).as(text).doesNotContain(Hazard.BLOCKING_SCAN, Hazard.REWRITE);
        }

        SortedMap<String, String> rows = server.counts(live);
        Outcome outcome = server.plumbline().apply(plan, live, EVERYTHING);
        assertThat(outcome.reachedDesired()).as(text + outcome.notes()).isTrue();
        LoadedSchema led = server.live(live);
        assertThat(plumbline.gap(led, desired).changes()).isEmpty();
        assertThat(plumbline.plan(led, desired, OPTIONS).isEmpty()).isTrue();
        check(server, live, scenario.checks());
        if (!scenario.countsDiffer()) {
            SortedMap<String, String> now = server.counts(live);
            assertThat(shared(now, rows)).isEqualTo(shared(rows, now));
        }
        if (!scenario.keepsNames()) {
            observe(place, scenario, text);
        }

        if (!scenario.isReverseBlocked()) {
            // What a build that failed has left is not made again.
            goBack(server, live, plan, FailedBuilds.without(actual.catalog()), scenario);
            check(server, live, scenario.checksAfterReverse());
        }
        assertThat(server.scratchDatabases()).isEmpty();
        note(plan, place.version());
    }

    /** What {@code inspect --format sql} writes of a schema makes the same schema again. */
    private static void writesTheSame(ScenarioServers.Place place, Catalog declared) {
        PostgresActionWriter writer = new PostgresActionWriter(true);
        Catalog catalog = writer.said(declared);
        String script =
                SqlFolderWriter.script(catalog, new Planner(writer).steps(GapFinder.between(place.empty(), catalog)));
        Catalog again = writer.said(place.server().declared(script).catalog());
        boolean owners = !catalog.objects(Owner.class).toList().isEmpty();
        assertThat(GapFinder.between(owners ? Owners.said(again) : again, catalog)
                        .changes())
                .as(script)
                .isEmpty();
    }

    private static void goBack(TestServer server, DatabaseUrl live, Plan plan, Catalog actual, Scenario scenario) {
        Plan back = plan.back();
        server.plumbline().apply(back, live, UNPROVEN);
        Catalog returned = server.catalog(live);
        List<Change> left = scenario.mindsOwners()
                ? GapFinder.between(Owners.compared(returned), Owners.compared(actual))
                        .changes()
                : GapFinder.between(returned, actual).changes();
        assertThat(left).as(GoldenPlan.text(plan)).isEmpty();
    }

    private static void check(TestServer server, DatabaseUrl live, List<String> queries) {
        for (String query : queries) {
            assertThat(server.rows(live, query)).as(query).isEmpty();
        }
    }

    /** Where pg_dump is at hand, it must see no difference either between the database led there and the one made new. */
    private static void observe(ScenarioServers.Place place, Scenario scenario, String text) {
        place.tools().ifPresent(tools -> {
            UnaryOperator<String> dump = scenario.mindsOwners() ? tools::dumpWithOwners : tools::dump;
            Dump is = Dump.of(dump.apply(place.server().embedded().url("live")));
            Dump should = Dump.of(dump.apply(place.server().embedded().url("fresh")));
            assertThat(is).as(() -> is.difference(should) + "\n" + text).isEqualTo(should);
        });
    }

    private static SortedMap<String, String> shared(SortedMap<String, String> of, SortedMap<String, String> with) {
        SortedMap<String, String> shared = new TreeMap<>(of);
        shared.keySet().retainAll(with.keySet());
        return shared;
    }
}
