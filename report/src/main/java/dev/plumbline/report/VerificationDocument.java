// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import dev.plumbline.error.SourcePosition;
import dev.plumbline.migrate.MigrationEntry;
import dev.plumbline.migrate.MigrationState;
import dev.plumbline.migrate.replay.FailedCheck;
import dev.plumbline.migrate.replay.ReplayFailure;
import dev.plumbline.migrate.replay.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a database is what its history says, as a document: the verdict, then every part of it that does not hold. */
final class VerificationDocument {
    private static final ChangeCells.Words DRIFT =
            new ChangeCells.Words("missing", "not from a migration", "in the migrations");

    private VerificationDocument() {}

    static Document of(Verification verification) {
        Document.Builder document = new Document.Builder();
        document.paragraph(verification.holds() ? Tone.GOOD : Tone.BAD, verdict(verification));
        List<MigrationEntry> disagreeing = verification.disagreeing();
        if (!disagreeing.isEmpty()) {
            document.heading(2, "Files and history");
            document.table(
                    "Migration|State",
                    disagreeing.stream()
                            .map(entry -> List.of(
                                    Cell.of(entry.title()),
                                    new Cell(MigrationDocument.state(entry), MigrationDocument.tone(entry.state()))))
                            .toList());
        }
        if (!verification.failedChecks().isEmpty()) {
            document.heading(2, "Failed checks");
            verification.failedChecks().forEach(check -> check(check, document));
        }
        verification.drift().filter(drift -> !drift.isEmpty()).ifPresent(drift -> {
            document.heading(2, "Drift");
            document.table("The database|Object|How", ChangeCells.rows(drift, DRIFT));
        });
        document.bullets(verification.notes().stream().map(Cell::of).toList());
        return document.build();
    }

    private static String verdict(Verification verification) {
        if (verification.holds()) {
            int pending = verification.status().in(MigrationState.PENDING).size();
            return "Verified: the database is what its history says; "
                    + (verification.checks() == 0
                            ? "no migration has checks"
                            : Texts.count(verification.checks(), "check holds", "checks hold"))
                    + ", nothing has drifted"
                    + (pending == 0 ? "" : ", " + Texts.count(pending, "migration is", "migrations are") + " pending")
                    + ".";
        }
        List<String> faults = new ArrayList<>();
        int disagreeing = verification.disagreeing().size();
        if (disagreeing > 0) {
            faults.add(Texts.count(disagreeing, "migration does", "migrations do") + " not agree with the files");
        }
        if (!verification.failedChecks().isEmpty()) {
            int failed = verification.failedChecks().size();
            faults.add(failed + " of " + Texts.count(verification.checks(), "check", "checks")
                    + (failed == 1 ? " fails" : " fail"));
        }
        verification
                .drift()
                .filter(drift -> !drift.isEmpty())
                .map(ChangeCells::count)
                .ifPresent(objects -> faults.add(Texts.count(objects, "object has", "objects have") + " drifted"));
        verification
                .notReplayed()
                .ifPresent(failure -> faults.add("the history cannot be replayed, because " + sentence(failure)));
        return "Not what its history says: " + String.join(", ", faults) + ".";
    }

    private static void check(FailedCheck check, Document.Builder document) {
        List<Cell> facts = new ArrayList<>();
        check.rows().forEach(row -> facts.add(Cell.of(row)));
        document.paragraph(Tone.BAD, place(check.position()) + check.migration() + ": " + check.fact() + ".");
        document.bullets(facts);
    }

    /** Returns a failure with its place, for the middle of a sentence. */
    static String sentence(ReplayFailure failure) {
        return failure.fact()
                + failure.position()
                        .map(position -> " (" + position.location() + ")")
                        .orElse("");
    }

    private static String place(Optional<SourcePosition> position) {
        return position.map(found -> found.location() + ": ").orElse("");
    }
}
