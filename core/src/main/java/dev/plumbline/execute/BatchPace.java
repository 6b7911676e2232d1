// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.source.ProgressListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Pauses between batches, and waits for those who should not be held up further. */
final class BatchPace {
    private static final Duration LOOK = Duration.ofMillis(500);

    private final BatchWork work;
    private final Pace pace;
    private final ProgressListener progress;
    private final Consumer<String> notes;
    private boolean noted;

    BatchPace(BatchWork work, Pace pace, ProgressListener progress, Consumer<String> notes) {
        this.work = work;
        this.pace = pace;
        this.progress = progress;
        this.notes = notes;
    }

    /** Leaves room after a batch that took that long. */
    void rest(Connection connection, String title, Duration took) throws SQLException, InterruptedException {
        Thread.sleep(Duration.ofNanos((long) (took.toNanos() * pace.rest())));
        long until = System.nanoTime() + pace.patience().toNanos();
        Optional<String> strain = work.strained(connection, pace);
        while (strain.isPresent() && System.nanoTime() < until) {
            progress.progress(title + ", waiting because " + strain.get(), 0, 0);
            Thread.sleep(LOOK);
            strain = work.strained(connection, pace);
        }
        if (strain.isPresent() && !noted) {
            noted = true;
            notes.accept("Batches went on though " + strain.get() + ": that did not end within "
                    + pace.patience().toSeconds() + " s.");
        }
    }
}
