// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import dev.plumbline.alignment.Severity;
import dev.plumbline.error.SourcePosition;
import dev.plumbline.report.Document.Statement;
import dev.plumbline.review.Finding;
import dev.plumbline.review.Review;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A review as a document: the verdict, each finding with its line, then what was accepted and what is left to say. */
final class ReviewDocument {
    /** A line of a generated file may be the whole file. */
    private static final int LONGEST_LINE = 160;

    private final Document.Builder document = new Document.Builder();
    private final Review review;
    private final Set<String> explained = new HashSet<>();

    private ReviewDocument(Review review) {
        this.review = review;
    }

    static Document of(Review review) {
        return new ReviewDocument(review).build();
    }

    private Document build() {
        document.paragraph(
                review.findings().isEmpty() ? Tone.GOOD : review.passes() ? Tone.NOTABLE : Tone.BAD, verdict(review));
        review.findings().forEach(finding -> document.statement(statement(finding)));
        if (!review.accepted().isEmpty()) {
            document.heading(2, "Accepted");
            document.bullets(review.accepted().stream()
                    .map(accepted -> Cell.of(accepted.finding().position().location() + ": "
                            + accepted.finding().rule() + ": " + accepted.reason()))
                    .toList());
        }
        List<Cell> notes = new ArrayList<>();
        if (!review.known().isEmpty()) {
            notes.add(Cell.of(Texts.count(review.known().size(), "finding is", "findings are")
                    + " in the baseline, and not shown."));
        }
        review.stale()
                .forEach(entry -> notes.add(new Cell(
                        "The baseline has " + entry + ", which is not found any more: --write-baseline forgets it.",
                        Tone.NOTABLE)));
        review.notes().forEach(note -> notes.add(Cell.of(note)));
        if (!notes.isEmpty()) {
            document.heading(2, "Notes");
            document.bullets(notes);
        }
        return document.build();
    }

    static String verdict(Review review) {
        String tried = "Tried on a scratch database: " + Texts.count(review.statements(), "statement", "statements")
                + " in " + Texts.count(review.files().size(), "file", "files") + ".";
        if (review.findings().isEmpty()) {
            return "Nothing found. " + tried;
        }
        return Arrays.stream(Severity.values())
                        .filter(severity -> review.count(severity) > 0)
                        .map(severity -> Texts.count(review.count(severity), severity.toString(), severity + "s"))
                        .collect(Collectors.joining(", "))
                + ". " + tried;
    }

    private Statement statement(Finding finding) {
        Tone tone = switch (finding.severity()) {
            case ERROR -> Tone.BAD;
            case WARNING -> Tone.NOTABLE;
            case NOTE -> Tone.PLAIN;
        };
        List<Cell> facts = new ArrayList<>();
        facts.add(new Cell(finding.fact(), tone));
        if (explained.add(finding.rule())) {
            facts.add(Cell.of(finding.effect()));
        }
        if (explained.add(finding.rule() + "\n" + finding.wayOut())) {
            facts.add(Cell.of("Way out: " + finding.wayOut()));
        }
        finding.instead().ifPresent(sql -> facts.add(Cell.of("Instead: " + sql)));
        return new Statement(
                finding.severity().toString(),
                finding.rule() + "  " + finding.position().location(),
                caret(finding.position()),
                facts);
    }

    /** Returns the line with the caret, of a long line the part around it. */
    private static String caret(SourcePosition position) {
        String line = position.lineText();
        if (line.isBlank()) {
            return "";
        }
        int at = Math.min(position.column() - 1, line.length());
        int from = line.length() <= LONGEST_LINE ? 0 : Math.max(0, Math.min(at - 20, line.length() - LONGEST_LINE));
        int to = Math.min(line.length(), from + LONGEST_LINE);
        return new SourcePosition(position.file(), position.line(), position.column() - from, line.substring(from, to))
                .caret();
    }
}
