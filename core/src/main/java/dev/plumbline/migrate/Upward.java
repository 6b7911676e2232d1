// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.migrate.Revision.Progress;
import dev.plumbline.migration.Migration;
import dev.plumbline.migration.MigrationScript;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A migration on its way up.
 *
 * @param journal writes its row
 * @param migration its files
 * @param left the row of a run that did not come to its end
 */
record Upward(Journal journal, Migration migration, Optional<Revision> left) {

    static Upward of(MigrationEntry entry, String user, History history) {
        Migration migration = entry.migration().orElseThrow();
        Optional<Revision> left = entry.revision()
                .filter(revision -> revision.status() == RevisionStatus.FAILED)
                .filter(revision -> !Pending.isHalfUndone(entry));
        left.ifPresent(revision -> requireSame(revision, migration));
        Optional<String> down = migration.down().flatMap(StoredScript::text);
        Revision row = new Revision(
                left.isPresent() || isOutdated(entry)
                        ? entry.revision().orElseThrow().rank()
                        : 0,
                migration.kind(),
                migration.version(),
                migration.name(),
                "",
                Instant.now(),
                user,
                0,
                Optional.of(migration.checksum()),
                RevisionStatus.FAILED,
                Progress.complete(0),
                down);
        return new Upward(Journal.up(history, row, migration.checksum(), down), migration, left);
    }

    private static boolean isOutdated(MigrationEntry entry) {
        return entry.state() == MigrationState.OUTDATED;
    }

    /** What is committed must be what stands at the beginning of the script still. */
    private static void requireSame(Revision left, Migration migration) {
        if (left.checksum().filter(migration.checksum()::equals).isPresent()
                && left.progress().direction() == Revision.Direction.UP
                && left.progress().done() > 0
                && migration.up() instanceof MigrationScript.Sql sql
                && sql.statements().size() != left.progress().total()) {
            throw new PlumblineException(
                    ErrorCode.HISTORY_CONFLICT,
                    migration.title() + " was begun, and its first "
                            + left.progress().done() + " of " + left.progress().total()
                            + " statements are committed; with the callbacks around it there are "
                            + sql.statements().size() + " now. Nothing was done.",
                    "Restore the callbacks to go on, or let 'repair' compare what is there now with the database.");
        }
        if (left.checksum().filter(migration.checksum()::equals).isEmpty()
                && left.checksum().isPresent()) {
            throw new PlumblineException(
                    ErrorCode.HISTORY_CONFLICT,
                    migration.title() + " was begun, and its first "
                            + left.progress().done() + " of " + left.progress().total()
                            + " statements are committed; its file was changed since. Nothing was done.",
                    "Restore the file to go on, take the statements back with 'repair --undo', or let 'repair' compare"
                            + " the new file with the database.");
        }
    }

    Duration run(MigrationExecution execution) throws InterruptedException {
        @Nullable Revision row = left.orElse(null);
        return execution.run(journal, migration.up(), row);
    }
}
