// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.migration.Checksum;
import dev.plumbline.migration.MigrationId;
import dev.plumbline.migration.MigrationKind;
import dev.plumbline.migration.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A migration as applied: one row of the history.
 *
 * @param rank its place in the order of application, from 1; the key of the row
 * @param kind what kind of migration it was
 * @param version its version as its author wrote it; of a repeatable one, its name
 * @param name its name
 * @param description more about it, for people: where it came from, what adopted it; may be empty
 * @param appliedAt when it was applied, in UTC, to the microsecond
 * @param appliedBy the database role, or on SQLite the user of the operating system; as another tool recorded it where
 *     the row was adopted
 * @param durationMillis how long that took
 * @param checksum what was applied; empty where another tool recorded none
 * @param status what became of it
 * @param progress how far it has come; only of interest while it has failed
 * @param down the script that undoes it, as it was when the migration was applied; empty for none
 */
public record Revision(
        long rank,
        MigrationKind kind,
        Version version,
        String name,
        String description,
        Instant appliedAt,
        String appliedBy,
        long durationMillis,
        Optional<Checksum> checksum,
        RevisionStatus status,
        Progress progress,
        Optional<String> down) {
    /** The begin of the description of a row that was taken over from another tool. */
    public static final String ADOPTED = "adopted from ";

    public Revision {
        appliedAt = appliedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * How far a migration has come that is not carried out in one transaction.
     *
     * @param direction whether it is applied or undone
     * @param done how many of its statements are committed, counted from its first
     * @param total how many it has
     * @param running whether the statement behind those was begun outside a transaction, so that only the catalog tells
     *     whether it was carried out
     */
    public record Progress(Direction direction, int done, int total, boolean running) {
        /** Returns that of a migration which was applied as a whole. */
        public static Progress complete(int total) {
            return new Progress(Direction.UP, total, total, false);
        }
    }

    /** Which way a migration goes. */
    public enum Direction {
        /** It is applied. */
        UP,
        /** It is undone. */
        DOWN
    }

    /** Returns the same with another rank. */
    public Revision withRank(long other) {
        return new Revision(
                other,
                kind,
                version,
                name,
                description,
                appliedAt,
                appliedBy,
                durationMillis,
                checksum,
                status,
                progress,
                down);
    }

    /** Returns the same after something has become of it. */
    public Revision with(RevisionStatus newStatus, Progress newProgress, long newDurationMillis) {
        return new Revision(
                rank,
                kind,
                version,
                name,
                description,
                appliedAt,
                appliedBy,
                newDurationMillis,
                checksum,
                newStatus,
                newProgress,
                down);
    }

    /** Returns the same as it is when it was applied to its end. */
    public Revision asApplied() {
        return with(RevisionStatus.APPLIED, Progress.complete(progress.total()), durationMillis);
    }

    /** Returns the same with the checksum and the way down of what is in the files now. */
    public Revision with(Optional<Checksum> newChecksum, Optional<String> newDown) {
        return new Revision(
                rank,
                kind,
                version,
                name,
                description,
                appliedAt,
                appliedBy,
                durationMillis,
                newChecksum,
                status,
                progress,
                newDown);
    }

    /** Returns what tells it from every other that is in place. */
    public MigrationId id() {
        return new MigrationId(kind == MigrationKind.REPEATABLE, version);
    }

    /** Returns whether another tool left it unfinished, so that nobody has counted what is in place. */
    public boolean isUncounted() {
        return status == RevisionStatus.FAILED && progress.running() && description.startsWith(ADOPTED);
    }

    /** Returns whether the database has it, wholly or in part. */
    public boolean inPlace() {
        return status != RevisionStatus.ROLLED_BACK;
    }

    /** Returns it for people: {@code 000001_initial_schema}. */
    public String title() {
        return kind == MigrationKind.REPEATABLE || name.isEmpty() ? version.text() : version.text() + "_" + name;
    }
}
