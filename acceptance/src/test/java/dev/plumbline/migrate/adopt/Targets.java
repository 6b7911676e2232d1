// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.adopt;

import dev.plumbline.embedded.EmbeddedServer;
import dev.plumbline.source.DatabaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Gives each test a database of its own. */
final class Targets implements AutoCloseable {
    private final EmbeddedServer server = EmbeddedServer.start(18);
    private final Target template = new Target("postgres", DatabaseUrl.parse(server.url("template1")));
    private int count;

    Target of(String engineId, Path folder) {
        count++;
        if (engineId.equals("sqlite")) {
            Path file = folder.resolve("db" + count + ".sqlite");
            try {
                Files.createFile(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Target(engineId, DatabaseUrl.parse("sqlite:" + file));
        }
        template.run("CREATE DATABASE adopt" + count);
        return new Target(engineId, DatabaseUrl.parse(server.url("adopt" + count)));
    }

    @Override
    public void close() {
        server.close();
    }
}
