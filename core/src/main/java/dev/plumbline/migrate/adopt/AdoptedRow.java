// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.adopt;

import dev.plumbline.migrate.Revision;
import dev.plumbline.migrate.Revision.Direction;
import dev.plumbline.migrate.Revision.Progress;
import dev.plumbline.migrate.RevisionStatus;
import dev.plumbline.migrate.StoredScript;
import dev.plumbline.migration.Checksum;
import dev.plumbline.migration.Migration;
import dev.plumbline.migration.MigrationKind;
import dev.plumbline.migration.MigrationScript;
import dev.plumbline.migration.Version;
import java.time.Instant;
import java.util.Optional;

/** A row of the history in the making, from one migration that another tool recorded. */
final class AdoptedRow {
    private final Recorded recorded;
    private final Optional<Migration> migration;
    private RevisionStatus status;
    private String note;
    private Optional<Checksum> checksum;

    AdoptedRow(Recorded recorded, Optional<Migration> migration) {
        this.recorded = recorded;
        this.migration = migration;
        this.status = recorded.event() == Recorded.Event.FAILED ? RevisionStatus.FAILED : RevisionStatus.APPLIED;
        this.note = recorded.note();
        this.checksum = migration.map(Migration::checksum);
    }

    Recorded recorded() {
        return recorded;
    }

    Optional<Migration> migration() {
        return migration;
    }

    RevisionStatus status() {
        return status;
    }

    String note() {
        return note;
    }

    boolean inPlace() {
        return status != RevisionStatus.ROLLED_BACK;
    }

    boolean isOf(Migration other) {
        return migration
                .filter(own -> own.kind() == other.kind() && own.id().equals(other.id()))
                .isPresent();
    }

    /** Returns whether both are about one migration; those without files are told apart by what was recorded. */
    boolean isSameAs(AdoptedRow other) {
        if (migration.isPresent() || other.migration.isPresent()) {
            return other.migration.filter(this::isOf).isPresent();
        }
        return recorded.kind() == other.recorded.kind() && version().equals(other.version());
    }

    /** Returns it for people, at the begin of a sentence. */
    String label() {
        return migration
                .map(Migration::title)
                .orElseGet(() -> (recorded.kind() == Recorded.Kind.REPEATABLE ? "Repeatable migration " : "Version ")
                        + Shown.text(recorded.key()));
    }

    void undo(String how) {
        status = RevisionStatus.ROLLED_BACK;
        note = how;
    }

    void fail(String how) {
        status = RevisionStatus.FAILED;
        note = how;
    }

    /** Notes that not the file as it is now was applied. */
    void outdated(Checksum applied) {
        checksum = Optional.of(applied);
    }

    Revision revision(long rank, String origin, Instant now) {
        return new Revision(
                rank,
                migration
                        .map(Migration::kind)
                        .orElseGet(() -> MigrationKind.valueOf(recorded.kind().name())),
                migration.map(Migration::version).orElseGet(this::version),
                migration.map(Migration::name).orElseGet(recorded::name),
                origin
                        + (note.isEmpty() ? "" : "; " + note)
                        + (recorded.at().isEmpty() ? "; its time is not known" : ""),
                recorded.at().orElse(now),
                recorded.by(),
                recorded.durationMillis(),
                checksum,
                status,
                progress(),
                migration.flatMap(Migration::down).flatMap(StoredScript::text));
    }

    private Version version() {
        return recorded.kind() == Recorded.Kind.REPEATABLE ? Version.named(recorded.key()) : Version.of(recorded.key());
    }

    private Progress progress() {
        int total = migration.map(AdoptedRow::statements).orElse(0);
        if (status != RevisionStatus.FAILED) {
            return Progress.complete(total);
        }
        // Where the tool does not say how far it came, only the catalog can: the first statement counts as begun.
        return recorded.progress()
                .filter(known -> known.total() == total)
                .map(known -> new Progress(Direction.UP, known.done(), total, false))
                .orElseGet(() -> new Progress(Direction.UP, 0, total, true));
    }

    static int statements(Migration migration) {
        return migration.up() instanceof MigrationScript.Sql sql
                ? sql.statements().size()
                : 1;
    }
}
