// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import dev.plumbline.migrate.MigrationEntry;
import dev.plumbline.migrate.MigrationOutcome;
import dev.plumbline.migrate.MigrationState;
import dev.plumbline.migrate.MigrationStatus;
import dev.plumbline.migrate.Revision;
import dev.plumbline.migration.MigrationSet;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How migrations stand, and what was done about them, as documents. */
final class MigrationDocument {
    static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private MigrationDocument() {}

    /**
     * Returns the status: what needs attention in full, what is applied only as its last few.
     *
     * @param remarks what else is not as it should be, one sentence each
     * @param most how many applied ones are shown at most
     */
    static Document of(MigrationSet set, MigrationStatus status, List<String> remarks, int most) {
        Document.Builder document = new Document.Builder();
        document.paragraph(status.isClean() ? Tone.GOOD : Tone.NOTABLE, sentence(set, status));
        document.bullets(
                remarks.stream().map(remark -> new Cell(remark, Tone.BAD)).toList());
        List<MigrationEntry> shown = shown(status, most);
        int hidden = status.entries().size() - shown.size();
        if (hidden > 0) {
            document.paragraph(Tone.FAINT, Texts.count(hidden, "older one", "older ones") + " not shown.");
        }
        if (!shown.isEmpty()) {
            document.overview(
                    "Version|Name|State|Applied (UTC)|By|#ms",
                    shown.stream().map(MigrationDocument::row).toList());
        }
        if (!set.notRead().isEmpty()) {
            document.paragraph(Tone.NOTABLE, "Not read as migrations: " + String.join(", ", set.notRead()) + ".");
        }
        return document.build();
    }

    /** Entries that are in order are only worth their last lines; every other one is shown wherever it stands. */
    private static List<MigrationEntry> shown(MigrationStatus status, int most) {
        List<MigrationEntry> shown = new ArrayList<>();
        int fine = 0;
        for (MigrationEntry entry : status.entries().reversed()) {
            boolean isFine = entry.state() == MigrationState.APPLIED || entry.state() == MigrationState.IGNORED;
            fine += isFine ? 1 : 0;
            if (!isFine || fine <= most) {
                shown.addFirst(entry);
            }
        }
        return shown;
    }

    private static String sentence(MigrationSet set, MigrationStatus status) {
        List<String> parts = new ArrayList<>();
        for (MigrationState state : MigrationState.values()) {
            int count = status.in(state).size();
            if (count > 0) {
                parts.add(count + " " + word(state));
            }
        }
        String current = status.current()
                .map(entry -> "At " + entry.title()
                        + (entry.state() == MigrationState.PARTIAL ? ", which has not ended. " : ". "))
                .orElse("Nothing is applied. ");
        return current + set.origin() + " (" + set.format().tool() + "): "
                + (parts.isEmpty() ? "no migration" : String.join(", ", parts)) + ".";
    }

    static String word(MigrationState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static List<Cell> row(MigrationEntry entry) {
        return List.of(
                Cell.of(entry.id().version().text()),
                Cell.of(name(entry)),
                new Cell(state(entry), tone(entry.state())),
                Cell.of(entry.revision().map(r -> WHEN.format(r.appliedAt())).orElse("")),
                Cell.of(entry.revision().map(Revision::appliedBy).orElse("")),
                Cell.of(entry.revision()
                        .map(r -> Long.toString(r.durationMillis()))
                        .orElse("")));
    }

    private static String name(MigrationEntry entry) {
        return entry.migration()
                .map(migration -> migration.name())
                .orElseGet(() -> entry.revision().map(Revision::name).orElse(""));
    }

    static String state(MigrationEntry entry) {
        if (entry.state() != MigrationState.PARTIAL) {
            return word(entry.state());
        }
        Revision.Progress progress = entry.revision().orElseThrow().progress();
        return "partial, " + progress.done() + " of " + progress.total() + " statements"
                + (progress.direction() == Revision.Direction.DOWN ? " undone" : "");
    }

    static Tone tone(MigrationState state) {
        return switch (state) {
            case APPLIED -> Tone.GOOD;
            case IGNORED -> Tone.FAINT;
            case PENDING, OUTDATED -> Tone.STRONG;
            case OUT_OF_ORDER -> Tone.NOTABLE;
            case MODIFIED, MISSING, PARTIAL -> Tone.BAD;
        };
    }

    static Document of(MigrationOutcome outcome) {
        Document.Builder document = new Document.Builder();
        if (outcome.done().isEmpty()) {
            document.paragraph(Tone.GOOD, "Nothing to do" + at(outcome) + ".");
        } else {
            long applied = count(outcome, Revision.Direction.UP);
            long undone = count(outcome, Revision.Direction.DOWN);
            String what = String.join(
                    ", ",
                    Stream.of(
                                    applied == 0 ? "" : Texts.count(applied, "migration", "migrations") + " applied",
                                    undone == 0 ? "" : Texts.count(undone, "migration", "migrations") + " undone")
                            .filter(part -> !part.isEmpty())
                            .toList());
            document.paragraph(Tone.GOOD, what + " in " + seconds(outcome.took()) + at(outcome) + ".");
        }
        document.bullets(outcome.notes().stream().map(Cell::of).toList());
        return document.build();
    }

    private static String at(MigrationOutcome outcome) {
        return outcome.status()
                .current()
                .map(entry -> "; the database is at " + entry.title())
                .orElse("; nothing is applied");
    }

    private static long count(MigrationOutcome outcome, Revision.Direction direction) {
        return outcome.done().stream()
                .filter(done -> done.direction() == direction)
                .count();
    }

    static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.2f s", took.toMillis() / 1000.0);
    }
}
