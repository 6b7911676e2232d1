// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import dev.plumbline.migrate.replay.MigrationTest;
import dev.plumbline.migrate.replay.TestedMigration;
import dev.plumbline.migrate.replay.TestedMigration.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/** How every migration did on a scratch database, as a document: the verdict, then each one that is not as it should be. */
final class MigrationTestDocument {
    private static final ChangeCells.Words DIFFERENCES =
            new ChangeCells.Words("missing", "left over", "where it should be");

    private final Document.Builder document = new Document.Builder();
    private final MigrationTest test;

    private MigrationTestDocument(MigrationTest test) {
        this.test = test;
    }

    static Document of(MigrationTest test) {
        return new MigrationTestDocument(test).build();
    }

    private Document build() {
        document.paragraph(test.passed() ? Tone.GOOD : Tone.BAD, verdict());
        String without = titles(Verdict.NO_DOWN);
        if (!without.isEmpty()) {
            document.paragraph(Tone.NOTABLE, "Without a way down: " + without + ".");
        }
        test.migrations().stream().filter(each -> !each.passed()).forEach(this::failed);
        document.bullets(test.migrations().stream()
                .flatMap(each -> each.notes().stream().map(note -> Cell.of(each.migration() + ": " + note)))
                .toList());
        return document.build();
    }

    private String verdict() {
        int all = test.migrations().size();
        long failed = test.migrations().stream().filter(each -> !each.passed()).count();
        if (failed > 0) {
            return "Failed: " + failed + " of " + Texts.count(all, "migration", "migrations") + " cannot be relied on.";
        }
        long tested = test.migrations().stream()
                .filter(each -> each.verdict() == Verdict.OK)
                .count();
        return "Passed: of " + Texts.count(all, "migration", "migrations") + ", " + tested
                + (tested == 1 ? " goes" : " go") + " up, down and up again, each time to the same catalog"
                + (tested == all ? "." : "; the others go up.");
    }

    private String titles(Verdict verdict) {
        List<String> titles = test.migrations().stream()
                .filter(each -> each.verdict() == verdict)
                .map(TestedMigration::migration)
                .toList();
        return titles.stream().limit(10).collect(Collectors.joining(", "))
                + (titles.size() > 10 ? " and " + (titles.size() - 10) + " more" : "");
    }

    private void failed(TestedMigration migration) {
        boolean known = migration.verdict() != Verdict.NOT_REACHED;
        document.paragraph(
                known ? Tone.BAD : Tone.FAINT,
                migration.migration() + ": " + words(migration.verdict())
                        + migration
                                .failure()
                                .map(failure -> ": " + VerificationDocument.sentence(failure))
                                .orElse("")
                        + ".");
        migration
                .differences()
                .filter(gap -> !gap.isEmpty())
                .ifPresent(gap -> document.table("Then|Object|How", ChangeCells.rows(gap, DIFFERENCES)));
    }

    private static String words(Verdict verdict) {
        return switch (verdict) {
            case OK -> "up, down and up again lead where they should";
            case NO_DOWN -> "there is no way down";
            case DOWN_FAILS -> "the way down fails";
            case DOWN_DOES_NOT_RESTORE -> "the way down does not lead back to the catalog before it";
            case DOES_NOT_REPEAT -> "applied again after its way down, it does not lead where it did the first time";
            case FAILS -> "it fails";
            case BASELINE_DIFFERS -> "the baseline is not what the migrations make that it stands for";
            case NOT_REACHED -> "not tried, because one before it fails";
        };
    }
}
