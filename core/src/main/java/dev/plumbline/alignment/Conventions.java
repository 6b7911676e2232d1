// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

/**
 * What an application agrees upon where a database has no type for it, as SQLite has none for dates, truth and JSON. What
 * is declared is checked; what is not is noted.
 *
 * @param dates how dates and times are stored
 * @param booleans whether truth is stored as the numbers 0 and 1
 * @param json whether lists, maps and objects are stored as JSON in text
 */
public record Conventions(Dates dates, boolean booleans, boolean json) {
    /** Nothing is agreed upon. */
    public static final Conventions NONE = new Conventions(Dates.UNDECLARED, false, false);

    /** How dates and times are stored (SQLite documentation, "Date And Time Functions", time values). */
    public enum Dates {
        /** Nobody says. */
        UNDECLARED,
        /** As text, {@code 2026-11-21 08:30:00} or the like. */
        TEXT,
        /** As whole seconds since 1970. */
        EPOCH_SECONDS,
        /** As whole milliseconds since 1970. */
        EPOCH_MILLIS
    }

    /** Returns the same with dates and times stored in that way. */
    public Conventions withDates(Dates stored) {
        return new Conventions(stored, booleans, json);
    }

    /** Returns the same with truth stored as 0 and 1. */
    public Conventions withBooleans() {
        return new Conventions(dates, true, json);
    }

    /** Returns the same with lists, maps and objects stored as JSON in text. */
    public Conventions withJson() {
        return new Conventions(dates, booleans, true);
    }
}
