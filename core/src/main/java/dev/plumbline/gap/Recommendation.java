// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

/** The way that a DBA would take, with the facts that speak for it. */
public record Recommendation(Way way, String reason) {

    /** The ways there are. */
    public enum Way {
        NOTHING("nothing to do"),
        IN_PLACE("change the database in place"),
        RECREATE("create the database anew from the desired schema");

        private final String label;

        Way(String label) {
            this.label = label;
        }

        /** Returns the words for people. */
        public String label() {
            return label;
        }
    }
}
