// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.ApplyOptions;
import dev.plumbline.Engines;
import dev.plumbline.OpenDatabase;
import dev.plumbline.PlanOptions;
import dev.plumbline.Plumbline;
import dev.plumbline.cli.CommandRun;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.Outcome;
import dev.plumbline.migrate.MigrationListener;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.SchemaSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The copy of a file that is made before rows could be lost: when, what is in it, how long it stays. */
class SafetyCopyTest {
    private static final String BEFORE = "CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT);";
    private static final String NOT_NULL = "CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT NOT NULL COLLATE NOCASE);";
    private static final ApplyOptions ALLOWED = ApplyOptions.DEFAULT.allowing(EnumSet.allOf(Hazard.class));

    @TempDir
    private Path folder;

    private final Plumbline plumbline = Plumbline.of(Engines.forId("sqlite"), new SqliteScratchDatabases());

    private Path database(String name, String... more) throws SQLException {
        Path file = folder.resolve(name);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            SqliteRoundTrip.run(connection, BEFORE + "INSERT INTO note VALUES (1, 'first'), (2, NULL);");
            for (String sql : more) {
                SqliteRoundTrip.run(connection, sql);
            }
        }
        return file;
    }

    private static DatabaseUrl url(Path file) {
        return DatabaseUrl.parse("sqlite:" + file);
    }

    private Plan plan(Path file, String desired) throws IOException {
        return plumbline.plan(
                plumbline.load(new SchemaSource.LiveDatabase(url(file))),
                plumbline.load(new SchemaSource.SqlFiles(Files.writeString(folder.resolve("schema.sql"), desired))),
                PlanOptions.DEFAULT);
    }

    private PlumblineException failing(Path file, String desired, ApplyOptions options) throws IOException {
        Plan plan = plan(file, desired);
        return Objects.requireNonNull(
                catchThrowableOfType(PlumblineException.class, () -> plumbline.apply(plan, url(file), options)));
    }

    private static List<Path> copies(Path file) throws IOException {
        try (Stream<Path> files = Files.list(file.getParent())) {
            return files.filter(path -> path.toString().contains(".plumbline-copy-"))
                    .toList();
        }
    }

    private static List<String> texts(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            return SqliteRoundTrip.texts(connection, sql);
        }
    }

    @Test
    void isThereWhileTheStepsRunAndGoneAfterwards() throws Exception {
        Path file = database("app.db", "DELETE FROM note WHERE title IS NULL;");
        boolean[] seen = new boolean[1];
        Plumbline watching = plumbline.withProgress((what, done, total) -> {
            try {
                seen[0] |=
                        copies(file).stream().anyMatch(path -> !path.toString().endsWith(".incomplete"));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });

        Outcome outcome = watching.apply(plan(file, NOT_NULL), url(file), ALLOWED);

        assertThat(outcome.reachedDesired()).isTrue();
        assertThat(outcome.notes()).isEmpty();
        assertThat(seen[0]).as("a copy while the steps ran").isTrue();
        assertThat(copies(file)).isEmpty();
    }

    @Test
    void staysAndIsNamedWhenTheRunFails() throws Exception {
        Path file = database("app.db");

        PlumblineException error = failing(file, NOT_NULL, ALLOWED);

        assertThat(error.code()).isEqualTo(ErrorCode.STEP_FAILED);
        assertThat(copies(file)).hasSize(1);
        Path copy = copies(file).getFirst();
        assertThat(error).hasMessageContaining("Nothing was changed").hasMessageContaining(copy.toString());
        assertThat(error.advice().orElseThrow()).contains("sqlite3", ".restore", copy.toString());
        assertThat(texts(copy, "SELECT id || coalesce(title, '') FROM note ORDER BY id"))
                .containsExactly("1first", "2");
        assertThat(texts(copy, "PRAGMA integrity_check")).containsExactly("ok");
    }

    @Test
    void isNeverOverwrittenAndTheNextRunSaysThatItIsThere() throws Exception {
        Path file = database("app.db");
        failing(file, NOT_NULL, ALLOWED);
        Path first = copies(file).getFirst();
        byte[] content = Files.readAllBytes(first);
        failing(file, NOT_NULL, ALLOWED);
        assertThat(copies(file)).hasSize(2);
        assertThat(Files.readAllBytes(first)).isEqualTo(content);

        SqliteRoundTrip.run(url(file).open(), "DELETE FROM note WHERE title IS NULL;");
        Outcome outcome = plumbline.apply(plan(file, NOT_NULL), url(file), ALLOWED);

        assertThat(outcome.notes())
                .hasSize(2)
                .anySatisfy(note -> assertThat(note).contains(first.toString(), "still here", ".restore"));
        assertThat(copies(file)).hasSize(2);
        CommandRun nothingToDo =
                CommandRun.of("apply", "--url", file, "--desired", folder.resolve("schema.sql"), "--yes");
        assertThat(nothingToDo.exitCode()).isZero();
        assertThat(nothingToDo.err()).contains(first.toString());
    }

    @Test
    void isNotMadeForWhatOnlyAdds() throws Exception {
        Path file = database("app.db", "INSERT INTO note VALUES (3, 'first');");

        failing(file, BEFORE + "CREATE UNIQUE INDEX once ON note (title);", ALLOWED);

        assertThat(copies(file)).isEmpty();
    }

    @Test
    void isNotMadeWhenItIsDeclined() throws Exception {
        Path file = database("app.db");

        assertThat(failing(file, NOT_NULL, ALLOWED.withoutBackup())).hasMessageNotContaining("copy");

        assertThat(copies(file)).isEmpty();
        CommandRun run = CommandRun.of(
                "apply", "--url", file, "--desired", folder.resolve("schema.sql"), "--yes", "--no-backup");
        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(copies(file)).isEmpty();
    }

    @Test
    void isNotMadeWhereThereIsNoRow() throws Exception {
        Path file = database("app.db", "DELETE FROM note;");
        boolean[] seen = new boolean[1];
        Plumbline watching = plumbline.withProgress((what, done, total) -> seen[0] |= what.startsWith("copying"));

        watching.apply(plan(file, NOT_NULL), url(file), ALLOWED);

        assertThat(seen[0]).isFalse();
        assertThat(copies(file)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with space.db",
                "it's.db",
                "\"quoted\".db",
                "naïve-ümlaut-ж.db",
                "semi;colon,$HOME.db",
                "per%20cent.db"
            })
    void takesAnyNameOfAFile(String name) throws Exception {
        Path file = database(name);

        PlumblineException error = failing(file, NOT_NULL, ALLOWED);

        assertThat(copies(file)).hasSize(1);
        assertThat(texts(copies(file).getFirst(), "SELECT count(*) FROM note")).containsExactly("2");
        assertThat(error).hasMessageContaining(copies(file).getFirst().toString());
    }

    @Test
    void isAsPrivateAsTheFile() throws Exception {
        Path file = database("app.db");
        assumeTrue(file.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX permissions here");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        failing(file, NOT_NULL, ALLOWED);

        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(copies(file).getFirst())))
                .isEqualTo("rw-r-----");
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "wal"})
    void goesBackBySqliteItself(String journal) throws Exception {
        assumeTrue(isThere("sqlite3"), "no sqlite3 on the path");
        Path file = database("it's app.db", "PRAGMA journal_mode = " + journal);
        String before = dump(file);
        PlumblineException error = failing(file, NOT_NULL, ALLOWED);
        SqliteRoundTrip.run(url(file).open(), "DROP TABLE note; CREATE TABLE lost (a);");
        Matcher command = Pattern.compile("sqlite3 .*(?=\\. Delete)")
                .matcher(error.advice().orElseThrow());
        assertThat(command.find()).isTrue();

        Process restoring = new ProcessBuilder("bash", "-c", command.group())
                .redirectErrorStream(true)
                .start();
        String said = new String(restoring.getInputStream().readAllBytes());

        assertThat(restoring.waitFor()).as(said).isZero();
        assertThat(dump(file)).isEqualTo(before);
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    /** By sqlite3, without our own tables. */
    private static String dump(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sqlite3", file.toString(), ".dump note")
                .redirectErrorStream(true)
                .start();
        String dump = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(dump).isZero();
        return dump;
    }

    @Test
    void readersOfAWalDatabaseGoOnWhileItIsMade() throws Exception {
        Path file = database("app.db", "PRAGMA journal_mode = wal");
        try (Connection reader = url(file).open()) {
            SqliteRoundTrip.run(reader, "BEGIN");
            assertThat(SqliteRoundTrip.texts(reader, "SELECT count(*) FROM note"))
                    .containsExactly("2");

            failing(file, NOT_NULL, ALLOWED);

            assertThat(SqliteRoundTrip.texts(reader, "SELECT count(*) FROM note"))
                    .containsExactly("2");
        }
        assertThat(texts(copies(file).getFirst(), "SELECT count(*) FROM note")).containsExactly("2");
    }

    @Test
    void guardsMigrationsToo() throws Exception {
        Path file = database("app.db");
        Path migrations = Files.createDirectory(folder.resolve("migrations"));
        Files.writeString(migrations.resolve("001_add.up.sql"), "ALTER TABLE note ADD COLUMN body TEXT;");
        Files.writeString(
                migrations.resolve("002_clean.up.sql"), "DELETE FROM note WHERE title IS NULL; SELECT no_such_column;");

        PlumblineException error = Objects.requireNonNull(catchThrowableOfType(
                PlumblineException.class,
                () -> OpenDatabase.of(url(file))
                        .migrations(migrations)
                        .with(MigrationListener.NONE)
                        .up()));

        assertThat(error.code()).isEqualTo(ErrorCode.MIGRATION_FAILED);
        assertThat(error).hasMessageContaining(copies(file).getFirst().toString());
        assertThat(texts(copies(file).getFirst(), "SELECT count(*) FROM note")).containsExactly("2");
        assertThat(texts(copies(file).getFirst(), "SELECT version FROM plumbline_history"))
                .as("what was applied before")
                .containsExactly("001");
        CommandRun again = CommandRun.of("up", "--url", file, "--migrations", migrations, "--no-backup");
        assertThat(again.exitCode()).isEqualTo(4);
        assertThat(again.err()).contains("still here");
        assertThat(copies(file)).hasSize(1);

        Files.writeString(migrations.resolve("002_clean.up.sql"), "DELETE FROM note WHERE title IS NULL;");
        assertThatNoException()
                .isThrownBy(() -> OpenDatabase.of(url(file))
                        .migrations(migrations)
                        .with(MigrationListener.NONE)
                        .up());
        assertThat(copies(file)).as("only the first, which nobody has deleted").hasSize(1);
    }

    @Test
    void aLockThatWasGivenUpLeavesNone() throws Exception {
        Path file = database("app.db", "DELETE FROM note WHERE title IS NULL;");
        Plan plan = plan(file, NOT_NULL);
        try (Connection reader = url(file).open()) {
            SqliteRoundTrip.run(reader, "BEGIN");
            SqliteRoundTrip.texts(reader, "SELECT count(*) FROM note");

            PlumblineException error = Objects.requireNonNull(catchThrowableOfType(
                    PlumblineException.class,
                    () -> plumbline.apply(plan, url(file), new ApplyOptions(EnumSet.allOf(Hazard.class), 0, false))));

            assertThat(error.code()).isEqualTo(ErrorCode.LOCK_NOT_AVAILABLE);
        }
        assertThat(copies(file)).isEmpty();
        assertThat(texts(file, "SELECT count(*) FROM note")).containsExactly("1");
    }
}
