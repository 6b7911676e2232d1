// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.error.PlumblineException;
import dev.plumbline.migration.MigrationId;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.migration.Version;
import dev.plumbline.script.SqlDialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a run would carry out, by the same rules as the run itself.
 *
 * @param status how files and history stand before it
 * @param legs what is carried out, in order
 * @param notes what is left out and why, one sentence each
 */
public record Itinerary(MigrationStatus status, List<Leg> legs, List<String> notes) {
    public Itinerary {
        legs = List.copyOf(legs);
        notes = List.copyOf(notes);
    }

    /**
     * Returns that of {@link MigrationRunner#up()}.
     *
     * @throws PlumblineException with {@code HISTORY_CONFLICT} where the run would refuse
     */
    public static Itinerary up(MigrationSet set, List<Revision> history, RunOptions options, SqlDialect dialect) {
        MigrationStatus status = MigrationStatus.of(set, history);
        Pending pending = Pending.of(status, options);
        return new Itinerary(status, legs(pending, dialect), pending.notes());
    }

    /**
     * Returns that of {@link MigrationRunner#down(int)}.
     *
     * @throws PlumblineException with {@code HISTORY_CONFLICT} where the run would refuse
     */
    public static Itinerary down(MigrationSet set, List<Revision> history, int count, SqlDialect dialect) {
        MigrationStatus status = MigrationStatus.of(set, history);
        return new Itinerary(status, downLegs(Undoing.last(status, count), dialect), List.of());
    }

    /**
     * Returns that of {@link MigrationRunner#to(Version)}.
     *
     * @throws PlumblineException with {@code HISTORY_CONFLICT} or {@code INVALID_ARGUMENT} where the run would refuse
     */
    public static Itinerary to(
            MigrationSet set, List<Revision> history, Version version, RunOptions options, SqlDialect dialect) {
        MigrationStatus status = MigrationStatus.of(set, history);
        Goal goal = Goal.of(status, version);
        List<Leg> legs = new ArrayList<>(downLegs(Undoing.of(goal.beyond()), dialect));
        Set<MigrationId> undone = goal.beyond().stream().map(MigrationEntry::id).collect(Collectors.toSet());
        MigrationStatus afterwards = MigrationStatus.of(
                set,
                history.stream()
                        .filter(revision -> !undone.contains(revision.id()))
                        .toList());
        Pending pending = Pending.of(afterwards, options).upTo(goal);
        legs.addAll(legs(pending, dialect));
        return new Itinerary(status, legs, pending.notes());
    }

    private static List<Leg> legs(Pending pending, SqlDialect dialect) {
        List<Leg> legs = new ArrayList<>(downLegs(pending.undoFirst(), dialect));
        pending.entries().stream().map(Leg::up).forEach(legs::add);
        return legs;
    }

    private static List<Leg> downLegs(List<MigrationEntry> entries, SqlDialect dialect) {
        return entries.stream()
                .map(entry -> Leg.down(entry, Downward.of(entry, dialect)))
                .toList();
    }
}
