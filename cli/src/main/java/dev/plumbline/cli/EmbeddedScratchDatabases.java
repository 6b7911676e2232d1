// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.embedded.EmbeddedServer;
import dev.plumbline.postgres.ServerScratchDatabases;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.ScratchDatabase;
import dev.plumbline.source.ScratchDatabases;
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
