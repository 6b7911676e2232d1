// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.adopt;

import dev.plumbline.migrate.Revision;
import dev.plumbline.migrate.RevisionStatus;
import dev.plumbline.migrate.adopt.Recorded.Event;
import dev.plumbline.migration.Checksum;
import dev.plumbline.migration.Migration;
import dev.plumbline.migration.MigrationKind;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.migration.Version;
import dev.plumbline.source.HistoryTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns what another tool recorded into rows of the history, or into the reasons why that cannot be. Asks no database. */
final class AdoptionDraft {
    private final HistoryTable tool;
    private final MigrationSet set;
    private final AdoptOptions options;
    private final FileMatcher matcher;
    private final List<AdoptedRow> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();

    private AdoptionDraft(HistoryTable tool, MigrationSet set, AdoptOptions options) {
        this.tool = tool;
        this.set = set;
        this.options = options;
        this.matcher = new FileMatcher(tool, set);
    }

    /**
     * Returns the adoption of a history.
     *
     * @param table the table that it was read from, for people
     * @param now the time that is written where the tool recorded none
     */
    static Adoption of(
            HistoryTable tool,
            String table,
            ForeignHistory history,
            MigrationSet set,
            AdoptOptions options,
            Instant now) {
        AdoptionDraft draft = new AdoptionDraft(tool, set, options);
        draft.notes.addAll(history.notes());
        draft.refusals.addAll(history.refusals());
        history.recorded().forEach(draft::take);
        history.reached().ifPresent(draft::reach);
        draft.checkFiles();
        draft.checkFailed();
        draft.checkLate();
        String origin = Revision.ADOPTED + tool.tool() + " (" + table + ")";
        return draft.finish(table, origin, now);
    }

    private void take(Recorded recorded) {
        List<Migration> files = matcher.find(recorded);
        if (files.size() > 1) {
            refusals.add("'" + Shown.text(recorded.key()) + "' may be any of "
                    + files.stream().map(Migration::origin).toList() + ".");
            return;
        }
        AdoptedRow row = new AdoptedRow(recorded, files.stream().findFirst());
        Optional<AdoptedRow> before = rows.stream()
                .filter(other -> other.inPlace() && other.isSameAs(row))
                .findFirst();
        if (recorded.event() == Event.UNDONE) {
            before.ifPresent(applied -> applied.undo(recorded.note()));
        } else if (before.isEmpty()) {
            rows.add(row);
        } else if (recorded.kind() == Recorded.Kind.REPEATABLE) {
            // It is one row here as well, which says when it was applied last.
            rows.remove(before.get());
            rows.add(row);
        } else if (recorded.event() == Event.FAILED) {
            before.get().fail(recorded.note());
        } else {
            refusals.add(row.label() + " is recorded twice, and nothing says which of the two holds.");
        }
    }

    private void reach(ForeignHistory.Reached reached) {
        Recorded like = reached.like();
        List<Migration> own = matcher.find(like);
        Version version =
                own.isEmpty() ? Version.of(like.key()) : own.getFirst().version();
        List<AdoptedRow> older = new ArrayList<>();
        for (Migration migration : StandIn.upTo(set, version)) {
            AdoptedRow row = new AdoptedRow(like, Optional.of(migration));
            if (rows.stream().noneMatch(other -> other.inPlace() && other.isSameAs(row))) {
                older.add(row);
            }
        }
        rows.addAll(0, older);
        boolean recorded = rows.stream()
                .anyMatch(
                        row -> row.migration().isEmpty() && row.recorded().key().equals(like.key()));
        if (own.isEmpty() && reached.hasFile() && !recorded) {
            refusals.add("Version " + Shown.text(like.key()) + " is recorded, but there is no file "
                    + Shown.text(like.key()) + " in " + set.origin() + ".");
        } else if (older.isEmpty() && !reached.hasFile()) {
            notes.add("The baseline " + Shown.text(like.key()) + " is older than every file, and leaves no row.");
        }
    }

    private void checkFiles() {
        for (AdoptedRow row : rows) {
            if (!row.inPlace()) {
                continue;
            }
            if (row.migration().isEmpty()) {
                refusals.add(row.label() + " is recorded, but there is no file for it in " + set.origin() + ".");
                continue;
            }
            Migration migration = row.migration().get();
            Optional<FileSum> sum = row.recorded().sum().filter(recorded -> !recorded.fits(migration));
            if (sum.isEmpty() || isStandIn(row)) {
                continue;
            }
            String differs = "The checksum of " + migration.origin() + " differs: "
                    + sum.get().algorithm().label() + " " + Shown.text(sum.get().text()) + " is recorded, "
                    + sum.get().computed(migration).getFirst() + " is the file's";
            if (migration.kind() == MigrationKind.REPEATABLE) {
                row.outdated(new Checksum(
                        sum.get().algorithm().label() + " " + sum.get().text()));
                notes.add(differs + "; as it is repeatable, the next run applies it again.");
            } else if (options.acceptModified()) {
                notes.add(differs + "; the file is taken as it is.");
            } else {
                refusals.add(differs + ".");
            }
        }
    }

    /** The checksum beside a version up to which everything is in place is that of no file. */
    private static boolean isStandIn(AdoptedRow row) {
        return row.migration().isPresent()
                && row.recorded().kind() == Recorded.Kind.VERSIONED
                && row.migration().get().kind() == MigrationKind.BASELINE;
    }

    private void checkFailed() {
        for (AdoptedRow row : rows) {
            if (row.status() == RevisionStatus.FAILED && !options.dirtyAsFailed()) {
                refusals.add(row.label() + " did not come to its end in " + tool.tool() + " (" + row.note()
                        + "), so that the database may have a part of it. Take it over as failed and let"
                        + " 'plumbline repair' find out how far it came, or put it right with " + tool.tool()
                        + " first.");
            }
        }
    }

    private void checkLate() {
        Optional<Version> newest = rows.stream()
                .filter(AdoptedRow::inPlace)
                .flatMap(row -> row.migration().stream())
                .filter(migration -> migration.kind() != MigrationKind.REPEATABLE)
                .map(Migration::version)
                .filter(Version::isNumbered)
                .max(Version::compareTo);
        Optional<Version> baseline = rows.stream()
                .flatMap(row -> row.migration().stream())
                .filter(migration -> migration.kind() == MigrationKind.BASELINE)
                .map(Migration::version)
                .max(Version::compareTo);
        for (Migration migration : set.migrations()) {
            boolean recorded = rows.stream().anyMatch(row -> row.inPlace() && row.isOf(migration));
            if (recorded
                    || migration.kind() != MigrationKind.VERSIONED
                    || newest.filter(version -> migration.version().compareTo(version) < 0)
                            .isEmpty()
                    || baseline.filter(version -> migration.version().compareTo(version) <= 0)
                            .isPresent()) {
                continue;
            }
            String late = "File " + migration.origin() + " is older than the newest recorded version " + newest.get()
                    + ", but is not recorded";
            if (options.lateAsPending()) {
                notes.add(late + "; it stays pending.");
            } else {
                refusals.add(late + ".");
            }
        }
    }

    private Adoption finish(String table, String origin, Instant now) {
        if (!refusals.isEmpty()) {
            return new Adoption(Adoption.Outcome.REFUSED, tool.tool(), table, List.of(), notes, refusals);
        }
        if (rows.stream().anyMatch(row -> row.recorded().at().isEmpty())) {
            notes.add(tool.tool() + " recorded no readable time for "
                    + (rows.stream().allMatch(row -> row.recorded().at().isEmpty()) ? "any" : "some")
                    + " of its migrations; the time of the adoption stands in their rows.");
        }
        List<Revision> revisions = new ArrayList<>();
        for (AdoptedRow row : rows) {
            revisions.add(row.revision(revisions.size() + 1L, origin, now));
        }
        return new Adoption(Adoption.Outcome.READY, tool.tool(), table, revisions, notes, List.of());
    }
}
