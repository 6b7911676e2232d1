// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.Engines;
import dev.plumbline.Migrations;
import dev.plumbline.OpenDatabase;
import dev.plumbline.Plumbline;
import dev.plumbline.libsql.LibsqlAdmin;
import dev.plumbline.libsql.LibsqlServer;
import dev.plumbline.libsql.NamespaceScratch;
import dev.plumbline.migration.MigrationSet;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

/** Replays of a libSQL server's migrations, in namespaces of that server. */
class LibsqlReplayTest extends ReplayContract {
    private static final LibsqlServer SERVER = LibsqlServer.shared();
    private static final NamespaceScratch SCRATCH =
            new NamespaceScratch(SERVER.fresh(), new LibsqlAdmin(URI.create(SERVER.adminUrl()), Optional.empty()));

    @TempDir
    private Path folder;

    @AfterAll
    static void removeScratch() {
        SCRATCH.close();
    }

    @Override
    MigrationRun fresh() {
        return MigrationRun.libsql(SERVER, folder);
    }

    @Override
    Migrations migrations(MigrationRun run) {
        return run.migrations().withScratch(SCRATCH);
    }

    @Override
    Migrations migrations(MigrationRun run, MigrationSet set) {
        return OpenDatabase.of(run.url())
                .migrations(set)
                .with(MigrationListener.NONE)
                .withScratch(SCRATCH);
    }

    @Override
    Plumbline plumbline() {
        return Plumbline.of(Engines.forId("libsql"), SCRATCH);
    }

    @Override
    List<String> actualAndDesired() {
        return new SqliteReplayTest().actualAndDesired();
    }

    @Override
    String schema() {
        return "main";
    }
}
