// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.cli.CommandRun;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that are no database, or cannot be read or written: every command says what is wrong and what to do, and changes
 * not a byte.
 */
class FileTroubleTest {
    /** About a kilobyte each. */
    private static final String ROWS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)"
            + " INSERT INTO note SELECT i + 10, hex(randomblob(500)) FROM n;";

    @TempDir
    private Path folder;

    private Path file;
    private Path desired;
    private Path migrations;

    @BeforeEach
    void prepare() throws IOException {
        file = folder.resolve("app.db");
        desired = Files.writeString(
                folder.resolve("schema.sql"), "CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT NOT NULL COLLATE NOCASE);");
        migrations = Files.createDirectory(folder.resolve("migrations"));
        Files.writeString(migrations.resolve("001_note.up.sql"), "DELETE FROM note WHERE title IS NULL;");
    }

    private void database(String... more) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            SqliteRoundTrip.run(
                    connection,
                    "CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT); INSERT INTO note VALUES (1, 'a');");
            for (String sql : more) {
                SqliteRoundTrip.run(connection, sql);
            }
        }
    }

    /** Every command that opens a live database. */
    private List<CommandRun> commands(Object url) {
        return List.of(
                CommandRun.of("gap", "--url", url, "--desired", desired),
                CommandRun.of("plan", "--url", url, "--desired", desired),
                CommandRun.of("apply", "--url", url, "--desired", desired, "--yes"),
                CommandRun.of("up", "--url", url, "--migrations", migrations),
                CommandRun.of("down", "--url", url, "--migrations", migrations),
                CommandRun.of("status", "--url", url, "--migrations", migrations),
                CommandRun.of("inspect", "--url", url));
    }

    private void allRefuse(Object url, String fact, String wayOut) {
        for (CommandRun run : commands(url)) {
            assertThat(run.exitCode()).as(run.err()).isEqualTo(4);
            assertThat(run.err())
                    .contains("error: ", fact, "way out: ", wayOut)
                    .doesNotContain("defect of plumbline")
                    .doesNotContain("SQLITE_");
        }
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> otherFiles() throws IOException {
        byte[] zeros = new byte[4096];
        byte[] gzip = Arrays.copyOf(new byte[] {0x1f, (byte) 0x8b, 8}, 2048);
        return Stream.of(
                org.junit.jupiter.params.provider.Arguments.of(
                        "encrypted", random(8192), "it is encrypted", "Decrypt a copy"),
                org.junit.jupiter.params.provider.Arguments.of(
                        "text",
                        "CREATE TABLE note (id INTEGER PRIMARY KEY); -- and more\n"
                                .repeat(40)
                                .getBytes(StandardCharsets.UTF_8),
                        "it is a text",
                        "--desired FILE"),
                org.junit.jupiter.params.provider.Arguments.of("compressed", gzip, "it is compressed", "Decompress"),
                org.junit.jupiter.params.provider.Arguments.of("zeros", zeros, "its first bytes", "restore a backup"),
                org.junit.jupiter.params.provider.Arguments.of(
                        "short", random(700), "is no SQLite database", "Check the path"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherFiles")
    void aFileThatIsNoDatabaseIsNamedForWhatItIs(String name, byte[] content, String fact, String wayOut)
            throws IOException {
        Files.write(file, content);

        allRefuse(file, fact, wayOut);

        assertThat(Files.readAllBytes(file)).isEqualTo(content);
        assertThat(beside()).isEmpty();
    }

    /** Returns the files beside the database that are not ours. */
    private List<String> beside() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("app.db") && !name.equals("app.db"))
                    .toList();
        }
    }

    @Test
    void aNewerFileFormatIsNoDamage() throws Exception {
        database();
        byte[] content = Files.readAllBytes(file);
        // Bytes 18 and 19: the versions that are needed to write and to read the file.
        content[18] = 7;
        content[19] = 7;
        Files.write(file, content);
        allRefuse(file, "app.db", "newer SQLite");
        assertThat(Files.readAllBytes(file)).isEqualTo(content);

        content[18] = 1;
        content[19] = 1;
        // Bytes 44 to 47: the schema format.
        ByteBuffer.wrap(content).putInt(44, 5);
        Files.write(file, content);
        allRefuse(file, "unsupported file format", "newer SQLite");
        assertThat(Files.readAllBytes(file)).isEqualTo(content);
    }

    @Test
    void whatIsNotThereIsNotMade() throws IOException {
        allRefuse(file, "There is no SQLite database", "Check the path");
        allRefuse(folder.resolve("no/app.db"), "There is no folder", "Check the path");
        Path directory = Files.createDirectory(folder.resolve("a.db"));
        allRefuse(directory, "is a folder", "Name a file in it");

        assertThat(file).doesNotExist();
        assertThat(folder.resolve("no")).doesNotExist();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aFileWithoutAByteIsANewDatabase() throws Exception {
        Files.createFile(file);
        assertThat(CommandRun.of("gap", "--url", file, "--desired", desired).exitCode())
                .isEqualTo(1);
        assertThat(file).isEmptyFile();

        CommandRun apply = CommandRun.of("apply", "--url", file, "--desired", desired, "--yes");

        assertThat(apply.exitCode()).as(apply.err()).isZero();
        assertThat(CommandRun.of("gap", "--url", file, "--desired", desired).exitCode())
                .isZero();
    }

    @Test
    void whatMayOnlyBeReadIsReadAndNotWritten() throws Exception {
        database();
        byte[] content = Files.readAllBytes(file);
        String url = "sqlite:file:" + file + "?mode=ro";

        assertThat(CommandRun.of("gap", "--url", url, "--desired", desired).exitCode())
                .isEqualTo(1);
        assertThat(CommandRun.of("plan", "--url", url, "--desired", desired).exitCode())
                .isLessThan(2);
        assertThat(CommandRun.of("status", "--url", url, "--migrations", migrations)
                        .exitCode())
                .isLessThan(2);
        for (CommandRun run : List.of(
                CommandRun.of("apply", "--url", url, "--desired", desired, "--yes"),
                CommandRun.of("up", "--url", url, "--migrations", migrations))) {
            assertThat(run.exitCode()).as(run.err()).isEqualTo(4);
            assertThat(run.err())
                    .contains("readonly database", "Nothing was done", "way out: ", "mounted for reading only");
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(content);
        assertThat(beside()).isEmpty();
    }

    @Test
    void aFileAndAFolderWithoutTheRightToWrite() throws Exception {
        assumeTrue(!System.getProperty("user.name").equals("root"), "root may write everywhere");
        database();
        byte[] content = Files.readAllBytes(file);
        assertThat(file.toFile().setWritable(false)).isTrue();
        CommandRun run = CommandRun.of("apply", "--url", file, "--desired", desired, "--yes");
        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("readonly database", "right to write");
        assertThat(file.toFile().setWritable(true)).isTrue();
        assertThat(folder.toFile().setWritable(false)).isTrue();
        try {
            CommandRun inFolder = CommandRun.of("apply", "--url", file, "--desired", desired, "--yes");
            assertThat(inFolder.exitCode()).isEqualTo(4);
            assertThat(inFolder.err()).contains("way out: ", "folder");
        } finally {
            assertThat(folder.toFile().setWritable(true)).isTrue();
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(content);
    }

    @Test
    void aDamagedFileIsSaidToBeOne() throws Exception {
        database("CREATE TABLE big (a); INSERT INTO big SELECT hex(randomblob(400)) FROM pragma_function_list;");
        byte[] content = Files.readAllBytes(file);
        // The root page of the schema, from the first cell pointer on.
        Arrays.fill(content, 108, 4000, (byte) 0xee);
        Files.write(file, content);

        allRefuse(file, "malformed", ".recover");

        assertThat(Files.readAllBytes(file)).isEqualTo(content);
    }

    @Test
    void aFullDatabaseKeepsWhatItHas() throws Exception {
        database(ROWS.formatted(2000));
        long pages = Files.size(file) / 4096;
        String limited = "sqlite:" + file + "?max_page_count=" + (pages + 20);

        CommandRun run = CommandRun.of("apply", "--url", limited, "--desired", desired, "--yes", "--no-backup");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(4);
        assertThat(run.err()).contains("database or disk is full", "Nothing was changed", "Free some space");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            assertThat(SqliteRoundTrip.texts(connection, "PRAGMA integrity_check"))
                    .containsExactly("ok");
            assertThat(SqliteRoundTrip.texts(connection, "SELECT count(*) FROM note"))
                    .containsExactly("2001");
        }
        CommandRun again = CommandRun.of("apply", "--url", file, "--desired", desired, "--yes");
        assertThat(again.exitCode()).as(again.err()).isZero();
    }

    @Test
    void aFullDiskIsFoundOutBeforeAnythingChanges() throws Exception {
        Path small = Files.createDirectory(folder.resolve("small"));
        assumeTrue(
                runs("mount", "-t", "tmpfs", "-o", "size=6m", "none", small.toString()),
                "no small disk can be mounted");
        try {
            file = small.resolve("app.db");
            database(ROWS.formatted(4000));

            CommandRun run = CommandRun.of("apply", "--url", file, "--desired", desired, "--yes");

            assertThat(run.exitCode()).as(run.err()).isEqualTo(4);
            assertThat(run.err()).contains("no room for a copy", "Nothing was changed", "--no-backup");
            CommandRun without = CommandRun.of("apply", "--url", file, "--desired", desired, "--yes", "--no-backup");
            assertThat(without.exitCode()).as(without.err()).isEqualTo(4);
            assertThat(without.err()).contains("disk is full", "Nothing was changed", "Free some space");
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
                assertThat(SqliteRoundTrip.texts(connection, "PRAGMA integrity_check"))
                        .containsExactly("ok");
                assertThat(SqliteRoundTrip.texts(connection, "SELECT count(*) FROM note"))
                        .containsExactly("4001");
            }
            assertThat(small.toFile().list()).containsExactly("app.db");
        } finally {
            assertThat(runs("umount", small.toString())).isTrue();
        }
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void whatAKilledWriterLeftIsRolledBackByWhoMay() throws Exception {
        database(ROWS.formatted(500));
        Path copy = Files.createDirectory(folder.resolve("copy")).resolve("app.db");
        try (Connection writer = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            // So small that what it changes goes to the file before the commit.
            SqliteRoundTrip.run(writer, "PRAGMA cache_size = 5");
            SqliteRoundTrip.run(writer, "BEGIN IMMEDIATE; UPDATE note SET title = upper(title) || '!';");
            assumeTrue(runs("cp", file.toString(), copy.getParent().toString()), "no cp here");
            assertThat(runs("cp", file + "-journal", copy.getParent().toString()))
                    .isTrue();
            SqliteRoundTrip.run(writer, "ROLLBACK");
        }
        byte[] before = Files.readAllBytes(copy);
        Path journal = copy.resolveSibling("app.db-journal");

        allRefuse("sqlite:file:" + copy + "?mode=ro", "readonly database", "A program was killed while it wrote");

        assertThat(Files.readAllBytes(copy)).isEqualTo(before);
        assertThat(journal).isNotEmptyFile();
        assertThat(CommandRun.of("gap", "--url", copy, "--desired", desired).exitCode())
                .isEqualTo(1);
        assertThat(journal)
                .satisfiesAnyOf(
                        path -> assertThat(path).doesNotExist(),
                        path -> assertThat(path).isEmptyFile());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy)) {
            assertThat(SqliteRoundTrip.texts(connection, "PRAGMA integrity_check"))
                    .containsExactly("ok");
            assertThat(SqliteRoundTrip.texts(connection, "SELECT count(*) FROM note WHERE title LIKE '%!'"))
                    .containsExactly("0");
        }
    }
}
