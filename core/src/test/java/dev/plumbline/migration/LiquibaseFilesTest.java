// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.script.ScriptStatement;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Liquibase's formatted SQL. */
class LiquibaseFilesTest {
    private static final String HEADER = "--liquibase formatted sql\n";

    @TempDir
    private Path path;

    private Folder folder = new Folder(Path.of(""));

    @BeforeEach
    void folder() {
        folder = new Folder(path);
    }

    @Test
    void changeSetsInTheirOrder() {
        folder.with(
                        "b.sql",
                        HEADER
                                + "\n--changeset zoe:1 splitStatements:true\n--comment: first\nCREATE TABLE a (x int);\nSELECT 1;\n"
                                + "--rollback DROP TABLE a;\n--rollback SELECT 2;\n"
                                + "-- ChangeSet \"Ann B\":\"2 x\" runInTransaction:false\nSELECT 3;\n--rollback empty\n"
                                + "--changeset zoe:0\nSELECT 4;\n")
                .with("a/x.sql", HEADER + "--changeset zoe:v runOnChange:true\nSELECT 5;\n")
                .with("other.sql", "SELECT 1");
        MigrationSet set = folder.read();
        assertThat(set.format()).isEqualTo(MigrationFormat.LIQUIBASE_SQL);
        assertThat(Folder.titles(set)).containsExactly("zoe:v", "zoe:1", "Ann B:2 x", "zoe:0");
        assertThat(set.notRead()).containsExactly("other.sql");
        Migration first = set.migrations().get(1);
        assertThat(first.origin()).isEqualTo("b.sql");
        assertThat(Folder.up(first)).containsExactly("CREATE TABLE a (x int)", "SELECT 1");
        assertThat(Folder.down(first)).containsExactly("DROP TABLE a", "SELECT 2");
        ScriptStatement drop =
                ((MigrationScript.Sql) first.down().orElseThrow()).statements().getFirst();
        assertThat(drop.position().line()).isEqualTo(7);
        assertThat(drop.position().column()).isEqualTo(12);
        Migration second = set.migrations().get(2);
        assertThat(second.up().options().transaction()).isFalse();
        assertThat(Folder.down(second)).isEmpty();
        assertThat(set.migrations().get(3).down()).isEmpty();
        assertThat(set.migrations().getFirst().kind()).isEqualTo(MigrationKind.REPEATABLE);
    }

    @Test
    void rollbackBlocksDelimitersAndIgnoredLines() {
        folder.with(
                "a.sql",
                HEADER + "--changeset a:1 endDelimiter:\\n/\\n\nSELECT 1\n/\nSELECT 4 / 2\n/\n"
                        + "--ignoreLines:start\nSELECT 9;\n--ignoreLines:end\n"
                        + "/* liquibase rollback\nSELECT 3;\nSELECT 4;\n*/\n");
        Migration migration = folder.read().migrations().getFirst();
        assertThat(Folder.up(migration)).containsExactly("SELECT 1", "SELECT 4 / 2");
        assertThat(Folder.down(migration)).containsExactly("SELECT 3", "SELECT 4");
    }

    @Test
    void theSameIdInTwoFilesIsToldApartByTheFile() {
        folder.with("a.sql", HEADER + "--changeset a:1\nSELECT 1;")
                .with("b.sql", HEADER + "--changeset a:1\nSELECT 2;");
        assertThat(Folder.versions(folder.read())).containsExactly("a.sql::a:1", "b.sql::a:1");
        folder.with("b.sql", HEADER + "--changeset a:1\nSELECT 1;\n--changeset a:1\nSELECT 2;");
        assertThat(folder.refusal().code()).isEqualTo(ErrorCode.INVALID_FILE);
    }

    @Test
    void databasesAndContexts() {
        folder.with(
                "a.sql",
                HEADER + "--changeset a:1 dbms:postgresql,h2\nSELECT 1;\n--changeset a:2 dbms:!postgresql\nSELECT 2;\n"
                        + "--changeset a:3 dbms:sqlite\nSELECT 3;\n--changeset a:4 ignore:true\nSELECT 4;\n"
                        + "--changeset a:5 dbms:\"!h2, !sqlite\"\nSELECT 5;\n");
        assertThat(Folder.versions(folder.read())).containsExactly("a:1", "a:5");
        folder.with(
                "b.sql",
                HEADER
                        + "--changeset b:1 context:\"test or (!prod and EU)\"\nSELECT 1;\n--changeset b:2 labels:x,y\nSELECT 2;\n");
        assertThat(folder.refusal().code()).isEqualTo(ErrorCode.UNSUPPORTED);
        assertThat(Folder.versions(folder.read(FolderOptions.DEFAULT.withContexts(List.of("eu", "y")))))
                .containsExactly("a:1", "a:5", "b:1", "b:2");
        assertThat(Folder.versions(folder.read(FolderOptions.DEFAULT.withContexts(List.of("eu", "prod")))))
                .containsExactly("a:1", "a:5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--changeset a:1\n--preconditions onFail:HALT\nSELECT 1;",
                "--changeset a:1\n--precondition-sql-check expectedResult:0 SELECT count(*) FROM t\nSELECT 1;",
                "--changeset a:1\n--rollback changesetId:2 changesetAuthor:b\nSELECT 1;",
                "--property name:x value:y\n--changeset a:1\nSELECT 1;",
                "\n--changeset a:1 runAlways:true\nSELECT 1;",
                "\n--changeset a:1 unheardOf:true\nSELECT 1;",
                "\n--changeset a:1 failOnError:false\nSELECT 1;"
            })
    void whatWouldBeDecidedLaterIsRefused(String text) {
        folder.with("a.sql", HEADER + text);
        assertThat(folder.refusal().code()).isEqualTo(ErrorCode.UNSUPPORTED);
        assertThat(folder.refusal().position().orElseThrow().line()).isIn(2, 3);
    }

    @Test
    void changelogsInOtherFormatsAreRefused() {
        folder.with("a.sql", HEADER + "--changeset a:1\nSELECT 1;")
                .with("master.yaml", "databaseChangeLog:\n  - include:\n      file: a.sql\n");
        assertThat(folder.refusal().code()).isEqualTo(ErrorCode.UNSUPPORTED);
        assertThat(folder.refusal()).hasMessageContaining("master.yaml");
        assertThat(Folder.versions(folder.read(FolderOptions.DEFAULT.withFormat(MigrationFormat.LIQUIBASE_SQL))))
                .containsExactly("a:1");
    }
}
