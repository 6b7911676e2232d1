// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.embedded.EmbeddedServer;
import dev.plumbline.postgres.ServerScratchDatabases;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.ScratchDatabase;
import dev.plumbline.source.ScratchDatabases;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Scratch databases on an embedded server, which is started when the first one is asked for. */
final class EmbeddedScratchDatabases implements ScratchDatabases {
    private final int majorVersion;

    @Nullable
    private EmbeddedServer server;

    @Nullable
    private ScratchDatabases databases;

    EmbeddedScratchDatabases(int majorVersion) {
        this.majorVersion = majorVersion;
    }

    @Override
    public ScratchDatabase create() {
        if (databases == null) {
            EmbeddedServer started = EmbeddedServer.start(majorVersion);
            server = started;
            databases = new ServerScratchDatabases(DatabaseUrl.parse(started.url("postgres")));
        }
        return databases.create();
    }

    /** The binaries are known before a server is started, and its settings are always the same. */
    @Override
    public Optional<String> place() {
        return Optional.of("embedded PostgreSQL " + String.join(", ", EmbeddedServer.versions(majorVersion)));
    }

    @Override
    public String description() {
        return "embedded PostgreSQL " + majorVersion;
    }

    @Override
    public void close() {
        if (databases != null) {
            databases.close();
        }
        if (server != null) {
            server.close();
        }
    }
}
