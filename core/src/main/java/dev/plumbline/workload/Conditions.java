// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.workload;

/** Under which conditions plans were made: how far they say what the live database would do. */
public enum Conditions {
    /** On the live database. */
    LIVE("explained on the database itself, with its rows and statistics"),
    /** On the schema alone, with the statistics of the live database, which is all that its planner goes by. */
    STATISTICS("explained on a copy of the schema, with the statistics of the database"),
    /** On the schema alone, by a planner that goes by nothing else where nothing was ever analyzed. */
    NO_STATISTICS(
            "explained on a copy of the schema; there are no statistics, so the planner goes by the schema alone"),
    /** On the schema alone, by a planner that would need rows to choose. */
    SERVABLE(
            "explained on a copy of the schema without rows, with sequential scans and sorts switched off where an index"
                    + " can do without them: what the indexes can serve, not what the planner will choose at your sizes");

    private final String sentence;

    Conditions(String sentence) {
        this.sentence = sentence;
    }

    /** Returns what they are, for the middle of a sentence. */
    public String sentence() {
        return sentence;
    }
}
