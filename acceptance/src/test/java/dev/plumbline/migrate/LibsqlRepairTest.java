// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.Migrations;
import dev.plumbline.libsql.LibsqlServer;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Repair of databases on a libSQL server. */
class LibsqlRepairTest extends RepairContract {
    @TempDir
    private Path folder;

    @Override
    MigrationRun fresh() {
        return MigrationRun.libsql(LibsqlServer.shared(), folder);
    }

    @Override
    Migrations migrations(MigrationRun run) {
        return run.migrations();
    }
}
