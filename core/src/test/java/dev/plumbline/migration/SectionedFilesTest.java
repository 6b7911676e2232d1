// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.script.ScriptStatement;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both directions in one file: dbmate and goose. */
class SectionedFilesTest {
    @TempDir
    private Path path;

    private Folder folder = new Folder(Path.of(""));

    @BeforeEach
    void folder() {
        folder = new Folder(path);
    }

    @Test
    void dbmate() {
        folder.with("20240131120000_a.sql", """
                        -- a licence
                        -- plumbline: lock_timeout 7s
                        -- migrate:up transaction:false
                        SELECT 1;
                        SELECT 2

                        -- migrate:down\r
                          SELECT 3;\r
                        """).with("20240131120001_b.sql", "-- migrate:up\nSELECT 4;");
        MigrationSet set = folder.read();
        assertThat(set.format()).isEqualTo(MigrationFormat.DBMATE);
        assertThat(Folder.titles(set)).containsExactly("20240131120000_a", "20240131120001_b");
        Migration first = set.migrations().get(0);
        assertThat(Folder.up(first)).containsExactly("SELECT 1", "SELECT 2");
        assertThat(first.up().options().transaction()).isFalse();
        assertThat(first.up().options().lockTimeout()).isPresent();
        MigrationScript down = first.down().orElseThrow();
        assertThat(down.options().transaction()).isTrue();
        assertThat(down.options().lockTimeout()).isPresent();
        ScriptStatement statement = ((MigrationScript.Sql) down).statements().getFirst();
        assertThat(statement.sql()).isEqualTo("SELECT 3");
        assertThat(statement.position().line()).isEqualTo(8);
        assertThat(statement.position().column()).isEqualTo(3);
        assertThat(set.migrations().get(1).down()).isEmpty();
    }

    @Test
    void dbmateRefusesWhatItCannotPlace() {
        folder.with("1_a.sql", "SELECT 0;\n-- migrate:up\nSELECT 1;");
        assertThat(folder.refusal().position().orElseThrow().line()).isEqualTo(1);
        folder.with("1_a.sql", "-- migrate:up\nSELECT 1;\n-- migrate:up\nSELECT 2");
        assertThat(folder.refusal().position().orElseThrow().line()).isEqualTo(3);
        folder.with("1_a.sql", "-- migrate:up env:X\nSELECT 1;");
        assertThat(folder.refusal().code()).isEqualTo(ErrorCode.UNSUPPORTED);
    }

    @Test
    void goose() {
        folder.with("00001_a.sql", """
                        -- +goose NO TRANSACTION
                        -- +goose up
                        -- +goose StatementBegin
                        CREATE FUNCTION f() RETURNS int AS $$ BEGIN; RETURN 1; END $$ LANGUAGE plpgsql;
                        -- +goose StatementEnd
                        SELECT 1;
                        -- +goose Down
                        DROP FUNCTION f;
                        """);
        MigrationSet set = folder.read();
        assertThat(set.format()).isEqualTo(MigrationFormat.GOOSE);
        Migration migration = set.migrations().getFirst();
        assertThat(migration.title()).isEqualTo("00001_a");
        assertThat(Folder.up(migration)).hasSize(2).last().isEqualTo("SELECT 1");
        assertThat(Folder.down(migration)).containsExactly("DROP FUNCTION f");
        assertThat(migration.up().options().transaction()).isFalse();
        assertThat(((MigrationScript.Sql) migration.up()).script().text())
                .doesNotContain("goose")
                .doesNotContain("DROP");
    }

    @Test
    void gooseMarksMustAgree() {
        for (String text : List.of(
                "-- +goose Down\nSELECT 1;\n-- +goose Up\nSELECT 1;",
                "-- +goose Up\n-- +goose StatementEnd\n",
                "-- +goose Up\n-- +goose StatementBegin\nSELECT 1;",
                "SELECT 1;\n-- +goose Up\n",
                "-- +goose NO TRANSACTION\nSELECT 1;")) {
            folder.with("1_a.sql", text);
            assertThat(folder.refusal().code()).as(text).isEqualTo(ErrorCode.INVALID_FILE);
            assertThat(folder.refusal().position()).as(text).isPresent();
        }
        folder.with("1_a.sql", "-- +goose Up\n-- +goose Sideways\n");
        assertThat(folder.refusal().code()).isEqualTo(ErrorCode.UNSUPPORTED);
    }

    @Test
    void gooseEnvironment() {
        folder.with("1_a.sql", """
                        -- +goose Up
                        SELECT '$WHO';
                        -- +goose ENVSUB ON
                        SELECT '$WHO ${WHO} ${NOBODY:-x} ${NOBODY-y}', $1, $q$q$q$;
                        -- +goose ENVSUB OFF
                        SELECT '${WHO}';
                        """);
        FolderOptions options = FolderOptions.DEFAULT.withEnvironment(Map.of("WHO", "me"));
        Migration migration = folder.read(options).migrations().getFirst();
        assertThat(Folder.up(migration))
                .containsExactly("SELECT '$WHO'", "SELECT 'me me x y', $1, $q$q$q$", "SELECT '${WHO}'");
        Checksum other = folder.read(options.withEnvironment(Map.of("WHO", "you")))
                .migrations()
                .getFirst()
                .checksum();
        assertThat(migration.checksum()).isEqualTo(other);
        PlumblineException refusal = folder.refusal(options.withEnvironment(Map.of()));
        assertThat(refusal).hasMessageContaining("'WHO'");
        assertThat(refusal.position().orElseThrow().line()).isEqualTo(4);
    }

    @Test
    void twoFormatsInOneFolderAreAnError() {
        folder.with("1_a.sql", "-- +goose Up\nSELECT 1;").with("2_b.sql", "-- migrate:up\nSELECT 1;");
        assertThat(folder.refusal().code()).isEqualTo(ErrorCode.INVALID_FILE);
        assertThat(folder.refusal()).hasMessageContaining("1_a.sql").hasMessageContaining("2_b.sql");
        MigrationSet forced = folder.read(FolderOptions.DEFAULT.withFormat(MigrationFormat.DBMATE));
        assertThat(Folder.titles(forced)).containsExactly("2_b");
        assertThat(forced.notRead()).containsExactly("1_a.sql");
    }
}
