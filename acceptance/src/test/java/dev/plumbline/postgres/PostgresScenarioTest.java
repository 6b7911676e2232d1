// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ApplyOptions;
import dev.plumbline.PlanOptions;
import dev.plumbline.acceptance.Places;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.corpus.ClientTools;
import dev.plumbline.corpus.Dump;
import dev.plumbline.execute.Outcome;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Planner;
import dev.plumbline.report.SqlFolderWriter;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.LoadedSchema;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks the folders below {@code scenarios/postgres} on embedded servers through the façade: plan, proof, apply, compare,
 * plan again, and back. {@code -Dscenario=PATTERN} and {@code -Dpostgres=18,15} choose some of them.
 */
class PostgresScenarioTest {
    private static final int NEWEST = 18;
    private static final int ONE_OF = 6;
    private static final ApplyOptions EVERYTHING = ApplyOptions.DEFAULT.allowing(EnumSet.allOf(Hazard.class));
    private static final ApplyOptions UNPROVEN = new ApplyOptions(EnumSet.allOf(Hazard.class), 0, true);
    private static final Map<Integer, TestServer> SERVERS = new TreeMap<>();
    private static final Map<Integer, Catalog> EMPTY = new TreeMap<>();
    private static final Map<Integer, Optional<ClientTools>> TOOLS = new TreeMap<>();

    static Stream<Arguments> cases() {
        List<Integer> versions = Arrays.stream(
                        System.getProperty("postgres", "18,17,16,15,14").split(",", -1))
                .map(Integer::valueOf)
                .toList();
        String pattern = System.getProperty("scenario", "");
        List<Scenario> scenarios = Scenario.all().stream()
                .filter(scenario -> scenario.name().matches(".*" + pattern + ".*"))
                .toList();
        return versions.stream()
                .flatMap(version -> scenarios.stream()
                        .filter(scenario -> scenario.fits(version))
                        .filter(scenario -> isWhole(version) || isOneOf(scenarios.indexOf(scenario), version))
                        .map(scenario -> Arguments.of(scenario, version)));
    }

    /** The newest and the one whose catalogs differ most from it among those in wide use; of the others a cross-section. */
    private static boolean isWhole(int version) {
        return version == NEWEST
                || version == 15
                || !System.getProperty("postgres", "").isEmpty();
    }

    private static boolean isOneOf(int place, int version) {
        return place % ONE_OF == version % ONE_OF;
    }

    /** Returns the versions on which every build walks a scenario, given its place among all of them. */
    static List<Integer> versions(Scenario scenario, int place) {
        return Stream.of(14, 15, 16, 17, 18)
                .filter(scenario::fits)
                .filter(version -> version == NEWEST || version == 15 || isOneOf(place, version))
                .toList();
    }

    @AfterAll
    static void stop() {
        SERVERS.values().forEach(TestServer::close);
        SERVERS.clear();
    }

    @ParameterizedTest(name = "{0} on PostgreSQL {1}")
    @MethodSource("cases")
    void leadsThereAndBack(Scenario scenario, int version) throws IOException {
        TestServer server = SERVERS.computeIfAbsent(version, TestServer::start);
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

        writesTheSame(server, version, desired.catalog());

        Plan plan = server.plumbline().plan(actual, desired, PlanOptions.DEFAULT);
        String text = GoldenPlan.text(plan);
        assertThat(plan.isEmpty()).isFalse();
        assertThat(plan.proof().orElseThrow().problems()).as(text).isEmpty();
        if (version == NEWEST) {
            GoldenPlan.check(scenario, plan);
        }

        SortedMap<String, String> rows = server.counts(live);
        Outcome outcome = server.plumbline().apply(plan, live, EVERYTHING);
        assertThat(outcome.reachedDesired()).as(text + outcome.notes()).isTrue();
        assertThat(server.plumbline().gap(server.live(live), desired).changes()).isEmpty();
        assertThat(server.plumbline()
                        .plan(server.live(live), desired, PlanOptions.DEFAULT)
                        .isEmpty())
                .isTrue();
        check(server, live, scenario.checks());
        if (!scenario.countsDiffer()) {
            assertThat(shared(server.counts(live), rows)).isEqualTo(shared(rows, server.counts(live)));
        }
        observe(server, version, text);

        if (!scenario.isReverseBlocked()) {
            goBack(server, live, plan, actual.catalog());
            check(server, live, scenario.checksAfterReverse());
        }
        assertThat(server.scratchDatabases()).isEmpty();
    }

    /** What {@code inspect --format sql} writes of a schema makes the same schema again. */
    private static void writesTheSame(TestServer server, int version, Catalog catalog) {
        Catalog empty =
                EMPTY.computeIfAbsent(version, v -> server.declared("SELECT 1").catalog());
        String script = SqlFolderWriter.script(
                new Planner(new PostgresActionWriter()).steps(GapFinder.between(empty, catalog)));
        assertThat(GapFinder.between(server.declared(script).catalog(), catalog).changes())
                .as(script)
                .isEmpty();
    }

    private static void goBack(TestServer server, DatabaseUrl live, Plan plan, Catalog actual) {
        Plan back = plan.back();
        server.plumbline().apply(back, live, UNPROVEN);
        List<Change> left = GapFinder.between(server.catalog(live), actual).changes();
        assertThat(left).as(GoldenPlan.text(plan)).isEmpty();
    }

    private static void check(TestServer server, DatabaseUrl live, List<String> queries) {
        for (String query : queries) {
            assertThat(server.rows(live, query)).as(query).isEmpty();
        }
    }

    /** Where pg_dump is at hand, it must see no difference either between the database led there and the one made new. */
    private static void observe(TestServer server, int version, String text) {
        TOOLS.computeIfAbsent(version, v -> ClientTools.forServer(v, Places.root()))
                .ifPresent(tools -> {
                    Dump is = Dump.of(tools.dump(server.embedded().url("live")));
                    Dump should = Dump.of(tools.dump(server.embedded().url("fresh")));
                    assertThat(is).as(() -> is.difference(should) + "\n" + text).isEqualTo(should);
                });
    }

    private static SortedMap<String, String> shared(SortedMap<String, String> of, SortedMap<String, String> with) {
        SortedMap<String, String> shared = new TreeMap<>(of);
        shared.keySet().retainAll(with.keySet());
        return shared;
    }
}
