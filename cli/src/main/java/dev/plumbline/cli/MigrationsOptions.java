// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.migrate.OutOfOrderPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which migrations, and how they are run. */
final class MigrationsOptions {
    @Option(
            names = "--migrations",
            paramLabel = "DIR",
            description = "the folder of migrations, in any known format; 'migrations' of the configuration by default")
    @Nullable
    String migrations;

    @Option(
            names = "--history",
            paramLabel = "SCHEMA.TABLE",
            description = "where the history is kept; public.plumbline_history by default")
    @Nullable
    String history;

    @Option(
            names = "--out-of-order",
            paramLabel = "POLICY",
            description =
                    "what to do about a migration that was merged late: ${COMPLETION-CANDIDATES}; linear by default,"
                            + " which refuses")
    OutOfOrderPolicy outOfOrder = OutOfOrderPolicy.LINEAR;

    @Option(
            names = "--allow-modified",
            description = "apply pending migrations though the file of an applied one was changed")
    boolean allowModified;

    @Option(
            names = "--beside-others",
            description =
                    "begin a history though another tool keeps one in the database; 'adopt' takes that over instead")
    boolean besideOthers;

    @Option(
            names = "--lock-timeout",
            paramLabel = "SECONDS",
            description =
                    "how long a statement waits for a lock before it gives way and is tried again; 5 by default, less for a"
                            + " database that is busy: 0.5; 0 is no limit")
    private double lockTimeout = 5;

    @Option(
            names = "--end-idle",
            paramLabel = "SECONDS",
            description = {
                "PostgreSQL: end sessions that hold a lock which a statement waits for and that have been idle inside",
                "their transaction for that long; never one that works"
            })
    @Nullable
    Integer endIdle;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "how long to wait for another run on the same database; 600 by default")
    private double wait = 600;

    Duration lockTimeout() {
        return seconds("--lock-timeout", lockTimeout);
    }

    Duration longestWait() {
        return seconds("--wait", wait);
    }

    private static Duration seconds(String option, double seconds) {
        // Less than the unit of a timeout would be none at all, and so no limit.
        if (!(seconds == 0 || seconds >= 0.001)) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    option + " of " + seconds + " s cannot be waited, so nothing was touched.",
                    "Give it a number of seconds, 0.001 or more, or 0.");
        }
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
