// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.error.PlumblineException;
import dev.plumbline.libsql.LibsqlServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations on a libSQL server. */
class LibsqlMigrationTest extends MigrationContract {
    @TempDir
    private Path folder;

    @Override
    MigrationRun fresh() {
        return MigrationRun.libsql(LibsqlServer.shared(), folder);
    }

    @Test
    void foreignKeysAreOffWhileATableIsRebuiltAndCheckedAfterwards() {
        MigrationRun run = fresh().file("1_tables.up.sql", """
                        CREATE TABLE parent (id INTEGER PRIMARY KEY);
                        CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id REFERENCES parent (id) ON DELETE CASCADE);
                        INSERT INTO parent VALUES (1);
                        INSERT INTO child VALUES (1, 1);
                        """).file("2_rebuild.up.sql", """
                        CREATE TABLE parent_new (id INTEGER PRIMARY KEY, name TEXT);
                        INSERT INTO parent_new (id) SELECT id FROM parent;
                        DROP TABLE parent;
                        ALTER TABLE parent_new RENAME TO parent;
                        """);
        run.migrations().up();
        assertThat(run.rows("SELECT parent_id FROM child")).containsExactly("1");
        run.file("3_orphan.up.sql", "DELETE FROM parent;");
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> run.migrations().up())
                .withMessageContaining("child");
        assertThat(run.rows("SELECT id FROM parent")).containsExactly("1");
        assertThat(run.history()).hasSize(2);
    }

    @Test
    void whatTheServerDoesNotTakeIsToldAndNothingIsKept() {
        MigrationRun run = fresh().file("1_attach.up.sql", "CREATE TABLE t (id int);\nPRAGMA legacy_alter_table = ON;");
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> run.migrations().up())
                .withMessageContaining("unsupported statement");
        assertThat(run.rows("SELECT count(*) FROM sqlite_schema WHERE name = 't'"))
                .containsExactly("0");
    }
}
