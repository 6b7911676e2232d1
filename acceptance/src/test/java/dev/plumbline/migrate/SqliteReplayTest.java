// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.Engines;
import dev.plumbline.Migrations;
import dev.plumbline.OpenDatabase;
import dev.plumbline.Plumbline;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.sqlite.SqliteScratchDatabases;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Replays of SQLite's migrations, in memory. */
class SqliteReplayTest extends ReplayContract {
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

    @Override
    Migrations migrations(MigrationRun run, MigrationSet set) {
        return OpenDatabase.of(run.url()).migrations(set).with(MigrationListener.NONE);
    }

    @Override
    Plumbline plumbline() {
        return Plumbline.of(Engines.forId("sqlite"), new SqliteScratchDatabases());
    }

    @Override
    List<String> actualAndDesired() {
        return List.of("""
                CREATE TABLE kept (id INTEGER PRIMARY KEY, old TEXT, other TEXT);
                CREATE TABLE child (id INTEGER PRIMARY KEY, kept_id INTEGER REFERENCES kept (id) ON DELETE CASCADE);
                CREATE TABLE gone (id INTEGER);
                INSERT INTO kept VALUES (1, 'a', 'b');
                INSERT INTO child VALUES (1, 1);
                """, """
                CREATE TABLE kept (id INTEGER PRIMARY KEY, other TEXT NOT NULL DEFAULT '', added INT CHECK (added > 0));
                CREATE TABLE child (id INTEGER PRIMARY KEY, kept_id INTEGER REFERENCES kept (id) ON DELETE CASCADE);
                CREATE TABLE "it's new" (id INTEGER PRIMARY KEY, kept_id INTEGER REFERENCES kept (id));
                CREATE INDEX kept_other ON kept (other);
                CREATE VIEW seen AS SELECT id FROM kept;
                CREATE TRIGGER noted AFTER INSERT ON kept BEGIN UPDATE kept SET added = 1; END;
                """);
    }

    @Override
    String schema() {
        return "main";
    }
}
