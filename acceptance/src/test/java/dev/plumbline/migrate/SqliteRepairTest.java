// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.Migrations;
import dev.plumbline.source.DatabaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Repair of SQLite files. */
class SqliteRepairTest extends RepairContract {
    @TempDir
    private Path folder;

    @Override
    MigrationRun fresh() {
        try {
            Path file = Files.createFile(folder.resolve("app.db"));
            return new MigrationRun(
                    DatabaseUrl.parse("sqlite:" + file), Files.createDirectory(folder.resolve("migrations")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    Migrations migrations(MigrationRun run) {
        return run.migrations();
    }
}
