// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.Migrations;
import dev.plumbline.postgres.ServerScratchDatabases;
import dev.plumbline.postgres.TestServer;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Repair of PostgreSQL databases. */
class PostgresRepairTest extends RepairContract {
    private static Optional<TestServer> running = Optional.empty();

    @TempDir
    private Path folder;

    private Optional<ServerScratchDatabases> scratch = Optional.empty();

    @BeforeAll
    static void start() {
        running = Optional.of(TestServer.start(17));
    }

    @AfterAll
    static void stop() {
        running.ifPresent(TestServer::close);
    }

    @AfterEach
    void closeScratch() {
        scratch.ifPresent(ServerScratchDatabases::close);
    }

    @Override
    MigrationRun fresh() {
        return MigrationRun.postgres(running.orElseThrow(), folder);
    }

    @Override
    Migrations migrations(MigrationRun run) {
        if (scratch.isEmpty()) {
            scratch = Optional.of(new ServerScratchDatabases(run.url()));
        }
        return run.migrations().withScratch(scratch.get());
    }
}
