// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import dev.plumbline.migrate.Revision;
import dev.plumbline.migrate.RevisionStatus;
import dev.plumbline.migrate.adopt.Adoption;
import java.util.List;
import java.util.Locale;

/** A history that begins otherwise than by running migrations, as a document: taken over, or by a baseline. */
final class AdoptionDocument {
    private AdoptionDocument() {}

    static Document of(Adoption adoption) {
        Document.Builder document = new Document.Builder();
        document.paragraph(tone(adoption), verdict(adoption));
        document.bullets(adoption.refusals().stream()
                .map(refusal -> new Cell(refusal, Tone.BAD))
                .toList());
        if (adoption.outcome() == Adoption.Outcome.READY || adoption.outcome() == Adoption.Outcome.WRITTEN) {
            rows(adoption.revisions(), document);
        }
        document.bullets(adoption.notes().stream().map(Cell::of).toList());
        return document.build();
    }

    /** Returns what a baseline recorded. */
    static Document of(List<Revision> baseline) {
        Document.Builder document = new Document.Builder();
        document.paragraph(
                Tone.GOOD,
                "Recorded " + Texts.count(baseline.size(), "migration", "migrations")
                        + " as in place, without running any.");
        rows(baseline, document);
        return document.build();
    }

    private static void rows(List<Revision> revisions, Document.Builder document) {
        if (revisions.isEmpty()) {
            return;
        }
        document.table(
                "Version|Name|Status|Applied (UTC)|By",
                revisions.reversed().stream().map(AdoptionDocument::row).toList());
    }

    private static List<Cell> row(Revision revision) {
        Tone tone = revision.status() == RevisionStatus.FAILED ? Tone.BAD : Tone.PLAIN;
        return List.of(
                Cell.of(revision.version().text()),
                Cell.of(revision.name()),
                new Cell(revision.status().name().toLowerCase(Locale.ROOT).replace('_', ' '), tone),
                Cell.of(MigrationDocument.WHEN.format(revision.appliedAt())),
                Cell.of(revision.appliedBy()));
    }

    private static Tone tone(Adoption adoption) {
        return switch (adoption.outcome()) {
            case WRITTEN, ALREADY_DONE -> Tone.GOOD;
            case READY -> Tone.NOTABLE;
            case REFUSED -> Tone.BAD;
        };
    }

    private static String verdict(Adoption adoption) {
        String from = adoption.tool() + (adoption.table().isEmpty() ? "" : " (" + adoption.table() + ")");
        String rows = Texts.count(adoption.revisions().size(), "row", "rows");
        return switch (adoption.outcome()) {
            case WRITTEN -> "Adopted " + rows + " from " + from + "; the history is Plumbline's now.";
            case READY -> "Would adopt " + rows + " from " + from + "; nothing was written.";
            case REFUSED -> "Not adopted from " + from + ". Nothing was written.";
            case ALREADY_DONE -> "Nothing to do: the history was taken over from " + from + " before.";
        };
    }
}
