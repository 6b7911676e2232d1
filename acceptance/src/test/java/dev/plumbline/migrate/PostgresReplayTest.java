// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.Engines;
import dev.plumbline.Migrations;
import dev.plumbline.OpenDatabase;
import dev.plumbline.Plumbline;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.migrate.replay.DryRun;
import dev.plumbline.migrate.replay.RehearsedMigration;
import dev.plumbline.migrate.replay.Verification;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.plan.LockMode;
import dev.plumbline.plan.RelationLock;
import dev.plumbline.plan.RelationSize;
import dev.plumbline.plan.StepCost;
import dev.plumbline.postgres.ServerScratchDatabases;
import dev.plumbline.postgres.TestServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replays of PostgreSQL's migrations, on the same server. */
class PostgresReplayTest extends ReplayContract {
    private static Optional<TestServer> running = Optional.empty();
    private static Optional<ServerScratchDatabases> scratch = Optional.empty();

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        running = Optional.of(TestServer.start(17));
        scratch = Optional.of(new ServerScratchDatabases(running.orElseThrow().url("postgres")));
    }

    @AfterAll
    static void stop() {
        scratch.ifPresent(ServerScratchDatabases::close);
        running.ifPresent(TestServer::close);
    }

    @Override
    MigrationRun fresh() {
        return MigrationRun.postgres(running.orElseThrow(), folder);
    }

    @Override
    Migrations migrations(MigrationRun run) {
        return run.migrations().withScratch(scratch.orElseThrow());
    }

    @Override
    Migrations migrations(MigrationRun run, MigrationSet set) {
        return OpenDatabase.of(run.url())
                .migrations(set)
                .with(MigrationListener.NONE)
                .withScratch(scratch.orElseThrow());
    }

    @Override
    Plumbline plumbline() {
        return Plumbline.of(Engines.forId("postgres"), scratch.orElseThrow());
    }

    @Override
    List<String> actualAndDesired() {
        return List.of("""
                CREATE TYPE mood AS ENUM ('good', 'bad');
                CREATE TABLE kept (id int PRIMARY KEY, old text, other text, feels mood);
                CREATE TABLE gone (id int);
                INSERT INTO kept VALUES (1, 'a', 'b', 'good');
                """, """
                CREATE TYPE mood AS ENUM ('good', 'so so', 'bad');
                CREATE TYPE pair AS (a int, b text);
                CREATE DOMAIN positive AS int CONSTRAINT above CHECK (VALUE > 0);
                CREATE SEQUENCE numbers;
                CREATE SCHEMA "it's";
                CREATE TABLE kept (id int PRIMARY KEY, other varchar(20), feels mood DEFAULT 'so so', added positive);
                CREATE TABLE "it's"."a\\b" (id int PRIMARY KEY, kept_id int NOT NULL REFERENCES kept (id),
                    at timestamptz DEFAULT now(), CONSTRAINT later CHECK (id > 0));
                CREATE INDEX kept_other ON kept (other);
                CREATE VIEW seen AS SELECT id FROM kept;
                CREATE MATERIALIZED VIEW stored AS SELECT id FROM kept;
                CREATE FUNCTION twice(n int, why text) RETURNS int LANGUAGE sql AS 'SELECT n * 2 FROM kept';
                CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                CREATE PROCEDURE nothing() LANGUAGE sql AS '';
                CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int);
                CREATE TRIGGER noted AFTER INSERT ON kept EXECUTE FUNCTION noted();
                CREATE RULE quiet AS ON DELETE TO kept DO INSTEAD NOTHING;
                CREATE POLICY mine ON kept USING (true);
                CREATE STATISTICS together ON id, other FROM kept;
                COMMENT ON TABLE kept IS 'stays';
                GRANT SELECT ON kept TO app_reader;
                """);
    }

    @Override
    String schema() {
        return "public";
    }

    @Test
    void withoutAPlaceForScratchDatabasesItSaysSo() {
        MigrationRun run = fresh().file("1_one.up.sql", "CREATE TABLE one (id int);");
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> run.migrations().verify())
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_SCRATCH_DATABASE))
                .satisfies(e -> assertThat(e.advice().orElseThrow()).contains("withScratch"));
        DryRun sqlOnly = run.migrations().dryRun().up();
        assertThat(sqlOnly.notRehearsed()).isPresent();
        assertThat(sqlOnly.migrations().getFirst().statements()).hasSize(1);
    }

    @Test
    void aDryRunShowsLocksRewritesScansAndWhatRunsOutside() {
        MigrationRun run = fresh();
        run.run(
                "CREATE TABLE big (id int, v int)",
                "INSERT INTO big SELECT g, g FROM generate_series(1, 500) g",
                "ANALYZE");
        run.file("1_alter.up.sql", """
                CREATE TABLE own (id int);
                ALTER TABLE own ADD COLUMN x int;
                ALTER TABLE big ALTER COLUMN v TYPE bigint;
                CREATE INDEX big_v ON big (v);
                """).file("2_index.up.sql", """
                -- built while others write
                CREATE INDEX CONCURRENTLY big_id ON big (id);
                COMMENT ON INDEX big_id IS 'found';
                TRUNCATE big;
                """);
        DryRun found = migrations(run).dryRun().up();
        assertThat(found.succeeds()).as("%s", found).isTrue();
        RehearsedMigration alter = found.migrations().getFirst();
        StepCost onOwn = alter.statements().get(1).cost().orElseThrow();
        assertThat(onOwn.locks()).isEmpty();
        StepCost rewrite = alter.statements().get(2).cost().orElseThrow();
        assertThat(rewrite.rewrites()).containsExactly("public.big");
        assertThat(rewrite.holds("public.big", LockMode.ACCESS_EXCLUSIVE)).isTrue();
        assertThat(rewrite.sizes())
                .extracting(RelationSize::relation, RelationSize::rows)
                .containsExactly(tuple("public.big", Optional.of(500L)));
        RehearsedMigration index = found.migrations().get(1);
        assertThat(index.inOneTransaction()).isFalse();
        StepCost concurrent = index.statements().getFirst().cost().orElseThrow();
        assertThat(concurrent.locks()).containsExactly(new RelationLock("public.big", LockMode.SHARE_UPDATE_EXCLUSIVE));
        assertThat(concurrent.scans()).containsExactly("public.big");
        assertThat(concurrent.unseen()).isEmpty();
        assertThat(index.statements())
                .extracting(statement -> statement.transaction())
                .containsExactly(0, 1, 1);
        assertThat(index.losses())
                .extracting(loss -> loss.object().name() + " " + loss.means() + " "
                        + loss.rows().orElse(-1))
                .containsExactly("big TRUNCATE 500");
        assertThat(run.rows("SELECT count(*) FROM big")).containsExactly("500");
        assertThat(run.rows("SELECT to_regclass('big_v')")).containsExactly("null");
    }

    @Test
    void aMigrationThatStoppedHalfwayIsReplayedAsFarAsItCame() {
        MigrationRun run = fresh().file("1_t.up.sql", "CREATE TABLE t (id int);\nINSERT INTO t VALUES (1), (1);")
                .file("2_half.up.sql", """
                        CREATE TABLE a (id int);
                        CREATE UNIQUE INDEX CONCURRENTLY t_id ON t (id);
                        CREATE TABLE b (id int);
                        """);
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> migrations(run).up())
                .withMessageContaining("could not create unique index");
        Verification found = migrations(run).verify();
        assertThat(found.disagreeing()).extracting(MigrationEntry::title).containsExactly("2_half");
        assertThat(found.drift().orElseThrow().isEmpty()).as("%s", found).isTrue();
        assertThat(found.notes()).anyMatch(note -> note.contains("1 of 3 statements up"));
        assertThat(run.migrations().check().standing()).isEqualTo(MigrationCheck.Standing.IN_CONFLICT);
        RehearsedMigration rest = migrations(run).dryRun().up().migrations().getFirst();
        assertThat(rest.done()).isEqualTo(1);
        assertThat(rest.failure()).isEmpty();
        assertThat(rest.gains())
                .extracting(change -> change.key().qualifiedName())
                .contains("public.t_id", "public.b")
                .doesNotContain("public.a");
    }

    @Test
    void rolesAreMadeAndTheServerIsLeftAlone() {
        String role = "replay_" + UUID.randomUUID().toString().replace("-", "");
        MigrationRun run = fresh().file("1_grant.up.sql", """
                CREATE TABLE t (id int);
                GRANT SELECT ON t TO %s;
                """.formatted(role));
        assertThat(migrations(run).test().passed()).isTrue();
        assertThat(run.rows("SELECT count(*) FROM pg_roles WHERE rolname = '" + role + "'"))
                .containsExactly("0");
    }

    @Test
    void theSearchPathOfTheDatabaseIsThatOfItsReplay() {
        MigrationRun run = fresh();
        run.run(
                "CREATE SCHEMA app",
                "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = app, public', current_database()); END $$");
        run.file("1_app.up.sql", "CREATE SCHEMA IF NOT EXISTS app;\nCREATE TABLE in_app (id int);");
        migrations(run).up();
        Verification found = migrations(run).verify();
        assertThat(run.rows("SELECT relnamespace::regnamespace FROM pg_class WHERE relname = 'in_app'"))
                .containsExactly("app");
        assertThat(found.holds()).as("%s", found).isTrue();
    }

    @Test
    void aBlockThatRaisesIsAFailedCheck() {
        MigrationRun run =
                fresh().file("1_one.up.sql", "CREATE TABLE one (id int);").file("1_one.verify.sql", """
                DO $$ BEGIN
                  IF EXISTS (SELECT FROM one) THEN RAISE EXCEPTION 'one has rows'; END IF;
                END $$;
                """);
        migrations(run).up();
        assertThat(migrations(run).verify().holds()).isTrue();
        run.run("INSERT INTO one VALUES (1)");
        assertThat(migrations(run).verify().failedChecks())
                .singleElement()
                .satisfies(check -> assertThat(check.fact()).contains("one has rows"));
    }

    @Test
    void aBlockThatLooksForRowsDoesNotStopAReplay() {
        MigrationRun run = fresh().file("1_one.up.sql", "CREATE TABLE one (id int);");
        migrations(run).up();
        run.run("INSERT INTO one VALUES (1)");
        run.file("2_guard.up.sql", """
                DO $$ BEGIN
                  IF NOT EXISTS (SELECT FROM one) THEN RAISE EXCEPTION 'one is empty'; END IF;
                END $$;
                CREATE TABLE two (id int);
                """);
        migrations(run).up();
        Verification found = migrations(run).verify();
        assertThat(found.holds()).isTrue();
        assertThat(found.notes()).anyMatch(note -> note.contains("one is empty"));
    }

    @Test
    void checkNeedsNoRightButToRead() {
        MigrationRun run = fresh().file("1_one.up.sql", "CREATE TABLE one (id int);");
        migrations(run).up();
        run.run("ALTER DATABASE " + run.rows("SELECT current_database()").getFirst()
                + " SET default_transaction_read_only = on");
        assertThat(run.migrations().check().compatible()).isTrue();
    }
}
