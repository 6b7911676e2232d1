// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.migrate.Revision.Direction;
import java.time.Duration;

/** Hears what a run does, on the thread that does it unless a method says otherwise; it must return soon. */
public interface MigrationListener {
    /** Hears nothing. */
    MigrationListener NONE = new MigrationListener() {};

    /** A migration begins, or is taken up in its middle. */
    default void begins(String migration, Direction direction, int statements) {}

    /**
     * A statement begins.
     *
     * @param number its place in the script, from 1
     * @param sql its text
     */
    default void statement(String migration, int number, int statements, String sql) {}

    /**
     * A statement has run for a while. Told from another thread than the run's, only while the run itself tells nothing.
     *
     * @param what what it is at, or what it waits for, for people
     * @param done how much of that is done
     * @param total how much there is, 0 when that is not known
     */
    default void progress(String what, long done, long total) {}

    /** A migration is in place, or undone, and the history says so. */
    default void ended(String migration, Direction direction, Duration took) {}

    /** Something that whoever runs it should know, in a sentence. */
    default void note(String sentence) {}
}
