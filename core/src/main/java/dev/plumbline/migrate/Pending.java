// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.migration.Migration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What there is to apply, after the policies have had their say.
 *
 * @param undoFirst migrations whose way down was begun and not ended; that is ended first
 * @param entries what is applied, in order
 * @param notes what was left out and why, and what is no longer proven, one sentence each
 */
record Pending(List<MigrationEntry> undoFirst, List<MigrationEntry> entries, List<String> notes) {
    Pending {
        undoFirst = List.copyOf(undoFirst);
        entries = List.copyOf(entries);
        notes = List.copyOf(notes);
    }

    /** Of what is to be applied, what was edited after it was proven. */
    private static List<String> noLongerProven(List<MigrationEntry> entries) {
        return entries.stream()
                .filter(entry ->
                        entry.migration().filter(Migration::isEditedSinceProven).isPresent())
                .map(entry -> entry.title()
                        + " was edited after it was proven, so its proof says nothing of it as it is now; 'plumbline prove'"
                        + " proves it again, and 'plumbline test' tries it there and back on a scratch database.")
                .toList();
    }

    /**
     * Returns what a run has to apply.
     *
     * @throws PlumblineException with {@code HISTORY_CONFLICT} when files and history do not agree
     */
    static Pending of(MigrationStatus status, RunOptions options) {
        refuseModified(status, options);
        List<MigrationEntry> undo = new ArrayList<>();
        List<MigrationEntry> entries = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (MigrationEntry entry : status.entries()) {
            switch (entry.state()) {
                case PENDING, OUTDATED -> entries.add(entry);
                case PARTIAL -> {
                    if (entry.revision().filter(Revision::isUncounted).isPresent()) {
                        throw uncounted(entry);
                    }
                    if (isHalfUndone(entry)) {
                        undo.add(entry);
                    }
                    // Without its files it can be undone by what the history has stored, and not be finished.
                    if (entry.migration().isPresent()) {
                        entries.add(entry);
                    } else if (!isHalfUndone(entry)) {
                        throw missingPartial(entry);
                    }
                }
                case OUT_OF_ORDER -> {
                    switch (options.outOfOrder()) {
                        case LINEAR -> throw outOfOrder(status);
                        case ALLOW -> entries.add(entry);
                        case SKIP -> notes.add(entry.title() + " is left out: a later one is applied already.");
                    }
                }
                case MISSING -> notes.add(entry.title() + " is in place, but its files are not here.");
                case APPLIED, MODIFIED, IGNORED -> {}
            }
        }
        notes.addAll(noLongerProven(entries));
        return new Pending(undo, entries, entries.isEmpty() && undo.isEmpty() ? List.of() : notes);
    }

    /** Returns the migrations that were just undone, to be applied again, whatever comes after them. */
    static Pending again(MigrationStatus status, List<MigrationEntry> undone) {
        List<MigrationEntry> entries = status.entries().stream()
                .filter(entry -> undone.stream().anyMatch(other -> other.id().equals(entry.id())))
                .filter(entry -> entry.migration().isPresent())
                .toList();
        return new Pending(List.of(), entries, List.of());
    }

    /** Returns whether the way down was begun. */
    static boolean isHalfUndone(MigrationEntry entry) {
        return entry.revision()
                .filter(revision -> revision.progress().direction() == Revision.Direction.DOWN)
                .isPresent();
    }

    boolean isEmpty() {
        return entries.isEmpty() && undoFirst.isEmpty();
    }

    /** Returns what of it leads to a goal and not beyond. */
    Pending upTo(Goal goal) {
        return new Pending(undoFirst, entries.stream().filter(goal::includes).toList(), notes);
    }

    private static void refuseModified(MigrationStatus status, RunOptions options) {
        List<MigrationEntry> modified = status.in(MigrationState.MODIFIED);
        if (modified.isEmpty() || options.allowModified()) {
            return;
        }
        throw new PlumblineException(
                ErrorCode.HISTORY_CONFLICT,
                "Files were changed after they were applied: "
                        + modified.stream()
                                .map(entry -> entry.title() + " (applied as "
                                        + entry.revision()
                                                .flatMap(Revision::checksum)
                                                .orElseThrow()
                                                .abbreviated()
                                        + ", now "
                                        + entry.migration()
                                                .orElseThrow()
                                                .checksum()
                                                .abbreviated() + ")")
                                .collect(Collectors.joining(", "))
                        + ". Nothing was done.",
                "Restore the files, and put the change into a new migration. Where the database is right and only the"
                        + " record is not, 'repair --accept' takes the files as they are.");
    }

    private static PlumblineException outOfOrder(MigrationStatus status) {
        List<MigrationEntry> late = status.in(MigrationState.OUT_OF_ORDER);
        return new PlumblineException(
                ErrorCode.HISTORY_CONFLICT,
                late.stream().map(MigrationEntry::title).collect(Collectors.joining(", "))
                        + (late.size() == 1 ? " comes" : " come") + " before "
                        + status.current().map(MigrationEntry::title).orElse("what is applied")
                        + ", which is applied already. Nothing was done.",
                "Give it a new version, or say --out-of-order allow to apply it all the same, --out-of-order skip to"
                        + " leave it out.");
    }

    private static PlumblineException uncounted(MigrationEntry entry) {
        return new PlumblineException(
                ErrorCode.HISTORY_CONFLICT,
                entry.title()
                        + " was left unfinished by another tool, which did not record how far it came. Nothing was"
                        + " done.",
                "'repair' finds that out; 'repair --finish' or 'repair --undo' puts it right.");
    }

    private static PlumblineException missingPartial(MigrationEntry entry) {
        return new PlumblineException(
                ErrorCode.HISTORY_CONFLICT,
                entry.title() + " was begun and not ended, and its files are not here. Nothing was done.",
                "Run with the files that it was begun with, or take it back with 'repair --undo'.");
    }
}
