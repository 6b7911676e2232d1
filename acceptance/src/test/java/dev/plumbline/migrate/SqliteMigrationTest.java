// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.error.PlumblineException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations of SQLite files. */
class SqliteMigrationTest extends MigrationContract {
    @TempDir
    private Path folder;

    @Override
    MigrationRun fresh() {
        return MigrationRun.sqlite(folder);
    }

    @Test
    void foreignKeysAreOffWhileATableIsRebuiltAndCheckedAfterwards() {
        MigrationRun run = fresh().file("1_tables.up.sql", """
                        CREATE TABLE parent (id INTEGER PRIMARY KEY);
                        CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id REFERENCES parent (id) ON DELETE CASCADE);
                        INSERT INTO parent VALUES (1);
                        INSERT INTO child VALUES (1, 1);
                        """).file("2_rebuild.up.sql", """
                        PRAGMA foreign_keys = OFF;
                        BEGIN;
                        CREATE TABLE parent_new (id INTEGER PRIMARY KEY, name TEXT);
                        INSERT INTO parent_new (id) SELECT id FROM parent;
                        DROP TABLE parent;
                        ALTER TABLE parent_new RENAME TO parent;
                        COMMIT;
                        PRAGMA foreign_keys = ON;
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
    void whatNoTransactionTakesIsRunOutside() {
        MigrationRun run = fresh().file(
                        "1_vacuum.up.sql",
                        "CREATE TABLE t (id int);\nVACUUM;\nPRAGMA journal_mode = wal;\nCREATE TABLE u (id int);");
        run.migrations().up();
        assertThat(run.rows("PRAGMA journal_mode")).containsExactly("wal");
        assertThat(run.history()).containsExactly("1_vacuum APPLIED");
    }

    /** Where rows violate foreign keys already, a transaction after which they are looked for is run a second time. */
    @Test
    void rowsAreLookedForOnlyWhereAMigrationCouldHaveMadeThemViolateAForeignKey() {
        MigrationRun run = fresh();
        run.run(
                "CREATE TABLE parent (id INTEGER PRIMARY KEY)",
                "CREATE TABLE child (parent_id REFERENCES parent (id))",
                "INSERT INTO child VALUES (7)");
        run.file("1_index.up.sql", "CREATE INDEX child_parent ON child (parent_id);")
                .file("2_rows.up.sql", "INSERT INTO parent VALUES (1);")
                .file("3_column.up.sql", "BEGIN; ALTER TABLE child ADD COLUMN note TEXT; COMMIT; /* the end */");
        List<String> statements = new ArrayList<>();
        run.migrations()
                .with(new MigrationListener() {
                    @Override
                    public void statement(String title, int number, int total, String sql) {
                        statements.add(title);
                    }
                })
                .up();
        assertThat(statements).containsExactly("1_index", "2_rows", "2_rows", "3_column");
        assertThat(run.history()).hasSize(3);
    }

    @Test
    void whatATriggerOnTheHistoryWritesIsSeen() {
        MigrationRun run = fresh().file("1_tables.up.sql", """
                        CREATE TABLE parent (id INTEGER PRIMARY KEY);
                        CREATE TABLE child (parent_id REFERENCES parent (id));
                        INSERT INTO parent VALUES (1);
                        INSERT INTO child VALUES (1);
                        """);
        run.migrations().up();
        run.run("CREATE TRIGGER odd AFTER INSERT ON plumbline_history BEGIN DELETE FROM parent; END");
        run.file("2_table.up.sql", "CREATE TABLE other (id INTEGER PRIMARY KEY);");
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> run.migrations().up())
                .withMessageContaining("child → parent: 1 row");
        assertThat(run.history()).containsExactly("1_tables APPLIED");
    }
}
