// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.migrate.Revision.Direction;
import dev.plumbline.migration.MigrationScript;
import java.util.Optional;

/**
 * One migration that a run would carry out, in one direction.
 *
 * @param entry the migration
 * @param direction which way it goes
 * @param script what is run
 * @param done how many of its statements an earlier run has committed
 * @param begun whether an earlier run began the statement behind those outside a transaction, and nobody knows its end
 * @param note what is unusual about it, a sentence
 */
public record Leg(
        MigrationEntry entry,
        Direction direction,
        MigrationScript script,
        int done,
        boolean begun,
        Optional<String> note) {

    static Leg up(MigrationEntry entry) {
        return of(entry, Direction.UP, entry.migration().orElseThrow().up(), Optional.empty());
    }

    static Leg down(MigrationEntry entry, Downward downward) {
        return of(entry, Direction.DOWN, downward.script(), downward.note());
    }

    private static Leg of(MigrationEntry entry, Direction direction, MigrationScript script, Optional<String> note) {
        Optional<Revision.Progress> left = entry.revision()
                .filter(revision -> revision.status() == RevisionStatus.FAILED)
                .map(Revision::progress)
                .filter(progress -> progress.direction() == direction);
        return new Leg(
                entry,
                direction,
                script,
                left.map(Revision.Progress::done).orElse(0),
                left.map(Revision.Progress::running).orElse(false),
                note);
    }

    /** Returns the migration for people. */
    public String title() {
        return entry.title();
    }
}
