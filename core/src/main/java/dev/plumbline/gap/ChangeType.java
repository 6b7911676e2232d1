// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

/** The four ways in which an object can differ, as one word each. */
public enum ChangeType {
    MISSING("missing"),
    EXTRA("extra"),
    DIFFERENT("different"),
    RENAMED("renamed");

    private final String label;

    ChangeType(String label) {
        this.label = label;
    }

    /** Returns the word for people. */
    public String label() {
        return label;
    }

    /** Returns the type of a change. */
    public static ChangeType of(Change change) {
        return switch (change) {
            case Change.Missing missing -> MISSING;
            case Change.Extra extra -> EXTRA;
            case Change.Altered altered -> DIFFERENT;
            case Change.Renamed renamed -> RENAMED;
        };
    }
}
