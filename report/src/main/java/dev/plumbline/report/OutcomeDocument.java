// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import dev.plumbline.execute.Outcome;
import java.util.Locale;

/** What came of applying a plan, as a document. */
final class OutcomeDocument {
    private OutcomeDocument() {}

    static Document of(Outcome outcome) {
        Document.Builder document = new Document.Builder();
        String steps = Texts.count(outcome.stepsDone(), "step", "steps") + " done"
                + (outcome.stepsSkipped() > 0 ? ", " + outcome.stepsSkipped() + " were in place already" : "")
                + String.format(Locale.ROOT, ", in %.1f s", outcome.took().toMillis() / 1000.0);
        document.paragraph(
                outcome.reachedDesired() ? Tone.GOOD : Tone.BAD,
                outcome.reachedDesired()
                        ? "Applied: " + steps + "; the database is as declared."
                        : "Applied: " + steps + ", but the database is not as declared; run gap to see how.");
        document.bullets(outcome.notes().stream().map(Cell::of).toList());
        return document.build();
    }
}
