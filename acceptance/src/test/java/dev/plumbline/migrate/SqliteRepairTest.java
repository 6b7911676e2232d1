// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.Migrations;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Repair of SQLite files. */
class SqliteRepairTest extends RepairContract {
    @TempDir
    private Path folder;

    @Override
    MigrationRun fresh() {
        return MigrationRun.sqlite(folder);
    }

    @Override
    Migrations migrations(MigrationRun run) {
        return run.migrations();
    }
}
