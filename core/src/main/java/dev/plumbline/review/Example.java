// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review;

import dev.plumbline.script.SqlDialect;

/**
 * A migration that a rule finds something in, and one that leads to the same end without it. Both are tried by the tests
 * and printed in the documentation.
 *
 * @param engine the engine that they are written for
 * @param runner who runs them
 * @param given what the database has before, as SQL
 * @param bad the migration with the finding; behind a line {@code -- down}, if there is one, its way down
 * @param good the one without, likewise
 */
public record Example(SqlDialect engine, Runner runner, String given, String bad, String good) {
    /** The line between the two ways of a migration. */
    public static final String DOWN = "-- down\n";

    /** Returns an example for PostgreSQL, run by Plumbline. */
    public static Example postgres(String given, String bad, String good) {
        return new Example(SqlDialect.POSTGRES, Runner.PLUMBLINE, given, bad, good);
    }

    /** Returns an example for SQLite, run by Plumbline. */
    public static Example sqlite(String given, String bad, String good) {
        return new Example(SqlDialect.SQLITE, Runner.PLUMBLINE, given, bad, good);
    }

    /** Returns the same, run by something else. */
    public Example byOthers() {
        return new Example(engine, Runner.OTHER, given, bad, good);
    }
}
