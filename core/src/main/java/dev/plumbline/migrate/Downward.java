// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.migration.Migration;
import dev.plumbline.migration.MigrationScript;
import dev.plumbline.script.SqlDialect;
import java.time.Duration;
import java.util.Optional;

/**
 * A migration on its way down.
 *
 * @param revision its row
 * @param script what undoes it
 * @param note what is unusual about that
 */
record Downward(Revision revision, MigrationScript script, Optional<String> note) {

    /**
     * Returns the way down: that of the files, where they are what was applied, so that a way down can be mended; else
     * the one that was stored when it was applied.
     *
     * @throws PlumblineException with {@code HISTORY_CONFLICT} when there is none that is sure to belong to it
     */
    static Downward of(MigrationEntry entry, SqlDialect dialect) {
        Revision revision = entry.revision().orElseThrow();
        if (entry.state() == MigrationState.PARTIAL && !Pending.isHalfUndone(entry)) {
            throw conflict(
                    entry.title() + " was begun and not ended, so its way down does not fit",
                    "Finish it with 'up', or take back what was done with 'repair --undo'.");
        }
        Optional<MigrationScript> ofFiles = entry.migration().flatMap(Migration::down);
        Optional<MigrationScript> stored = revision.down()
                .map(text -> StoredScript.read(text, entry.title() + " (down script of the history)", dialect));
        boolean same = entry.migration().isPresent() && entry.state() != MigrationState.MODIFIED;
        if (same) {
            return new Downward(revision, ofFiles.or(() -> stored).orElseThrow(() -> noWay(entry)), Optional.empty());
        }
        String why = entry.migration().isEmpty() ? "its files are not here" : "its files were changed since";
        return new Downward(
                revision,
                stored.orElseThrow(() -> conflict(
                        entry.title() + " cannot be undone: " + why
                                + ", and no way down was stored when it was applied",
                        "Run with the files that it was applied with.")),
                Optional.of(
                        entry.title() + " is undone by the script that was stored when it was applied: " + why + "."));
    }

    private static PlumblineException noWay(MigrationEntry entry) {
        String origin = entry.migration().map(Migration::origin).orElse("");
        return conflict(
                entry.title() + " has no way down",
                origin.endsWith(".up.sql")
                        ? "Write one (" + origin.replaceFirst("up\\.sql$", "down.sql") + "), or restore a backup."
                        : "Write one as the tool of the folder has it, or restore a backup.");
    }

    private static PlumblineException conflict(String fact, String wayOut) {
        return new PlumblineException(ErrorCode.HISTORY_CONFLICT, fact + ". Nothing was done.", wayOut);
    }

    Duration run(MigrationExecution execution, Journal journal) throws InterruptedException {
        return execution.run(journal, script, revision.status() == RevisionStatus.FAILED ? revision : null);
    }
}
