// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.ApplyOptions;
import dev.plumbline.PlanOptions;
import dev.plumbline.Plumbline;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.Outcome;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.LoadedSchema;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A rename in two halves on one database: every plan of it is proven, needs no hazard allowed, and comes to where it was to; made
 * again it is empty.
 */
final class TwoHalves {
    static final PlanOptions EXPAND = PlanOptions.DEFAULT.expand();
    static final ApplyOptions UNPROVEN = new ApplyOptions(EnumSet.noneOf(Hazard.class), 0, true);

    private final TestServer server;
    private final Plumbline plumbline;
    private final DatabaseUrl live;
    private final LoadedSchema desired;
    private final Catalog start;
    private Optional<Plan> expanded = Optional.empty();
    private Optional<Plan> contracted = Optional.empty();

    TwoHalves(TestServer server, String actual, String desired) {
        this.server = server;
        this.plumbline = server.plumbline();
        this.live = server.database("names", actual);
        this.desired = server.declared(desired);
        this.start = server.catalog(live);
    }

    private TwoHalves(TwoHalves from, DatabaseUrl live, Plumbline plumbline) {
        this.server = from.server;
        this.plumbline = plumbline;
        this.live = live;
        this.desired = from.desired;
        this.start = from.start;
    }

    /** Returns the same on a copy of the database as it is now. */
    TwoHalves copied() {
        return copiedTo("names_copied");
    }

    TwoHalves copiedTo(String name) {
        return new TwoHalves(this, server.copy(live, name), plumbline);
    }

    /** Returns the same with owners among what is compared, or without. */
    TwoHalves comparingOwners(boolean compared) {
        return new TwoHalves(this, live, plumbline.comparingOwners(compared));
    }

    DatabaseUrl live() {
        return live;
    }

    /** Returns the catalog before the first half. */
    Catalog start() {
        return start;
    }

    void run(String script) {
        server.run(live, script);
    }

    List<String> rows(String query) {
        return server.rows(live, query);
    }

    Plan plan(PlanOptions options) {
        return plan(desired, options);
    }

    Plan plan(LoadedSchema to, PlanOptions options) {
        Plan plan = plumbline.plan(server.live(live), to, options);
        plan.proof()
                .ifPresent(proof ->
                        assertThat(proof.problems()).as(GoldenPlan.text(plan)).isEmpty());
        assertThat(plan.hazards()).as(GoldenPlan.text(plan)).isEmpty();
        return plan;
    }

    Gap gap() {
        return plumbline.gap(server.live(live), desired);
    }

    void apply(Plan plan) {
        Outcome outcome = plumbline.apply(plan, live, ApplyOptions.DEFAULT);
        assertThat(outcome.reachedDesired())
                .as(GoldenPlan.text(plan) + outcome.notes())
                .isTrue();
    }

    Plan expand() {
        Plan plan = plan(EXPAND);
        assertThat(plan.notes()).anyMatch(note -> note.contains("the new application may be deployed"));
        apply(plan);
        expanded = Optional.of(plan);
        Plan again = plan(EXPAND);
        assertThat(again.isEmpty()).as(GoldenPlan.text(again)).isTrue();
        assertThat(again.notes()).anyMatch(note -> note.contains("the new application may be deployed"));
        Gap gap = gap();
        assertThat(gap.changes())
                .hasAtLeastOneElementOfType(Change.Renamed.class)
                .allMatch(TwoHalves::isOfTheRename);
        assertThat(gap.information()).anyMatch(note -> note.endsWith("its rename is under way"));
        return plan;
    }

    /** Names that the server made of the first name stay: that of an identity's sequence, and on 18 that of NOT NULL. */
    private static boolean isOfTheRename(Change change) {
        return change instanceof Change.Renamed
                || (change instanceof Change.Altered altered
                        && altered.actual() instanceof Column actual
                        && altered.desired() instanceof Column desired
                        && withoutMadeNames(actual).equals(withoutMadeNames(desired)));
    }

    private static Column withoutMadeNames(Column column) {
        Column unnamed = column.withNotNull(column.notNull(), Optional.empty(), column.notNullOptions());
        return column.value() instanceof ColumnValue.Identity identity
                ? unnamed.withValue(new ColumnValue.Identity(
                        identity.always(), identity.sequence(), Optional.empty(), identity.unlogged()))
                : unnamed;
    }

    Plan contract() {
        Plan plan = plan(PlanOptions.DEFAULT);
        assertThat(plan.notes()).anyMatch(note -> note.startsWith("Apply this only when nothing uses "));
        assertThat(Plan.groups(plan.steps())).as(GoldenPlan.text(plan)).hasSize(1);
        apply(plan);
        contracted = Optional.of(plan);
        assertThat(GapFinder.between(server.catalog(live), desired.catalog()).changes())
                .isEmpty();
        assertThat(plan(PlanOptions.DEFAULT).isEmpty()).isTrue();
        return plan;
    }

    /** Undoes the second half, so that both names work again. */
    void backToBoth() {
        plumbline.apply(contracted.orElseThrow().back(), live, UNPROVEN);
    }

    /** Undoes the first half too. */
    void backToTheStart() {
        plumbline.apply(expanded.orElseThrow().back(), live, UNPROVEN);
        isAtTheStart();
    }

    void isAtTheStart() {
        assertThat(GapFinder.between(server.catalog(live), start).changes()).isEmpty();
    }

    /** A plan is refused before anything is made of it, with these words. */
    void refuses(PlanOptions options, String... words) {
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> plan(options))
                .satisfies(e -> assertThat(e.getMessage()).contains(words))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED));
    }

    /**
     * Walks both halves while the old application is at work up to the second one, and the new one from the first one on. No
     * statement of either fails, nor by waiting for a lock for much longer than a step does.
     *
     * @param between what is tried between the halves
     */
    void walk(Supplier<Traffic> old, Supplier<Traffic> young, Runnable between) throws InterruptedException {
        Duration most = Duration.ofMillis(500);
        ApplyOptions busy = new ApplyOptions(EnumSet.noneOf(Hazard.class), 100, false).waitingAtMost(most);
        try (Traffic before = old.get()) {
            before.awaitStatements(30);
            assertThat(plumbline.apply(plan(EXPAND), live, busy).reachedDesired())
                    .isTrue();
            try (Traffic after = young.get()) {
                after.awaitStatements(100);
                before.awaitStatements(100);
                between.run();
                before.end();
                assertThat(before.failures()).isEmpty();
                assertThat(plumbline
                                .apply(plan(PlanOptions.DEFAULT), live, busy)
                                .reachedDesired())
                        .isTrue();
                after.awaitStatements(30);
                assertThat(after.failures()).isEmpty();
            }
        }
    }
}
