// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.libsql.jdbc;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who in this process writes to which database. The server lets a writer that waits for five seconds end the transaction
 * that it waits for, so a process must not wait there for itself: its own second writer is told here that the database
 * is busy, before it is asked. A holder is the number of a session.
 */
final class WriteLocks {
    /** After so long without a statement the server has ended the holder's stream, and its transaction with it. */
    private static final Duration EXPIRY = Duration.ofSeconds(12);

    private static final Map<String, Hold> HELD = new ConcurrentHashMap<>();

    private record Hold(long holder, long lastUse, boolean running) {
        boolean isFor(long other) {
            return holder == other || (!running && System.nanoTime() - lastUse > EXPIRY.toNanos());
        }
    }

    private WriteLocks() {}

    /** Takes the lock of a database, or says that it is used; returns whether it is the holder's now. */
    static boolean take(String database, long holder, boolean running) {
        return HELD.compute(
                                database,
                                (key, hold) -> hold == null || hold.isFor(holder)
                                        ? new Hold(holder, System.nanoTime(), running)
                                        : hold)
                        .holder()
                == holder;
    }

    /** Notes that the holder has no statement under way. */
    static void pause(String database, long holder) {
        HELD.computeIfPresent(
                database, (key, hold) -> hold.holder() == holder ? new Hold(holder, System.nanoTime(), false) : hold);
    }

    /** Returns whether another one has it. */
    static boolean isHeldByAnother(String database, long self) {
        Hold hold = HELD.get(database);
        return hold != null && !hold.isFor(self);
    }

    static void release(String database, long holder) {
        HELD.computeIfPresent(database, (key, hold) -> hold.holder() == holder ? null : hold);
    }
}
