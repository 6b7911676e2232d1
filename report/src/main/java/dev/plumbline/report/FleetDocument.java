// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import dev.plumbline.migrate.FleetRun;
import dev.plumbline.migrate.FleetRun.Member;
import dev.plumbline.migrate.FleetRun.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What came of the same work on many databases, as a document: those that failed first. */
final class FleetDocument {
    private FleetDocument() {}

    static Document of(FleetRun run) {
        Document.Builder document = new Document.Builder();
        List<String> parts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            int count = run.in(verdict).size();
            if (count > 0) {
                parts.add(count + " " + word(verdict));
            }
        }
        document.paragraph(
                run.isWhole() ? Tone.GOOD : Tone.BAD,
                Texts.count(run.members().size(), "namespace", "namespaces")
                        + String.format(Locale.ROOT, " in %.1f s", run.took().toMillis() / 1000.0)
                        + (parts.isEmpty() ? "." : ": " + String.join(", ", parts) + "."));
        List<List<Cell>> rows = run.members().stream()
                .sorted(Comparator.comparing(Member::verdict))
                .map(FleetDocument::row)
                .toList();
        document.table("namespace|outcome|#migrations|at|#ms|", rows);
        return document.build();
    }

    private static List<Cell> row(Member member) {
        return List.of(
                Cell.of(member.name()),
                new Cell(word(member.verdict()), tone(member.verdict())),
                Cell.of(member.migrations()),
                Cell.of(member.at().orElse("")),
                Cell.of((int) member.took().toMillis()),
                Cell.of(member.error().map(Throwable::getMessage).orElse("")));
    }

    private static Tone tone(Verdict verdict) {
        return switch (verdict) {
            case FAILED -> Tone.BAD;
            case LEFT_OUT, BEHIND -> Tone.NOTABLE;
            case CHANGED -> Tone.GOOD;
            case UNCHANGED -> Tone.FAINT;
        };
    }

    static String word(Verdict verdict) {
        return switch (verdict) {
            case FAILED -> "failed";
            case LEFT_OUT -> "left out";
            case BEHIND -> "behind";
            case CHANGED -> "changed";
            case UNCHANGED -> "unchanged";
        };
    }
}
