// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.Engines;
import dev.plumbline.Plumbline;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.sqlite.SqliteScratchDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loading on SQLite: order of files, positions of errors, migration folders. */
class SchemaLoaderTest {
    private static final ObjectKey A = ObjectKey.of(ObjectKind.TABLE, "main", "a");
    private static final ObjectKey B = ObjectKey.of(ObjectKind.TABLE, "main", "b");

    @TempDir
    private Path folder;

    private final Plumbline plumbline = Plumbline.of(Engines.forId("sqlite"), new SqliteScratchDatabases());

    private void file(String name, String sql) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, sql);
    }

    private LoadedSchema load() {
        return plumbline.load(new SchemaSource.SqlFiles(folder));
    }

    private LoadedSchema migrations() {
        return plumbline.load(new SchemaSource.MigrationFolder(folder));
    }

    @Test
    void filesLoadInAnyOrder() throws Exception {
        file("1/index.sql", "CREATE INDEX i ON b (x);");
        file("2/trigger.sql", "CREATE TRIGGER t AFTER INSERT ON b BEGIN DELETE FROM a; END;");
        file("3/b.sql", "\uFEFFBEGIN;\r\nCREATE TABLE b (x);\r\nCOMMIT;");
        file("4/a.sql", "CREATE TABLE a (x)");
        assertThat(load().catalog().keys()).contains(A, B, ObjectKey.of(ObjectKind.INDEX, "main", "i"));
    }

    @Test
    void theFirstRealErrorIsToldWithItsPlace() throws Exception {
        file("a.sql", "CREATE TABLE a (x);\n\n  CREATE INDEX i ON nowhere (x);\n");
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(this::load)
                .withMessageContaining("no such table")
                .satisfies(e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_NOT_LOADED);
                    assertThat(e.position().orElseThrow().line()).isEqualTo(3);
                    assertThat(e.position().orElseThrow().column()).isEqualTo(3);
                    assertThat(e.position().orElseThrow().file()).endsWith("a.sql");
                });
    }

    @Test
    void anEmptyFolderAndOneOfMigrationsAreToldApart() throws Exception {
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(this::load)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_NOT_FOUND));
        file("1_a.up.sql", "CREATE TABLE a (x);");
        file("1_a.down.sql", "DROP TABLE a;");
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(this::load)
                .satisfies(e -> assertThat(e.advice().orElseThrow()).contains("migrations:"));
    }

    @Test
    void migrationsRunInTheOrderOfTheirNumbers() throws Exception {
        file("10_b.up.sql", "BEGIN; ALTER TABLE a RENAME TO b; COMMIT;");
        file("9_a.up.sql", "CREATE TABLE a (x);");
        file("9_a.down.sql", "DROP TABLE a;");
        file("sub/11_c.up.sql", "nonsense");
        file("seed.sql", "nonsense");
        LoadedSchema schema = migrations();
        assertThat(schema.catalog().keys()).contains(B).doesNotContain(A);
        assertThat(schema.origin()).contains("2 files; not run: seed.sql");
    }

    @Test
    void flywaysVersionsAndRepeatables() throws Exception {
        file("V1.10__b.sql", "ALTER TABLE a RENAME TO b;");
        file("V1.9__a.sql", "CREATE TABLE a (x);");
        file("R__view.sql", "CREATE VIEW v AS SELECT x FROM b;");
        file("U1.10__b.sql", "ALTER TABLE b RENAME TO a;");
        assertThat(migrations().catalog().keys()).contains(B, ObjectKey.of(ObjectKind.VIEW, "main", "v"));
    }

    @Test
    void theWayDownInTheSameFileIsNotRun() throws Exception {
        file("001_a.sql", "-- migrate:up\nCREATE TABLE a (x);\n-- migrate:down\nDROP TABLE a;\n");
        file("002_b.sql", "-- migrate:up\nCREATE TABLE b (x);\n\n-- migrate:down\nDROP TABLE b;\nDROP TABLE a;\n");
        assertThat(migrations().catalog().keys()).contains(A, B);
    }

    @Test
    void aMigrationThatFailsIsNamedWithItsStatement() throws Exception {
        file("1_a.up.sql", "CREATE TABLE a (x);");
        file("2_b.up.sql", "CREATE TABLE b (x);\nCREATE TABLE a (x);");
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(this::migrations)
                .withMessageContaining("Statement 2 of ")
                .withMessageContaining("2_b.up.sql")
                .satisfies(e -> assertThat(e.position().orElseThrow().line()).isEqualTo(2));
    }

    @Test
    void anUnendedTransactionIsAnError() throws Exception {
        file("1_a.up.sql", "CREATE TABLE a (x);\nBEGIN;\nCREATE TABLE b (x);");
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(this::migrations)
                .withMessageContaining("never ended");
    }
}
