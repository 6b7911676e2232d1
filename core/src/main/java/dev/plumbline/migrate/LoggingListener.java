// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.migrate.Revision.Direction;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Tells the platform's logger, which every logging framework can take over. */
public final class LoggingListener implements MigrationListener {
    private static final Logger LOG = System.getLogger("dev.plumbline");

    @Override
    public void ended(String migration, Direction direction, Duration took) {
        LOG.log(
                Level.INFO,
                "{0} {1} in {2} ms",
                direction == Direction.UP ? "applied" : "undone",
                migration,
                Long.toString(took.toMillis()));
    }

    @Override
    public void note(String sentence) {
        LOG.log(Level.WARNING, () -> sentence);
    }
}
