// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Tries for a lock again and again, with pauses that grow and differ, so that contenders do not keep step. */
public final class LockPolling {
    private static final Retries PAUSES = new Retries(Integer.MAX_VALUE, Duration.ofMillis(50), Duration.ofMillis(500));

    private LockPolling() {}

    /** Something that is tried and may fail with an error of the database. */
    @FunctionalInterface
    public interface Attempt<T> {
        /** Returns what was taken, or said; empty for nothing. */
        Optional<T> make() throws SQLException;
    }

    /**
     * Returns what the first attempt that succeeds takes. There is always one attempt.
     *
     * @param holder says who has it; asked only when the patience is over
     * @throws PlumblineException with {@code LOCK_NOT_AVAILABLE}
     */
    public static <T> T until(Duration patience, Attempt<T> attempt, Attempt<String> holder)
            throws SQLException, InterruptedException {
        long start = System.nanoTime();
        for (int number = 1; ; number++) {
            Optional<T> taken = attempt.make();
            if (taken.isPresent()) {
                return taken.get();
            }
            Duration left = patience.minusNanos(System.nanoTime() - start);
            if (left.isNegative() || left.isZero()) {
                throw notAvailable(patience, holder.make());
            }
            Duration pause = PAUSES.pauseBefore(number);
            Thread.sleep(pause.compareTo(left) < 0 ? pause : left);
        }
    }

    private static PlumblineException notAvailable(Duration patience, Optional<String> holder) {
        return new PlumblineException(
                ErrorCode.LOCK_NOT_AVAILABLE,
                "Another run has held the migration lock of this database for "
                        + (patience.toMillis() < 2000 ? patience.toMillis() + " ms" : patience.toSeconds() + " seconds")
                        + ": " + holder.orElse("it ended just now") + ". Nothing was done.",
                "Wait until it ends, then run again. A run that was killed frees the lock within seconds.");
    }

    /** Returns the error of a run that had the lock and was taken for dead. */
    public static PlumblineException lost(String why) {
        return new PlumblineException(
                ErrorCode.LOCK_NOT_AVAILABLE,
                "This run no longer has the migration lock: " + why
                        + ". It stopped; its open transaction is rolled back, what was committed stays.",
                "Run again: it goes on where the database stands then.");
    }
}
