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
        assertThat(refused.err()).contains("is not what the plan begins with", "Nothing was proven.", "--actual");
    }

    /** As a script of its own it has no way back, and as a migration it has. */
    @Test
    void scriptsAreProvenToo() throws IOException {
        Path script = folder.resolve("plan.sql");
        Path migrations = folder.resolve("migrations");
        Path up = migrations.resolve("000001_close_gap.up.sql");
        assertThat(run("plan", "--desired", desired, "-o", script).exitCode()).isZero();
        assertThat(run("plan", "--desired", desired, "-o", migrations).exitCode())
                .isZero();
        for (Path file : List.of(script, up)) {
            Files.writeString(file, Files.readString(file) + "\nINSERT INTO users (mail) VALUES ('first');\n");
        }
        String note = "000001_close_gap was edited after it was proven";
        String edited = Files.readString(up);

        CommandRun alone = run("prove", script);
        CommandRun both = run("prove", up);

        assertThat(alone.exitCode()).as(alone.out() + alone.err()).isZero();
        assertThat(alone.out()).contains("Proven: reaches the desired schema; reverse does not return");
        assertThat(both.exitCode()).as(both.out() + both.err()).isZero();
        assertThat(both.out()).contains("Proven: reaches the desired schema; reverse returns");
        assertThat(Files.readString(up)).isEqualTo(edited);
        assertThat(run("up", "--migrations", migrations, "--dry-run").out()).contains(note);

        assertThat(run("prove", up, "--write").exitCode()).isZero();
        CommandRun applied = run("up", "--migrations", migrations);

        assertThat(applied.exitCode()).as(applied.err()).isZero();
        assertThat(applied.out() + applied.err()).doesNotContain(note);
        assertThat(Files.readString(up)).contains("INSERT INTO users").containsOnlyOnce("-- plumbline: proven ");
    }

    @Test
    void scriptThatLeadsElsewhereOrNotBackIsRefused() throws IOException {
        Path migrations = folder.resolve("migrations");
        Path up = migrations.resolve("000001_close_gap.up.sql");
        assertThat(run("plan", "--desired", desired, "-o", migrations).exitCode())
                .isZero();
        edit(up, "mail text", "mail text DEFAULT 'none'");

        CommandRun elsewhere = run("prove", up, "--write");
        CommandRun compared = run("prove", up, "--desired", desired);
        edit(desired, "mail text", "mail text DEFAULT 'none'");
        CommandRun declared = run("prove", up, "--desired", desired, "--write");
        CommandRun again = run("prove", up);
        edit(migrations.resolve("000001_close_gap.down.sql"), "DROP TABLE", "DROP VIEW");
        CommandRun back = run("prove", up);

        assertThat(elsewhere.exitCode()).isEqualTo(3);
        assertThat(elsewhere.out()).contains("and was made for one with");
        assertThat(elsewhere.err()).contains(up + " stays as it is");
        assertThat(compared.exitCode()).isEqualTo(3);
        assertThat(compared.out()).contains("it does not reach the desired schema: ", "users.mail");
        assertThat(declared.exitCode()).as(declared.out() + declared.err()).isZero();
        assertThat(again.exitCode()).as(again.out() + again.err()).isZero();
        assertThat(back.exitCode()).isEqualTo(3);
        assertThat(back.out()).contains("on the way back statement 1 of 1 fails");
    }

    /** What a plan does not say that it loses is a problem, by whichever statement it goes. */
    @Test
    void scriptThatLosesRowsIsRefused() throws IOException {
        assertThat(run("apply", plan, "--yes").exitCode()).isZero();
        Files.writeString(desired, "CREATE TABLE users(id integer primary key, mail text, phone text);");
        Path migrations = folder.resolve("migrations");
        Path up = migrations.resolve("000001_close_gap.up.sql");
        assertThat(run("plan", "--desired", desired, "-o", migrations).exitCode())
                .isZero();
        assertThat(run("prove", up).out()).contains("3 seeded rows kept");
        Files.writeString(up, Files.readString(up) + "\nDELETE FROM users WHERE id = (SELECT min(id) FROM users);\n");

        CommandRun refused = run("prove", up);

        assertThat(refused.exitCode()).as(refused.out()).isEqualTo(3);
        assertThat(refused.out()).contains("table main.users has 2 rows where it had 3");
    }

    @Test
    void scriptThatNoPlanWroteIsRefused() throws IOException {
        Path script = Files.writeString(folder.resolve("own.sql"), "CREATE TABLE users(id integer primary key);");

        CommandRun refused = run("prove", script);

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("does not say from which schema", "plumbline check", "plumbline test");
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
            assertThat(proven.out())
                    .contains("Proven: reaches the desired schema; reverse returns; 3 seeded rows kept.");
            assertThat(run("prove", plan).exitCode()).isZero();

            Path migrations = folder.resolve("migrations");
            assertThat(run("plan", "--desired", desired, "-o", migrations).exitCode())
                    .isZero();
            CommandRun script = run("prove", migrations.resolve("000001_close_gap.up.sql"));
            assertThat(script.exitCode()).as(script.out() + script.err()).isZero();
            assertThat(script.out())
                    .contains("Proven: reaches the desired schema; reverse returns; 3 seeded rows kept.");
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
