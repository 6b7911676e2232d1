// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.embedded.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on a PostgreSQL server, and what they say when it does not let them in. */
class PostgresCommandsTest {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static EmbeddedServer server;

    @TempDir
    private Path folder;

    private String name = "";
    private String url = "";
    private Path desired = Path.of("");

    @BeforeAll
    static void startServer() {
        server = EmbeddedServer.start(18);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void makeDatabase() throws Exception {
        name = "commands_" + DATABASES.incrementAndGet();
        execute("postgres", "CREATE DATABASE " + name);
        url = server.url(name);
        execute(name, "CREATE TABLE public.users(id bigint PRIMARY KEY, \"it's; \"\"odd\"\"\" text)");
        execute(name, "INSERT INTO public.users VALUES (1, 'x')");
        desired = Files.writeString(folder.resolve("desired.sql"), """
                CREATE TABLE public.users(id bigint PRIMARY KEY, "it's; ""odd""\" text, mail text);
                CREATE UNIQUE INDEX users_mail ON public.users (mail);
                """);
    }

    /** Its scratch databases would be for reading alone too. */
    @Test
    void aDatabaseThatIsSetToBeReadIsPlannedAllTheSame() throws Exception {
        execute(name, "ALTER DATABASE " + name + " SET default_transaction_read_only = on");

        CommandRun gap = CommandRun.of("gap", "--url", url, "--desired", desired);
        CommandRun apply = CommandRun.of("apply", "--url", url, "--desired", desired, "--yes");

        assertThat(gap.exitCode()).as(gap.err()).isEqualTo(1);
        assertThat(apply.exitCode()).as(apply.err()).isEqualTo(4);
        assertThat(apply.err()).contains("read-only transaction", "Nothing was changed");
    }

    @Test
    void aRoleThatMayNotMakeTheHistoryIsToldWhereItCouldBe() throws Exception {
        execute(name, "CREATE ROLE small LOGIN PASSWORD 'small'; CREATE SCHEMA small AUTHORIZATION small");
        Path migration = Files.createDirectories(folder.resolve("migrations")).resolve("1_a.up.sql");
        Files.writeString(migration, "CREATE TABLE small.a (id int);");
        String small = url.replaceFirst("//[^/@]*@", "//small:small@");

        CommandRun refused = CommandRun.of("up", "--url", small, "--migrations", folder.resolve("migrations"));
        CommandRun nowhere = CommandRun.of(
                "up", "--url", small, "--migrations", folder.resolve("migrations"), "--history", "nowhere.h");
        CommandRun own = CommandRun.of(
                "up", "--url", small, "--migrations", folder.resolve("migrations"), "--history", "small.h");

        assertThat(refused.err()).contains("permission denied for schema public", "--history SCHEMA.TABLE");
        assertThat(nowhere.err()).contains("way out: Create the schema first");
        assertThat(own.exitCode()).as(own.err()).isZero();
    }

    @Test
    void aTimeoutIsToldApartFromAWrongStatement() throws Exception {
        Path migration = Files.createDirectories(folder.resolve("migrations")).resolve("1_a.up.sql");
        Files.writeString(migration, "-- plumbline: statement_timeout 200ms\nSELECT pg_sleep(1);");
        CommandRun statement = CommandRun.of("up", "--url", url, "--migrations", folder.resolve("migrations"));

        execute(name, "ALTER DATABASE " + name + " SET transaction_timeout = '200ms'");
        Files.writeString(migration, "SELECT pg_sleep(1);");
        CommandRun transaction = CommandRun.of("up", "--url", url, "--migrations", folder.resolve("migrations"));

        assertThat(statement.err()).contains("way out: If its statement_timeout was too short");
        assertThat(transaction.err()).contains("way out: Raise transaction_timeout");
    }

    @Test
    void whatNoTransactionTakesIsToldWithTheDirective() throws Exception {
        Path migration = Files.createDirectories(folder.resolve("migrations")).resolve("1_a.up.sql");
        Files.writeString(migration, "DO $$ BEGIN COMMIT; END $$;");
        CommandRun within = CommandRun.of("up", "--url", url, "--migrations", folder.resolve("migrations"));
        Files.writeString(migration, "-- plumbline: no transaction\nDO $$ BEGIN COMMIT; END $$;");
        CommandRun outside = CommandRun.of("up", "--url", url, "--migrations", folder.resolve("migrations"));

        assertThat(within.err()).contains("-- plumbline: no transaction");
        assertThat(outside.exitCode()).as(outside.err()).isZero();
    }

    /** A plan has limits of its own for each step. */
    @Test
    void whatAnApplicationsTransactionMayTakeIsNoLimitForAPlan() throws Exception {
        execute(name, "ALTER DATABASE " + name + " SET transaction_timeout = '300ms'");
        String slow = "ALTER TABLE public.users ADD CONSTRAINT slow CHECK (pg_sleep(0.6) IS NOT NULL);";
        Files.writeString(desired, slow, StandardOpenOption.APPEND);

        CommandRun apply = CommandRun.of("apply", "--url", url, "--desired", desired, "--yes");

        assertThat(apply.exitCode()).as(apply.err()).isZero();
    }

    @Test
    void gapPlanApplyAndNoGap() {
        CommandRun gap = CommandRun.of("gap", "--url", url, "--desired", desired);
        CommandRun apply = CommandRun.of("apply", "--url", url, "--desired", desired, "--yes");
        CommandRun after = CommandRun.of("gap", "--url", url, "--desired", desired);

        assertThat(gap.exitCode()).as(gap.err()).isEqualTo(1);
        assertThat(gap.out()).contains("uniqueness-lost");
        assertThat(apply.exitCode()).as(apply.err()).isZero();
        assertThat(after.exitCode()).as(after.out() + after.err()).isZero();
    }

    @Test
    void exportedFolderMakesTheSameSchema() {
        Path schema = folder.resolve("schema");

        CommandRun inspect = CommandRun.of("inspect", "--url", url, "--format", "sql", "-o", schema);

        assertThat(inspect.exitCode()).as(inspect.err()).isZero();
        assertThat(CommandRun.of("gap", "--url", url, "--desired", schema).exitCode())
                .isZero();
    }

    @Test
    void schemaFilterLeavesOtherSchemasAlone() throws Exception {
        execute(name, "CREATE SCHEMA other");
        execute(name, "CREATE TABLE other.kept(id bigint)");

        CommandRun apply = CommandRun.of("apply", "--url", url, "--desired", desired, "--schema", "public", "--yes");

        assertThat(apply.exitCode()).as(apply.err()).isZero();
        execute(name, "SELECT id FROM other.kept");
    }

    @Test
    void ownersAreExportedComparedAndGivenBackOnlyWhereThatIsAsked() throws Exception {
        String role = "keeper_of_" + name;
        execute("postgres", "CREATE ROLE " + role);
        execute(name, "ALTER TABLE public.users OWNER TO " + role);
        Path schema = folder.resolve("owned");
        CommandRun inspect = CommandRun.of("inspect", "--url", url, "--format", "sql", "--owners", "-o", schema);
        execute(name, "ALTER TABLE public.users OWNER TO postgres");

        CommandRun silent = CommandRun.of("gap", "--url", url, "--desired", schema);
        CommandRun gap = CommandRun.of("gap", "--url", url, "--desired", schema, "--owners");
        CommandRun apply = CommandRun.of("apply", "--url", url, "--desired", schema, "--owners", "--yes");
        CommandRun after = CommandRun.of("gap", "--url", url, "--desired", schema, "--owners");

        assertThat(inspect.exitCode()).as(inspect.err()).isZero();
        assertThat(silent.exitCode()).as(silent.out() + silent.err()).isZero();
        assertThat(gap.exitCode()).as(gap.err()).isEqualTo(1);
        assertThat(gap.out()).contains("public.users").contains(role);
        assertThat(apply.exitCode()).as(apply.err()).isZero();
        assertThat(after.exitCode()).as(after.out() + after.err()).isZero();
    }

    @Test
    void unmodelledObjectsAreNamedAndRefusedInStrictMode() throws Exception {
        execute(name, "CREATE TYPE app_shell");

        CommandRun lenient = CommandRun.of("gap", "--url", url, "--desired", desired);
        CommandRun strict = CommandRun.of("gap", "--url", url, "--desired", desired, "--strict");

        assertThat(lenient.out()).contains("base type public.app_shell");
        assertThat(strict.exitCode()).isEqualTo(3);
        assertThat(strict.err()).contains("base type public.app_shell");
    }

    @Test
    void unreachableServerIsADatabaseError() {
        CommandRun status = CommandRun.of("status", "--url", "postgres://me:hush@127.0.0.1:1/app");

        assertThat(status.exitCode()).isEqualTo(4);
        assertThat(status.err()).contains("way out: ").doesNotContain("hush");
    }

    @Test
    void wrongPasswordIsADatabaseErrorThatDoesNotShowIt() {
        String wrong = url.replaceFirst("://([^:]+):[^@]+@", "://$1:hush@");

        CommandRun status = CommandRun.of("status", "--url", wrong);

        assertThat(status.exitCode()).as(status.out()).isEqualTo(4);
        assertThat(status.err()).contains("way out: ").doesNotContain("hush");
    }

    @Test
    void missingDatabaseIsADatabaseError() {
        CommandRun status = CommandRun.of("status", "--url", server.url("nowhere"));

        assertThat(status.exitCode()).isEqualTo(4);
        assertThat(status.err()).contains("nowhere");
    }

    @Test
    void brokenSqlShowsThePlace() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.sql"), "SELECT 1;\nCREATE TABLE t(id bigintt);\n");

        CommandRun gap = CommandRun.of("gap", "--url", url, "--desired", broken);

        assertThat(gap.exitCode()).isEqualTo(4);
        assertThat(gap.err()).contains("broken.sql:2:", "bigintt", "^");
    }

    /** Both as files that 'up' runs, and by 'apply': an application that knows either name works between the two halves. */
    @Test
    void aRenamedColumnIsExpandedAndContracted() throws Exception {
        Path renamed = Files.writeString(folder.resolve("renamed.sql"), """
                CREATE TABLE public.users(id bigint PRIMARY KEY,
                  -- plumbline: renamed from "it's; ""odd""\"
                  mail text);
                """);
        Path migrations = folder.resolve("migrations");

        CommandRun both = CommandRun.of(
                "plan", "--expand", "--url", url, "--desired", renamed, "-o", migrations, "--name", "rename");
        assertThat(both.exitCode()).as(both.err()).isZero();
        assertThat(both.err()).contains("from here on the new application may be deployed", "Apply this only when");
        assertThat(migrations.resolve("000001_rename_expand.up.sql")).exists();
        assertThat(migrations.resolve("000002_rename_contract.down.sql")).exists();

        CommandRun up = CommandRun.of("to", "1", "--url", url, "--migrations", migrations);
        assertThat(up.exitCode()).as(up.err() + up.out()).isZero();
        execute(name, "INSERT INTO public.users (id, mail) VALUES (2, 'y')");
        execute(name, "INSERT INTO public.users (id, \"it's; \"\"odd\"\"\") VALUES (3, 'z')");

        CommandRun again = CommandRun.of("apply", "--expand", "--url", url, "--desired", renamed, "--yes");
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.out()).contains("Nothing to do.", "the new application may be deployed");
        CommandRun gap = CommandRun.of("gap", "--url", url, "--desired", renamed);
        assertThat(gap.out()).contains("its rename is under way");

        CommandRun rest = CommandRun.of("apply", "--url", url, "--desired", renamed, "--yes");
        assertThat(rest.exitCode()).as(rest.err()).isZero();
        execute(name, "UPDATE public.users SET mail = mail || 1 / (SELECT count(mail) / 3 FROM public.users)");
    }

    @Test
    void aColumnIsSplitInTwoHalves() throws Exception {
        execute(
                name,
                "DROP TABLE IF EXISTS public.users CASCADE; CREATE TABLE people (id int PRIMARY KEY, name text NOT NULL); INSERT INTO people VALUES (1, 'A B')");
        Path split = Files.writeString(folder.resolve("split.sql"), """
                CREATE TABLE people (id int PRIMARY KEY,
                  first_name text NOT NULL, -- plumbline: using split_part(name, ' ', 1)
                  last_name text NOT NULL -- plumbline: using split_part(name, ' ', 2)
                );
                """);
        CommandRun without = CommandRun.of("plan", "--expand", "--url", url, "--desired", split);
        assertThat(without.exitCode()).as(without.err()).isEqualTo(3);
        assertThat(without.err())
                .contains(
                        "no hint says how column public.people.name is computed",
                        "reverse column public.people.name using");
        Files.writeString(
                split,
                "-- plumbline: reverse column people.name using first_name || ' ' || last_name\n",
                StandardOpenOption.APPEND);

        Path migrations = folder.resolve("migrations");
        CommandRun both = CommandRun.of(
                "plan", "--expand", "--url", url, "--desired", split, "-o", migrations, "--name", "split");
        assertThat(both.exitCode()).as(both.err()).isZero();
        assertThat(both.err())
                .contains("follow each other, whichever is written", "Apply this only when nothing uses column");
        CommandRun up = CommandRun.of("to", "1", "--url", url, "--migrations", migrations);
        assertThat(up.exitCode()).as(up.err() + up.out()).isZero();
        execute(name, "INSERT INTO people (id, name) VALUES (2, 'C D')");
        execute(name, "INSERT INTO people (id, first_name, last_name) VALUES (3, 'E', 'F')");
        CommandRun gap = CommandRun.of("gap", "--url", url, "--desired", split);
        assertThat(gap.out()).contains("the first half of a plan is applied");
        CommandRun rest = CommandRun.of("up", "--url", url, "--migrations", migrations);
        assertThat(rest.exitCode()).as(rest.err() + rest.out()).isZero();
        execute(
                name,
                "UPDATE people SET id = 1 / (SELECT count(*) / 3 FROM people WHERE first_name || last_name"
                        + " IN ('AB', 'CD', 'EF')) * id");
    }

    @Test
    void aColumnTakesAnotherTypeInTwoHalves() throws Exception {
        execute(
                name,
                "DROP TABLE IF EXISTS public.users CASCADE; CREATE TABLE orders (id int PRIMARY KEY, amount int NOT NULL); INSERT INTO orders VALUES (1, 150)");
        Path euros = Files.writeString(folder.resolve("euros.sql"), """
                CREATE TABLE orders (id int PRIMARY KEY,
                  -- plumbline: renamed from amount
                  -- plumbline: using total / 100.0
                  total numeric(8, 2) NOT NULL
                );
                """);
        CommandRun without = CommandRun.of("plan", "--expand", "--url", url, "--desired", euros);
        assertThat(without.exitCode()).as(without.err()).isEqualTo(3);
        assertThat(without.err()).contains("no hint says how column public.orders.amount is computed", "reverse using");
        Files.writeString(
                euros,
                Files.readString(euros)
                        .replace("/ 100.0\n", "/ 100.0\n  -- plumbline: reverse using (total * 100)::int\n"));

        Path migrations = folder.resolve("migrations");
        CommandRun both = CommandRun.of(
                "plan", "--expand", "--url", url, "--desired", euros, "-o", migrations, "--name", "euros");
        assertThat(both.exitCode()).as(both.err()).isZero();
        assertThat(both.err())
                .contains("follow each other, whichever is written", "Apply this only when nothing uses column");
        CommandRun up = CommandRun.of("to", "1", "--url", url, "--migrations", migrations);
        assertThat(up.exitCode()).as(up.err() + up.out()).isZero();
        execute(name, "INSERT INTO orders (id, amount) VALUES (2, 275)");
        execute(name, "INSERT INTO orders (id, total) VALUES (3, 1.05)");
        CommandRun gap = CommandRun.of("gap", "--url", url, "--desired", euros);
        assertThat(gap.out()).contains("first half of a plan is applied").doesNotContain("not renamed");
        CommandRun rest = CommandRun.of("up", "--url", url, "--migrations", migrations);
        assertThat(rest.exitCode()).as(rest.err() + rest.out()).isZero();
        execute(
                name,
                "UPDATE orders SET id = 1 / (SELECT count(*) / 3 FROM orders WHERE total IN (1.5, 2.75, 1.05)) * id");
        CommandRun down = CommandRun.of("to", "1", "--url", url, "--migrations", migrations);
        assertThat(down.exitCode()).as(down.err() + down.out()).isZero();
        execute(name, "UPDATE orders SET id = 1 / (SELECT sum(amount) / 530 FROM orders) * id");
    }

    @Test
    void expandingForADatabaseThatNobodyUsesIsAMisunderstanding() {
        CommandRun plan = CommandRun.of("plan", "--expand", "--offline", "--url", url, "--desired", desired);

        assertThat(plan.exitCode()).isEqualTo(2);
        assertThat(plan.err()).contains("Give one of the two");
    }

    private static void execute(String database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(database));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
