// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import dev.plumbline.alignment.Alignment;
import dev.plumbline.alignment.Misalignment;
import dev.plumbline.alignment.Misalignment.Named;
import dev.plumbline.alignment.Severity;
import dev.plumbline.alignment.TypeAlignment;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Where types and columns do not agree, as a document: the verdict, then type by type, the worst first. */
final class AlignmentDocument {
    private AlignmentDocument() {}

    static Document of(Alignment alignment, String database) {
        Document.Builder document = new Document.Builder();
        document.heading(1, "Alignment with " + database);
        document.paragraph(alignment.holds() ? Tone.GOOD : Tone.BAD, verdict(alignment));
        for (TypeAlignment type : alignment.types()) {
            if (!type.findings().isEmpty()) {
                document.heading(
                        3,
                        type.type() + " and " + type.relation() + ": " + type.paired() + " of "
                                + Texts.count(type.columns(), "column", "columns") + ", "
                                + type.paired() + " of " + Texts.count(type.fields(), "field", "fields"));
                document.overview(
                        "severity|field|column|what",
                        type.findings().stream().map(AlignmentDocument::row).toList());
            }
        }
        return document.build();
    }

    private static String verdict(Alignment alignment) {
        long bad = alignment.types().stream()
                .filter(type -> type.worst()
                        .filter(worst -> worst.compareTo(alignment.failOn()) <= 0)
                        .isPresent())
                .count();
        String counts = Arrays.stream(Severity.values())
                .filter(severity -> alignment.count(severity) > 0)
                .map(severity -> Texts.count(alignment.count(severity), severity.toString(), severity + "s"))
                .collect(Collectors.joining(", "));
        String all = Texts.count(alignment.types().size(), "type", "types");
        return bad == 0
                ? "Aligned: " + all + (alignment.types().size() == 1 ? " fits its table" : " fit their tables")
                        + (counts.isEmpty() ? "." : " (" + counts + ").")
                : "Not aligned: " + counts + "; " + bad + " of " + all + (bad == 1 ? " does" : " do") + " not fit.";
    }

    private static List<Cell> row(Misalignment finding) {
        Tone tone = switch (finding.severity()) {
            case ERROR -> Tone.BAD;
            case WARNING -> Tone.NOTABLE;
            case NOTE -> Tone.FAINT;
        };
        return List.of(
                new Cell(finding.severity().toString(), tone),
                Cell.of(finding.field().map(Named::toString).orElse("")),
                Cell.of(finding.column().map(Named::toString).orElse("")),
                Cell.of(finding.rule().id() + ": " + finding.effect()
                        + (finding.expected().isEmpty() ? "" : "; expected " + finding.expected())
                        + finding.suggestion().map(text -> "; " + text).orElse("")));
    }
}
