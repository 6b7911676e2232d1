// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.migrate.MigrationListener;
import dev.plumbline.migrate.Revision.Direction;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Shows a line for every migration that is done, and while one takes long, the statement that it is at. */
final class MigrationProgress implements MigrationListener {
    private static final Duration LONG = Duration.ofSeconds(1);

    private final PrintWriter out;
    private final DelayedProgress bar;
    private long begun = System.nanoTime();

    MigrationProgress(PrintWriter out, Terminal terminal) {
        this.out = out;
        this.bar = new DelayedProgress(terminal);
    }

    @Override
    public void begins(String migration, Direction direction, int statements) {
        begun = System.nanoTime();
    }

    @Override
    public void statement(String migration, int number, int statements, String sql) {
        if (System.nanoTime() - begun > LONG.toNanos()) {
            bar.progress(migration, number - 1L, statements);
        }
    }

    @Override
    public void progress(String what, long done, long total) {
        bar.progress(what, done, total);
    }

    @Override
    public void ended(String migration, Direction direction, Duration took) {
        bar.close();
        out.printf(
                Locale.ROOT,
                "%s %s  %d ms%n",
                direction == Direction.UP ? "applied" : "undone ",
                migration,
                took.toMillis());
        out.flush();
    }

    @Override
    public void note(String sentence) {
        bar.close();
        out.println(sentence);
        out.flush();
    }
}
