// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import dev.plumbline.gap.Change;
import dev.plumbline.migrate.repair.Diagnosis;
import dev.plumbline.migrate.repair.WayOut;
import java.util.ArrayList;
import java.util.List;

/** Where a migration stopped that did not end, and the way out, as documents. */
final class RepairDocument {
    private static final int SHOWN = 60;

    private RepairDocument() {}

    static Document of(Diagnosis diagnosis) {
        Document.Builder document = new Document.Builder();
        document.paragraph(
                diagnosis.fits() ? Tone.NOTABLE : Tone.BAD, diagnosis.migration() + ": " + standing(diagnosis));
        document.paragraph(Tone.FAINT, "As recorded: " + diagnosis.recorded() + ".");
        diagnosis
                .next()
                .ifPresent(next -> document.statement(new Document.Statement(
                        Integer.toString(next.number()),
                        "not in place, " + next.position().location(),
                        next.sql(),
                        List.of())));
        diagnosis
                .failure()
                .ifPresent(failure -> document.paragraph(
                        Tone.BAD,
                        "It fails in the replay too: " + failure.fact()
                                + failure.position()
                                        .map(position -> ", " + position.location())
                                        .orElse("")
                                + "."));
        document.bullets(differences(diagnosis));
        document.bullets(diagnosis.notes().stream().map(Cell::of).toList());
        return document.build();
    }

    private static String standing(Diagnosis diagnosis) {
        StringBuilder text = new StringBuilder();
        if (diagnosis.least() == diagnosis.statements()) {
            text.append("all ").append(diagnosis.statements()).append(" statements are in place");
        } else if (diagnosis.least() == 0) {
            text.append("none of its ").append(diagnosis.statements()).append(" statements is in place");
        } else {
            text.append(diagnosis.least() == 1 ? "statement 1" : "statements 1 to " + diagnosis.least())
                    .append(" of ")
                    .append(diagnosis.statements())
                    .append(diagnosis.least() == 1 ? " is in place" : " are in place");
        }
        if (!diagnosis.isCertain()) {
            text.append(", perhaps up to ")
                    .append(diagnosis.most())
                    .append(" (they change rows, which no catalog shows)");
        } else if (diagnosis.least() < diagnosis.statements()) {
            text.append(", ").append(diagnosis.least() + 1).append(" is not");
        }
        if (diagnosis.fits()) {
            return text.append(".").toString();
        }
        return text.append(
                        diagnosis.hasAllOfIt()
                                ? "; more than that is in the live database."
                                : " as far as can be told: the live database is at no point of the replay.")
                .toString();
    }

    /** The gap is seen from the live database, which is the other way round from how people tell it. */
    private static List<Cell> differences(Diagnosis diagnosis) {
        List<Cell> lines = new ArrayList<>();
        for (Change change : diagnosis.rest().changes()) {
            String word = switch (change) {
                case Change.Missing missing -> "gone since: ";
                case Change.Extra extra -> "extra since then: ";
                case Change.Altered altered -> "different: ";
                case Change.Renamed renamed -> "renamed since: ";
            };
            lines.add(new Cell(word + change.key(), change instanceof Change.Extra ? Tone.NOTABLE : Tone.BAD));
        }
        return lines.size() <= SHOWN ? lines : lines.subList(0, SHOWN);
    }

    static Document of(WayOut way) {
        Document.Builder document = new Document.Builder();
        if (way.isThere()) {
            document.paragraph(Tone.GOOD, "The catalog is there already; only the history does not say so.");
        }
        int first = way.diagnosis().statements() - way.statements().size();
        for (int i = 0; i < way.statements().size(); i++) {
            document.statement(new Document.Statement(
                    Integer.toString(first + i + 1),
                    "of " + way.diagnosis().migration(),
                    way.statements().get(i),
                    List.of()));
        }
        document.bullets(way.notes().stream().map(Cell::of).toList());
        return document.build();
    }
}
