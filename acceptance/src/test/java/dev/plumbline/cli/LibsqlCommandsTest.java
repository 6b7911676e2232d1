// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.libsql.LibsqlServer;
import dev.plumbline.source.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The declared half on a libSQL server, vectors included. */
class LibsqlCommandsTest {
    private static final String TABLES = """
            CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT);
            CREATE TABLE docs (id INTEGER PRIMARY KEY, user_id INTEGER REFERENCES users (id) ON DELETE CASCADE,
              embedding F32_BLOB(3)%s);
            CREATE INDEX docs_embedding ON docs (libsql_vector_idx(embedding%s));
            """;

    private final LibsqlServer server = LibsqlServer.shared();
    private final DatabaseUrl database = server.fresh();
    private final String url = database.display();

    @TempDir
    private Path folder;

    private Path desired;

    @BeforeEach
    void makeTables() throws IOException, SQLException {
        desired = folder.resolve("desired.sql");
        Files.writeString(
                desired,
                TABLES.formatted(", title TEXT NOT NULL DEFAULT ''", ", 'metric=l2'")
                        .replace("name TEXT", "name TEXT NOT NULL"));
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            for (String sql : TABLES.formatted("", "").split(";\n", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
            statement.execute("INSERT INTO users VALUES (1, 'a')");
            statement.execute("INSERT INTO docs VALUES (1, 1, vector32('[1,2,3]'))");
        }
    }

    @Test
    void gapPlanAndApplyWithScratchDatabasesInMemory() throws SQLException {
        leads();
    }

    @Test
    void gapPlanAndApplyWithScratchNamespaces() throws SQLException {
        leads("--admin-url", server.adminUrl());
    }

    private void leads(String... more) throws SQLException {
        CommandRun gap = run("gap", more);
        assertThat(gap.exitCode()).as(gap.err()).isEqualTo(1);
        assertThat(gap.out()).contains("docs_embedding").doesNotContain("shadow");
        CommandRun plan = run("plan", more);
        assertThat(plan.out()).as(plan.err()).contains("Proven", "libsql_vector_idx(embedding, 'metric=l2')");
        CommandRun apply = run("apply", more);
        assertThat(apply.exitCode()).as(apply.out() + apply.err()).isZero();
        assertThat(run("gap", more).exitCode()).isZero();
        try (Connection connection = database.open();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT count(*) FROM docs JOIN vector_top_k('docs_embedding', vector32('[1,2,3]'), 1) AS near"
                                + " ON near.id = docs.id")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(1);
        }
    }

    private CommandRun run(String command, String... more) {
        Object[] all = new Object[5 + more.length + (command.equals("apply") ? 1 : 0)];
        all[0] = command;
        all[1] = "--url";
        all[2] = url;
        all[3] = "--desired";
        all[4] = desired;
        System.arraycopy(more, 0, all, 5, more.length);
        if (command.equals("apply")) {
            all[all.length - 1] = "--yes";
        }
        return CommandRun.of(all);
    }

    @Test
    void inspectExportsAndASqliteFileIsComparedWithIt() throws IOException, SQLException {
        Path schema = folder.resolve("schema");
        CommandRun inspect = CommandRun.of("inspect", "--url", url, "--format", "sql", "-o", schema);
        assertThat(inspect.exitCode()).as(inspect.err()).isZero();
        CommandRun same = CommandRun.of("gap", "--url", url, "--desired", schema);
        assertThat(same.exitCode()).as(same.out() + same.err()).isZero();
        Path file = folder.resolve("local.db");
        try (Connection connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT)");
        }
        CommandRun gap = CommandRun.of("gap", "--actual", file, "--desired", url);
        assertThat(gap.exitCode()).as(gap.err()).isEqualTo(1);
        assertThat(gap.out()).contains("docs");
    }

    @Test
    void theTokenOfTheConfigurationIsUsedAndNotPrinted() throws IOException {
        Path config = Files.writeString(
                folder.resolve("plumbline.toml"),
                "url = \"" + url + "\"\nauth_token = \"s3cret-t0ken\"\ndesired = \"desired.sql\"\n");
        CommandRun gap = CommandRun.of("gap", "--config", config);
        assertThat(gap.exitCode()).as(gap.err()).isEqualTo(1);
        CommandRun status = CommandRun.of("status", "--url", url + "&authToken=s3cret-t0ken");
        assertThat(status.exitCode()).as(status.err()).isZero();
        CommandRun wrong =
                CommandRun.of("status", "--url", "libsql://127.0.0.1:1?authToken=s3cret-t0ken&colour=blue", "--debug");
        assertThat(wrong.exitCode()).isEqualTo(2);
        CommandRun gone = CommandRun.of("status", "--url", "libsql://127.0.0.1:1?authToken=s3cret-t0ken", "--debug");
        assertThat(gone.exitCode()).isEqualTo(4);
        assertThat(gap.out() + gap.err() + status.out() + status.err() + wrong.err() + gone.out() + gone.err())
                .doesNotContain("s3cret");
    }
}
