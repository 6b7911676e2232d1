// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.source.ProgressListener;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Tells twice a second how far something has come that does not say so itself, such as one long statement. It tells so
 * from a thread of its own, but only between its begin and {@link #close}, when the thread that began it tells nothing.
 */
public final class Pulse implements AutoCloseable {
    private static final Duration BEAT = Duration.ofMillis(500);

    private final ReentrantLock telling = new ReentrantLock();
    private final Thread thread;
    private volatile boolean ended;

    private Pulse(ProgressListener progress, String what, LongSupplier done, long total) {
        thread = Thread.ofVirtual().unstarted(() -> beat(progress, what, done, total));
    }

    /**
     * Begins to tell.
     *
     * @param done how much is done; asked from another thread
     * @param total how much there is, 0 when that is not known
     */
    public static Pulse begin(ProgressListener progress, String what, LongSupplier done, long total) {
        Pulse pulse = new Pulse(progress, what, done, total);
        pulse.thread.start();
        return pulse;
    }

    private void beat(ProgressListener progress, String what, LongSupplier done, long total) {
        while (!ended) {
            try {
                Thread.sleep(BEAT);
            } catch (InterruptedException e) {
                // Closed: only that interrupts it.
                return;
            }
            long now = done.getAsLong();
            telling.lock();
            try {
                if (!ended) {
                    progress.progress(what, now, total);
                }
            } finally {
                telling.unlock();
            }
        }
    }

    /** Ends it. Nothing is told any more once this has returned. */
    @Override
    public void close() {
        telling.lock();
        try {
            ended = true;
        } finally {
            telling.unlock();
        }
        thread.interrupt();
    }
}
