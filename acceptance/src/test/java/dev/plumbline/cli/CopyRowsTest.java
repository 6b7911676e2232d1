// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.embedded.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows behind {@code COPY … FROM stdin}, as pg_dump writes them, wherever a script is run on PostgreSQL. */
class CopyRowsTest {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final String TABLE = "CREATE TABLE app (a int PRIMARY KEY, b text CHECK (b <> 'no'));\n";
    private static final String COPY = """
            COPY public.app (a, b) FROM stdin;
            1\tit's; $$ "quoted" -- \\\\ \\n two
            2\t\\N
            \\.
            """;

    private static EmbeddedServer server;

    @TempDir
    private Path folder;

    private String name = "";
    private String url = "";

    @BeforeAll
    static void startServer() {
        server = EmbeddedServer.start(18);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void makeDatabase() throws SQLException {
        name = "copies_" + DATABASES.incrementAndGet();
        rows("postgres", "CREATE DATABASE " + name);
        url = server.url(name);
    }

    /** In one transaction with its row in the history; with other statements before, between and behind. */
    @ParameterizedTest
    @ValueSource(strings = {"", "-- plumbline: no transaction\n", "BEGIN;\n"})
    void aMigrationCopiesItsRows(String top) throws Exception {
        String csv =
                "COPY app FROM STDIN WITH (FORMAT csv, HEADER); -- two more\r\na,b\r\n3,\"x;\r\n\"\"y\"\"\"\r\n4,\r\n\\.\r\n";
        migration(
                "1_a.up.sql",
                top + TABLE + COPY + "UPDATE app SET b = 'none' WHERE b IS NULL;\n" + csv
                        + (top.startsWith("BEGIN") ? "COMMIT;\n" : ""));

        CommandRun rehearsed = up("--dry-run", "-o", folder.resolve("up.sql"));
        CommandRun up = up();
        CommandRun again = up();

        assertThat(rehearsed.exitCode()).as(rehearsed.err()).isZero();
        assertThat(folder.resolve("up.sql")).content().contains(COPY).contains("\"x;\r\n\"\"y\"\"\"\r\n4,\r\n\\.\n");
        assertThat(up.exitCode()).as(up.err()).isZero();
        assertThat(again.out()).contains("Nothing to do");
        assertThat(rows(name, "SELECT a || ':' || coalesce(b, 'null') FROM app ORDER BY a"))
                .containsExactly("1:it's; $$ \"quoted\" -- \\ \n two", "2:none", "3:x;\r\n\"y\"", "4:null");
    }

    @Test
    void aRowThatDoesNotFitIsNamedByItsLineAndNothingIsKept() throws Exception {
        migration("1_a.up.sql", TABLE + "-- rows\nCOPY app (a, b) FROM stdin;\n1\tx\n2\tno\n\\.\n");
        CommandRun check = up();
        migration("1_a.up.sql", TABLE + "-- rows\nCOPY app (a, b) FROM stdin;\n1\tx\none\ty\n\\.\n");
        CommandRun value = up();
        migration("1_a.up.sql", TABLE + "-- rows\nCOPY app (a, c) FROM stdin;\n1\tx\n\\.\n");
        CommandRun column = up();
        migration("1_a.up.sql", TABLE + "-- rows\nCOPY app (a, b) FROM stdin;\n1\tx\n");
        CommandRun endless = up();

        assertThat(check.exitCode()).isEqualTo(4);
        assertThat(check.err())
                .contains("1_a.up.sql:5:1", "violates check constraint", "Nothing of this migration was kept");
        assertThat(value.err()).contains("1_a.up.sql:5:1", "invalid input syntax for type integer", "one\ty");
        assertThat(column.err()).contains("1_a.up.sql:3:", "column \"c\" of relation \"app\" does not exist");
        assertThat(endless.err()).contains("1_a.up.sql:3:1", "have no end");
        assertThat(rows(name, "SELECT relname FROM pg_class WHERE relname = 'app'"))
                .isEmpty();
    }

    @Test
    void scratchDatabasesTakeThemToo() throws Exception {
        migration("1_a.up.sql", TABLE);
        migration("1_a.down.sql", "DROP TABLE app;\n");
        migration("2_b.up.sql", COPY);
        migration("2_b.down.sql", "DELETE FROM app;\nCOPY app FROM stdin;\n9\tback\n\\.\nDELETE FROM app;\n");
        Path migrations = folder.resolve("migrations");
        Path dump = Files.writeString(folder.resolve("dump.sql"), "\\restrict x\n" + TABLE + COPY + "\\unrestrict x\n");

        CommandRun check = CommandRun.of("check", migrations, "--scratch-url", url, "--fail-on", "error");
        CommandRun test = CommandRun.of("test", "--migrations", migrations, "--scratch-url", url);
        CommandRun up = up();
        CommandRun verify = CommandRun.of("verify", "--url", url, "--migrations", migrations);
        CommandRun gap =
                CommandRun.of("gap", "--actual", "migrations:" + migrations, "--desired", dump, "--scratch-url", url);
        CommandRun down = CommandRun.of("down", "--url", url, "--migrations", migrations);

        assertThat(List.of(check, test, up, verify, gap, down))
                .allSatisfy(run ->
                        assertThat(run.exitCode()).as(run.err() + run.out()).isZero());
        assertThat(rows(name, "SELECT count(*) FROM app")).containsExactly("0");
        Files.writeString(dump, TABLE + "COPY app FROM stdin;\n1\tx\n1\ty\n\\.\n");
        assertThat(CommandRun.of("inspect", dump, "--scratch-url", url).err())
                .contains("dump.sql:4:1", "duplicate key", "1\ty");
    }

    @Test
    void aCheckThatWouldWriteThemSaysWhatToWriteInstead() throws Exception {
        migration("1_a.up.sql", TABLE + COPY);
        migration("1_a.verify.sql", "COPY app FROM stdin;\n9\tx\n\\.\nSELECT a FROM app WHERE a = 9;\n");
        assertThat(up().exitCode()).isZero();

        CommandRun verify = CommandRun.of("verify", "--url", url, "--migrations", folder.resolve("migrations"));

        assertThat(verify.exitCode()).isEqualTo(1);
        assertThat(verify.out())
                .contains(
                        "1_a.verify.sql:1", "it writes rows (COPY … FROM stdin), and a", "check only reads", "VALUES");
        assertThat(rows(name, "SELECT count(*) FROM app")).containsExactly("2");
    }

    @Test
    void flywaysScriptsHaveThemWithTheirPlaceholders() throws Exception {
        migration("V1__a.sql", TABLE + "COPY app FROM stdin;\n1\t${word}\n\\.\n");

        CommandRun up = up("--placeholder", "word=said");

        assertThat(up.exitCode()).as(up.err()).isZero();
        assertThat(rows(name, "SELECT b FROM app")).containsExactly("said");
    }

    private CommandRun up(Object... more) {
        List<Object> call = new ArrayList<>(List.of("up", "--url", url, "--migrations", folder.resolve("migrations")));
        call.addAll(List.of(more));
        return CommandRun.of(call.toArray());
    }

    private void migration(String name, String text) throws IOException {
        Path migrations = Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(migrations.resolve(name), text);
    }

    /** Runs SQL; returns the first column of what it gives. */
    private static List<String> rows(String database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(database));
                Statement statement = connection.createStatement()) {
            List<String> found = new ArrayList<>();
            if (statement.execute(sql)) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        found.add(rows.getString(1));
                    }
                }
            }
            return found;
        }
    }
}
