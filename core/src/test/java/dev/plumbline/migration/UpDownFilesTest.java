// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.script.SqlDialect;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pairs of files, and what holds for every folder. */
class UpDownFilesTest {
    @TempDir
    private Path path;

    private Folder folder = new Folder(Path.of(""));

    @BeforeEach
    void folder() {
        folder = new Folder(path);
    }

    @Test
    void pairsAreReadInTheOrderOfTheirNumbers() {
        folder.with("000010_b.up.sql", "ALTER TABLE a RENAME TO b;")
                .with("000010_b.down.sql", "ALTER TABLE b RENAME TO a;")
                .with("000009_a.up.sql", "CREATE TABLE a (x int); SELECT 1;")
                .with("000010_b.verify.sql", "SELECT 1 WHERE false;");
        MigrationSet set = folder.read();
        assertThat(set.format()).isEqualTo(MigrationFormat.UP_DOWN_FILES);
        assertThat(Folder.titles(set)).containsExactly("000009_a", "000010_b");
        Migration first = set.migrations().get(0);
        assertThat(first.down()).isEmpty();
        assertThat(first.verify()).isEmpty();
        assertThat(Folder.up(first)).containsExactly("CREATE TABLE a (x int)", "SELECT 1");
        Migration second = set.migrations().get(1);
        assertThat(second.origin()).isEqualTo("000010_b.up.sql");
        assertThat(Folder.down(second)).containsExactly("ALTER TABLE b RENAME TO a");
        assertThat(second.verify()).isPresent();
    }

    @Test
    void otherNamesThatAreInUse() {
        folder.with("V0001.Initial_Schema.up.sql", "SELECT 1")
                .with("20150100000001000000_networks.up.sql", "SELECT 1")
                .with("3.up.sql", "SELECT 1")
                .with("4_add_v1.2_table.up.sql", "SELECT 1")
                .with("5.2FA.up.sql", "SELECT 1");
        assertThat(Folder.titles(folder.read()))
                .containsExactly(
                        "0001_Initial_Schema", "3", "4_add_v1.2_table", "5_2FA", "20150100000001000000_networks");
    }

    @Test
    void autocommitAndDialects() {
        folder.with("1_a.up.sql", "SELECT 'all'")
                .with("1_a.postgres.up.sql", "SELECT 'postgres'")
                .with("1_a.mysql.up.sql", "SELECT 'mysql'")
                .with("2_b.autocommit.up.sql", "SELECT 2")
                .with("2_b.sqlite3.autocommit.up.sql", "SELECT 3")
                .with("3_c.sqlite3.up.sql", "SELECT 4");
        MigrationSet set = folder.read();
        assertThat(Folder.titles(set)).containsExactly("1_a", "2_b");
        assertThat(set.notRead()).isEmpty();
        assertThat(Folder.up(set.migrations().get(0))).containsExactly("SELECT 'postgres'");
        assertThat(set.migrations().get(0).up().options().transaction()).isTrue();
        assertThat(set.migrations().get(1).up().options().transaction()).isFalse();
        MigrationSet sqlite = MigrationFolder.read(path, SqlDialect.SQLITE, FolderOptions.DEFAULT);
        assertThat(Folder.titles(sqlite)).containsExactly("1_a", "2_b", "3_c");
        assertThat(Folder.up(sqlite.migrations().get(1))).containsExactly("SELECT 3");
    }

    @Test
    void whatIsNotReadIsNamed() {
        folder.with("1_a.up.sql", "SELECT 1")
                .with("2_b.down.sql", "SELECT 1")
                .with("3_c.up.go", "package x")
                .with("seed.sql", "SELECT 1")
                .with("README.md", "#")
                .with("archive/1_a.up.sql", "SELECT 1")
                .with("archive/2_a.up.sql", "SELECT 1")
                .with(".hidden/9_a.up.sql", "SELECT 1");
        assertThat(folder.read().notRead()).containsExactly("2_b.down.sql", "3_c.up.go", "archive/", "seed.sql");
    }

    @Test
    void twoOfTheSameVersionAreAnError() {
        folder.with("000012_a.up.sql", "SELECT 1").with("12_b.up.sql", "SELECT 2");
        PlumblineException refusal = folder.refusal();
        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_FILE);
        assertThat(refusal).hasMessageContaining("000012_a.up.sql").hasMessageContaining("12_b.up.sql");
    }

    @Test
    void twoOfTheSameSecondAreTwoMigrations() {
        folder.with("1626194317_b.up.sql", "SELECT 'b'")
                .with("1626194317_a.up.sql", "SELECT 'a'")
                .with("1626194317_b.down.sql", "SELECT 'not b'")
                .with("1626194317_a.down.sql", "SELECT 'not a'");
        MigrationSet set = folder.read();
        assertThat(Folder.titles(set)).containsExactly("1626194317_a", "1626194317-2_b");
        assertThat(Folder.down(set.migrations().get(1))).containsExactly("SELECT 'not b'");
    }

    @Test
    void aDownIsFoundByItsVersionWhenItsNameDiffers() {
        folder.with("1554469235_add_new_inputs_to_jobs.up.sql", "SELECT 1")
                .with("1554469235_add_new_inputs_to_job.down.sql", "SELECT 2");
        assertThat(Folder.down(folder.read().migrations().getFirst())).containsExactly("SELECT 2");
    }

    @Test
    void anEmptyAndAMissingFolderAreClearErrors() {
        assertThat(folder.refusal().code()).isEqualTo(ErrorCode.SOURCE_NOT_FOUND);
        assertThat(folder.refusal()).hasMessageContaining("empty");
        folder.with("notes.sql", "SELECT 1");
        assertThat(folder.refusal()).hasMessageContaining("notes.sql");
        assertThat(new Folder(path.resolve("nowhere")).refusal().code()).isEqualTo(ErrorCode.SOURCE_NOT_FOUND);
        assertThat(new Folder(path.resolve("notes.sql")).refusal()).hasMessageContaining("is a file");
    }

    @Test
    void anEmptyScriptIsAMigration() {
        folder.with("1_a.up.sql", "").with("1_a.down.sql", "-- nothing to do\n");
        Migration migration = folder.read().migrations().getFirst();
        assertThat(Folder.up(migration)).isEmpty();
        assertThat(Folder.down(migration)).isEmpty();
    }
}
