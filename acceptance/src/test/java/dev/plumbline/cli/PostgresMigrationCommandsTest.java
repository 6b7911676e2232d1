// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.postgres.TestServer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresMigrationCommandsTest extends MigrationCommandsContract {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static Optional<TestServer> running = Optional.empty();

    @BeforeAll
    static void start() {
        running = Optional.of(TestServer.start(17));
    }

    @AfterAll
    static void stop() {
        running.ifPresent(TestServer::close);
    }

    @Override
    String freshDatabase(Path place) {
        TestServer server = running.orElseThrow();
        String name = "migration_commands_" + DATABASES.incrementAndGet();
        server.database(name, "");
        return server.embedded().url(name);
    }

    @Override
    String scratch() {
        return running.orElseThrow().embedded().url("postgres");
    }
}
