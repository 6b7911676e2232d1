// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review;

import dev.plumbline.Engines;
import dev.plumbline.Plumbline;
import dev.plumbline.migration.FolderOptions;
import dev.plumbline.postgres.TestServer;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.sqlite.SqliteScratchDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reviews files that a test writes. */
final class Desk {
    private final Plumbline plumbline;
    private final SqlDialect dialect;

    private Desk(Plumbline plumbline, SqlDialect dialect) {
        this.plumbline = plumbline;
        this.dialect = dialect;
    }

    static Desk postgres(TestServer server) {
        return new Desk(server.plumbline(), SqlDialect.POSTGRES);
    }

    static Desk sqlite() {
        return new Desk(Plumbline.of(Engines.forId("sqlite"), new SqliteScratchDatabases()), SqlDialect.SQLITE);
    }

    Review review(List<Path> paths, ReviewSettings settings) {
        return plumbline.review(
                ReviewUnits.of(paths, dialect, FolderOptions.DEFAULT),
                Optional.empty(),
                Collections.emptySortedMap(),
                settings);
    }

    /** Reviews one migration that stands in a folder behind another one. */
    Review migration(Path folder, String given, String script, ReviewSettings settings) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("000001_given.up.sql"), given);
        Files.writeString(folder.resolve("000001_given.down.sql"), "SELECT 1;");
        String[] ways = script.split(Example.DOWN, -1);
        Path up = Files.writeString(folder.resolve("000002_change.up.sql"), ways[0]);
        if (ways.length > 1) {
            Files.writeString(folder.resolve("000002_change.down.sql"), ways[1]);
        }
        return review(List.of(up), settings);
    }
}
