// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.migrate.OutOfOrderPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            description = "how long a statement waits for a lock before it gives way and is tried again; 5 by default")
    long lockTimeout = 5;

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
    long wait = 600;

    @Option(
            names = "--placeholder",
            paramLabel = "NAME=VALUE",
            description = "what stands for $${NAME} in Flyway's scripts; may be repeated")
    Map<String, String> placeholders = new LinkedHashMap<>();

    @Option(
            names = "--context",
            paramLabel = "NAME",
            split = ",",
            description = "the contexts and labels of Liquibase change sets that are wanted")
    @Nullable
    List<String> contexts;
}
