// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.source.ProgressListener;
import java.time.Duration;
import java.time.Instant;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how far long work has come: nothing in its first second, and nothing where nobody looks. */
final class DelayedProgress implements ProgressListener, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final boolean shown;
    private final Instant start = Instant.now();
    private String what = "";

    @Nullable
    private ProgressBar bar;

    DelayedProgress(Terminal terminal) {
        this.shown = terminal.interactive();
    }

    @Override
    public synchronized void progress(String work, long done, long total) {
        if (!shown || Duration.between(start, Instant.now()).compareTo(PATIENCE) < 0) {
            return;
        }
        if (bar == null || !work.equals(what)) {
            close();
            what = work;
            bar = new ProgressBarBuilder()
                    .setTaskName(work)
                    .setInitialMax(total > 0 ? total : -1)
                    .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                    .clearDisplayOnFinish()
                    .build();
        }
        bar.stepTo(done);
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
