// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;

/** What a proof says, in one sentence. */
public final class ProofSentence {
    private ProofSentence() {}

    /** Returns the sentence. */
    public static String of(Plan plan) {
        return plan.proof().map(ProofSentence::of).orElse("Not proven: no proof was made.");
    }

    /** Returns what a proof says, a sentence. */
    public static String of(Proof proof) {
        if (proof.lapsed().isPresent()) {
            return "No longer proven: " + proof.lapsed().get() + ".";
        }
        if (!proof.holds()) {
            return "Not proven: "
                    + (proof.reachesDesired()
                            ? "reaches the desired schema, but "
                            : "does not reach the desired schema; ")
                    + Texts.count(proof.problems().size(), "thing is", "things are") + " not as it should be.";
        }
        String rows = proof.seededRows() == 0
                ? "no table had rows to keep"
                : proof.keptRows() == proof.seededRows()
                        ? Texts.count(proof.keptRows(), "seeded row", "seeded rows") + " kept"
                        : proof.keptRows() + " of " + proof.seededRows()
                                + " seeded rows kept, the others as the steps say";
        return "Proven: reaches the desired schema; "
                + (proof.reverseReturns() ? "reverse returns" : "reverse does not return")
                + "; " + rows + ".";
    }
}
