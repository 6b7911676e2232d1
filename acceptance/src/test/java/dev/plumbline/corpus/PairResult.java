// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.corpus;

/** What came of one pair. */
record PairResult(SchemaPair pair, Verdict verdict, String detail) {

    enum Verdict {
        /** The plan converged, and the dumps are equal. */
        PASSED,
        /** The plan failed, did not converge, or the dumps differ. */
        FAILED,
        /** One of the sides is refused by the server itself; nothing can be said. */
        DOES_NOT_LOAD,
        /** Plumbline names something that it does not model or cannot change. */
        NOT_SUPPORTED
    }

    /** Returns the first line of the detail. */
    String headline() {
        return detail.lines().findFirst().orElse("");
    }
}
