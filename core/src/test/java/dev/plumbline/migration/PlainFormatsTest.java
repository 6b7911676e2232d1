// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.script.ScriptStatement;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Diesel, Flyway and numbered files. */
class PlainFormatsTest {
    @TempDir
    private Path path;

    private Folder folder = new Folder(Path.of(""));

    @BeforeEach
    void folder() {
        folder = new Folder(path);
    }

    @Test
    void diesel() {
        folder.with("00000000000000_diesel_initial_setup/up.sql", "SELECT 0")
                .with("2024-01-31-120000_a/up.sql", "SELECT 1")
                .with("2024-01-31-120000_a/down.sql", "SELECT 2")
                .with("2024-01-31-120000_a/metadata.toml", "run_in_transaction = false\n");
        MigrationSet set = folder.read();
        assertThat(set.format()).isEqualTo(MigrationFormat.DIESEL);
        assertThat(Folder.titles(set)).containsExactly("00000000000000_diesel_initial_setup", "20240131120000_a");
        Migration last = set.migrations().getLast();
        assertThat(Folder.down(last)).containsExactly("SELECT 2");
        assertThat(last.up().options().transaction()).isFalse();
        assertThat(set.notRead()).isEmpty();
    }

    @Test
    void flywaysCallbacks() {
        Checksum alone = folder.with("V1__a.sql", "SELECT 1")
                .read()
                .migrations()
                .getFirst()
                .checksum();
        FolderOptions options = FolderOptions.DEFAULT.withPlaceholders(Map.of("value", "1"));
        folder.with("U1__a.sql", "SELECT -1")
                .with("calls/beforeEachMigrate.sql", "SET a = ${value}; SET b = 2")
                .with("afterEachMigrate__2.sql", "SELECT 22")
                .with("afterEachMigrate.sql", "SELECT 21")
                .with("beforeEachUndo.sql", "SELECT 30")
                .with("afterMigrate__z.sql", "SELECT 42")
                .with("afterMigrate.sql", "SELECT 41")
                .with("afterInfo.sql", "SELECT 50");
        MigrationSet set = folder.read(options);
        Migration migration = set.migrations().getFirst();
        assertThat(Folder.up(migration))
                .containsExactly("SET a = 1", "SET b = 2", "SELECT 1", "SELECT 21", "SELECT 22");
        assertThat(((MigrationScript.Sql) migration.up()).statements())
                .extracting(ScriptStatement::number)
                .containsExactly(1, 2, 3, 4, 5);
        assertThat(Folder.down(migration)).containsExactly("SELECT 30", "SELECT -1");
        assertThat(set.callbacks().all())
                .extracting(Callback::origin)
                .containsExactly("afterMigrate.sql", "afterMigrate__z.sql");
        assertThat(set.notRead()).containsExactly("afterInfo.sql");
        assertThat(migration.checksum()).isEqualTo(alone);
        folder.with("calls/afterMigrate.sql", "SELECT 43");
        assertThat(folder.refusal(options)).hasMessageContaining("afterMigrate.sql and calls/afterMigrate.sql");
    }

    @Test
    void flyway() {
        folder.with("V1_10__c.sql", "SELECT 3")
                .with("V1.9__b.sql", "SELECT 2")
                .with("sub/V1.0__a.sql", "SELECT 1")
                .with("B1.9__base.sql", "SELECT 0")
                .with("U1.10__c.sql", "SELECT -3")
                .with("R__view.sql", "SELECT 9")
                .with("R__a_view.sql", "SELECT 8")
                .with("beforeClean.sql", "SELECT 7");
        MigrationSet set = folder.read();
        assertThat(set.format()).isEqualTo(MigrationFormat.FLYWAY);
        assertThat(Folder.titles(set)).containsExactly("1.0_a", "1.9_base", "1.9_b", "1_10_c", "a_view", "view");
        assertThat(set.migrations().get(1).kind()).isEqualTo(MigrationKind.BASELINE);
        assertThat(set.migrations().get(4).kind()).isEqualTo(MigrationKind.REPEATABLE);
        assertThat(Folder.down(set.migrations().get(3))).containsExactly("SELECT -3");
        assertThat(set.notRead()).containsExactly("beforeClean.sql");
        folder.with("V1.1.0__x.sql", "").with("other/V1.1__y.sql", "");
        assertThat(folder.refusal()).hasMessageContaining("other/V1.1__y.sql").hasMessageContaining("V1.1.0__x.sql");
    }

    @Test
    void flywayPlaceholders() {
        folder.with("V1__a.sql", "-- ${comment}\nSELECT '${flyway:filename}',\n '${Who}'")
                .with("R__v.sql", "SELECT '${who}'");
        FolderOptions me = FolderOptions.DEFAULT.withPlaceholders(Map.of("who", "me$1"));
        FolderOptions you = FolderOptions.DEFAULT.withPlaceholders(Map.of("who", "you"));
        Migration versioned = folder.read(me).migrations().getFirst();
        assertThat(Folder.up(versioned)).containsExactly("SELECT 'V1__a.sql',\n 'me$1'");
        assertThat(versioned.checksum())
                .isEqualTo(folder.read(you).migrations().getFirst().checksum());
        assertThat(folder.read(me).migrations().getLast().checksum())
                .isNotEqualTo(folder.read(you).migrations().getLast().checksum());
        folder.with("R__v.sql", "SELECT 1");
        assertThat(folder.refusal()).hasMessageContaining("${Who}");
        assertThat(folder.refusal().position().orElseThrow().line()).isEqualTo(3);
    }

    @Test
    void flywayScriptConfig() {
        folder.with("V1__a.sql", "SELECT '${x}'")
                .with("V1__a.sql.conf", "# so\nexecuteInTransaction=false\nplaceholderReplacement=false\n");
        Migration migration = folder.read().migrations().getFirst();
        assertThat(Folder.up(migration)).containsExactly("SELECT '${x}'");
        assertThat(migration.up().options().transaction()).isFalse();
        folder.with("V1__a.sql.conf", "shouldExecute=${x}==1");
        assertThat(folder.refusal().code()).isEqualTo(ErrorCode.UNSUPPORTED);
    }

    @Test
    void numberedFiles() {
        folder.with("10_b.sql", "SELECT 10")
                .with("9_a.sql", "SELECT 9")
                .with("9_a_down.sql", "SELECT -9")
                .with("011_scale_down.sql", "SELECT 11")
                .with("LATEST.sql", "SELECT 0");
        MigrationSet set = folder.read();
        assertThat(set.format()).isEqualTo(MigrationFormat.NUMBERED_FILES);
        assertThat(Folder.titles(set)).containsExactly("9_a", "10_b", "011_scale_down");
        assertThat(Folder.down(set.migrations().getFirst())).containsExactly("SELECT -9");
        assertThat(set.notRead()).containsExactly("LATEST.sql");
    }

    @Test
    void numberedFilesInFoldersOfVersions() {
        folder.with("0.10/00__a.sql", "SELECT 1")
                .with("0.9/01__b.sql", "SELECT 2")
                .with("0.9/00__c.sql", "SELECT 3");
        assertThat(Folder.versions(folder.read())).containsExactly("0.9.00", "0.9.01", "0.10.00");
    }

    @Test
    void datesAndPrisma() {
        folder.with("2024_01_31_120000_a.sql", "SELECT 1").with("2024_01_31_120001_b.sql", "SELECT 2");
        assertThat(Folder.titles(folder.read())).containsExactly("2024_01_31_120000_a", "2024_01_31_120001_b");
        Folder prisma = new Folder(path.resolve("prisma"));
        prisma.with("20240131120000_init/migration.sql", "SELECT 1").with("migration_lock.toml", "");
        assertThat(Folder.titles(prisma.read())).containsExactly("20240131120000_init");
    }

    @Test
    void anotherFormatFurtherDownIsNotRead() {
        folder.with("1_a.up.sql", "SELECT 1").with("old/V1__a.sql", "SELECT 1");
        assertThat(folder.read().notRead()).containsExactly("old/");
    }
}
