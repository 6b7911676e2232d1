// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How migrations are run.
 *
 * @param outOfOrder what is done about migrations that were merged late
 * @param allowModified whether pending migrations are applied though the files of an applied one were changed
 * @param lockTimeout how long a statement waits for a lock of another session before it gives way and is tried again;
 *     zero for no limit. A directive of the script goes before it.
 * @param retries how often a transaction that met a lock is tried again
 * @param patience how long to wait for another run on the same database
 * @param besideOthers whether a history is begun in a database where another tool keeps one
 * @param searchPath the schemas in which scripts find and make what they do not qualify; empty for the database's own
 * @param backup whether a SQLite file is copied before the first migration that could cost rows; the copy goes when the
 *     run has succeeded
 * @param endIdle ends sessions that hold a lock which a statement waits for, and have been idle inside their transaction
 *     for at least that long (PostgreSQL; it takes the right to, which {@code pg_signal_backend} gives); empty for none
 */
public record RunOptions(
        OutOfOrderPolicy outOfOrder,
        boolean allowModified,
        Duration lockTimeout,
        int retries,
        Duration patience,
        boolean besideOthers,
        List<String> searchPath,
        boolean backup,
        Optional<Duration> endIdle) {
    /** Loud about everything; five seconds for a lock, tried eleven times; ten minutes for another run. */
    public static final RunOptions DEFAULT = new RunOptions(
            OutOfOrderPolicy.LINEAR, false, Duration.ofSeconds(5), 10, Duration.ofMinutes(10), false, List.of());

    public RunOptions {
        searchPath = List.copyOf(searchPath);
    }

    /** Creates options with the copy. */
    public RunOptions(
            OutOfOrderPolicy outOfOrder,
            boolean allowModified,
            Duration lockTimeout,
            int retries,
            Duration patience,
            boolean besideOthers,
            List<String> searchPath) {
        this(
                outOfOrder,
                allowModified,
                lockTimeout,
                retries,
                patience,
                besideOthers,
                searchPath,
                true,
                Optional.empty());
    }

    /** Returns the same with another policy. */
    public RunOptions with(OutOfOrderPolicy policy) {
        return new RunOptions(
                policy, allowModified, lockTimeout, retries, patience, besideOthers, searchPath, backup, endIdle);
    }

    /** Returns the same with another patience. */
    public RunOptions withPatience(Duration other) {
        return new RunOptions(
                outOfOrder, allowModified, lockTimeout, retries, other, besideOthers, searchPath, backup, endIdle);
    }

    /** Returns the same with another search path. */
    public RunOptions withSearchPath(List<String> schemas) {
        return new RunOptions(
                outOfOrder, allowModified, lockTimeout, retries, patience, besideOthers, schemas, backup, endIdle);
    }

    /** Returns the same, but applying on top of a changed history. */
    public RunOptions allowingModified() {
        return new RunOptions(
                outOfOrder, true, lockTimeout, retries, patience, besideOthers, searchPath, backup, endIdle);
    }

    /** Returns the same without the copy. */
    public RunOptions withoutBackup() {
        return new RunOptions(
                outOfOrder, allowModified, lockTimeout, retries, patience, besideOthers, searchPath, false, endIdle);
    }

    /** Returns the same with sessions ended that are in the way and have been idle for that long. */
    public RunOptions endingIdle(Duration longest) {
        return new RunOptions(
                outOfOrder,
                allowModified,
                lockTimeout,
                retries,
                patience,
                besideOthers,
                searchPath,
                backup,
                Optional.of(longest));
    }
}
