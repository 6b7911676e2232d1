// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.embedded.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A saved plan that somebody has edited is proven as it is now, and its file says so when that is wanted. */
class ProveCommandTest {
    @TempDir
    private Path folder;

    private String database;
    private Path desired;
    private Path plan;

    @BeforeEach
    void saveAPlan() throws IOException {
        database = "sqlite:" + Files.createFile(folder.resolve("app.db"));
        desired = Files.writeString(
                folder.resolve("desired.sql"), "CREATE TABLE users(id integer primary key, mail text);");
        plan = folder.resolve("plan.json");
        CommandRun planned = run("plan", "--desired", desired, "-o", plan);
        assertThat(planned.exitCode()).as(planned.err()).isZero();
    }

    @Test
    void planThatStillLeadsWhereItSaysIsProvenAndItsFileSaysSoOnlyWhenThatIsWanted() throws IOException {
        edit(plan, "id integer primary key, mail text", "id  integer primary key,  mail text");
        String edited = Files.readString(plan);

        CommandRun proven = run("prove", plan);

        assertThat(proven.exitCode()).as(proven.err()).isZero();
        assertThat(proven.out()).contains("Proven: reaches the desired schema; reverse returns");
        assertThat(Files.readString(plan)).isEqualTo(edited);
        assertThat(run("apply", plan, "--yes").exitCode()).isEqualTo(3);

        CommandRun written = run("prove", plan, "--write");
        CommandRun applied = run("apply", plan, "--yes");

        assertThat(written.exitCode()).as(written.err()).isZero();
        assertThat(written.err()).contains("wrote " + plan);
        assertThat(applied.exitCode()).as(applied.err()).isZero();
        assertThat(applied.err()).contains("Proven: reaches").doesNotContain("No longer proven");
    }

    @Test
    void planThatLeadsElsewhereIsRefusedAndSaysWhatDiffersWhereTheSchemaIsKnown() throws IOException {
        edit(plan, "mail text", "mail text DEFAULT 'none'");
        String edited = Files.readString(plan);

        CommandRun alone = run("prove", plan, "--write");
        CommandRun compared = run("prove", plan, "--desired", desired);

        assertThat(alone.exitCode()).as(alone.err()).isEqualTo(3);
        assertThat(alone.out()).contains("Not proven: does not reach", "and was made for one with", "--desired");
        assertThat(alone.err()).contains(plan + " stays as it is");
        assertThat(Files.readString(plan)).isEqualTo(edited);
        assertThat(compared.exitCode()).isEqualTo(3);
        assertThat(compared.out()).contains("the plan does not reach the desired schema: ", "users.mail");
    }

    @Test
    void planThatLeadsToTheSchemaAsItIsDeclaredNowPromisesThatOne() throws IOException {
        edit(plan, "mail text", "mail text DEFAULT 'none'");
        edit(desired, "mail text", "mail text DEFAULT 'none'");

        CommandRun written = run("prove", plan, "--desired", desired, "--write");
        CommandRun applied = run("apply", plan, "--yes");

        assertThat(written.exitCode()).as(written.out() + written.err()).isZero();
        assertThat(applied.exitCode()).as(applied.err()).isZero();
        assertThat(run("gap", "--desired", desired).exitCode()).isZero();
    }

    @Test
    void stepThatFailsIsNamed() throws IOException {
        edit(plan, "mail text", "mail text REFERENCES");

        CommandRun refused = run("prove", plan);

        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.out()).contains("step 1 (CREATE table main.users) fails: ");
    }

    @Test
    void databaseThatThePlanDoesNotBeginWithIsRefused() throws IOException {
        assertThat(run("apply", plan, "--yes").exitCode()).isZero();

        CommandRun refused = run("prove", plan);

        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err())
                .contains("is not what the plan begins with", "Nothing was proven.", "--actual");
    }

    @Test
    void scriptIsToldWhatItLacks() throws IOException {
        Path script = folder.resolve("plan.sql");
        assertThat(run("plan", "--desired", desired, "-o", script).exitCode()).isZero();

        CommandRun refused = run("prove", script);

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("is a script", "FILE.json", "plumbline check");
    }

    /** Rows are counted under the new name, the role is known to the statements alone, and the index is built as it was edited. */
    @Test
    void renamesAndRolesOfAPostgresPlan() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(18)) {
            database = server.url("postgres");
            try (Connection connection = DriverManager.getConnection(server.jdbcUrl("postgres"));
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE public.users(id bigint PRIMARY KEY, mail text);"
                        + " INSERT INTO public.users VALUES (1, 'x')");
            }
            Files.writeString(desired, """
                    -- plumbline: renamed from users
                    CREATE TABLE public.people(id bigint PRIMARY KEY, mail text);
                    CREATE INDEX people_mail ON public.people (mail);
                    GRANT SELECT ON public.people TO a_reader;
                    """);
            CommandRun planned = run("plan", "--desired", desired, "-o", plan);
            assertThat(planned.exitCode()).as(planned.err()).isZero();
            edit(plan, "CREATE INDEX CONCURRENTLY people_mail ON", "CREATE  INDEX  CONCURRENTLY people_mail ON");

            CommandRun proven = run("prove", plan, "--write");

            assertThat(proven.exitCode()).as(proven.out() + proven.err()).isZero();
            assertThat(proven.out()).contains("Proven: reaches the desired schema; reverse returns; 3 seeded rows kept.");
            assertThat(run("prove", plan).exitCode()).isZero();
        }
    }

    private CommandRun run(String command, Object... more) {
        List<Object> call = new ArrayList<>(List.of(command, "--url", database));
        call.addAll(List.of(more));
        return CommandRun.of(call.toArray());
    }

    private static void edit(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }
}
