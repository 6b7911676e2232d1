// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.Migrations;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.Guards;
import dev.plumbline.migrate.repair.Diagnosis;
import dev.plumbline.migrate.repair.WayOut;
import dev.plumbline.plan.Hazard;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a migration that did not end is found out about and put right, on every engine. */
abstract class RepairContract {
    private static final Guards NOTHING = new Guards(Set.of(), false);
    private static final Guards LOSSES = new Guards(Set.of(Hazard.DATA_LOSS), false);

    /** Returns a new, empty database with an empty folder. */
    abstract MigrationRun fresh();

    /** Returns the migrations with a place for scratch databases. */
    abstract Migrations migrations(MigrationRun run);

    /** A database whose golang-migrate stopped behind the third of six statements, and that somebody has worked on. */
    private MigrationRun dirty() {
        MigrationRun run = fresh().file("000001_initial_schema.up.sql", """
                        -- Copyright
                        CREATE TABLE users (id integer PRIMARY KEY, name text NOT NULL);
                        CREATE TABLE keys (id integer PRIMARY KEY, type text);
                        CREATE INDEX keys_type ON keys (type);
                        CREATE UNIQUE INDEX users_name ON users (name);
                        INSERT INTO users VALUES (1, 'root');
                        CREATE VIEW names AS SELECT name FROM users;
                        """)
                .file("000001_initial_schema.down.sql", "DROP VIEW names; DROP TABLE keys; DROP TABLE users;")
                .file("000002_more.up.sql", "CREATE TABLE more (id integer);");
        run.run(
                "CREATE TABLE schema_migrations (version bigint NOT NULL PRIMARY KEY, dirty boolean NOT NULL)",
                "INSERT INTO schema_migrations VALUES (1, true)",
                "CREATE TABLE users (id integer PRIMARY KEY, name text NOT NULL)",
                "CREATE TABLE keys (id integer PRIMARY KEY, type text)",
                "CREATE INDEX keys_type ON keys (type)");
        return run;
    }

    @Test
    void whereADirtyDatabaseStoppedIsFoundOut() {
        MigrationRun run = dirty();
        Diagnosis diagnosis = migrations(run).repair().diagnose().orElseThrow();
        assertThat(diagnosis.migration()).isEqualTo("000001_initial_schema");
        assertThat(diagnosis.recorded()).contains("golang-migrate");
        assertThat(diagnosis.statements()).isEqualTo(6);
        assertThat(diagnosis.least()).isEqualTo(3);
        assertThat(diagnosis.isCertain()).isTrue();
        assertThat(diagnosis.fits()).isTrue();
        Diagnosis.Next next = diagnosis.next().orElseThrow();
        assertThat(next.number()).isEqualTo(4);
        assertThat(next.sql()).startsWith("CREATE UNIQUE INDEX users_name");
        assertThat(next.position().line()).isEqualTo(5);
        assertThat(run.rows("SELECT version FROM schema_migrations WHERE dirty"))
                .containsExactly("1");
    }

    /** A script that is long enough to be replayed as a whole first. */
    private MigrationRun dirtyAfter(int statements) {
        List<String> script = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> i % 2 == 1
                        ? "CREATE TABLE t" + i + " (id integer PRIMARY KEY, name text)"
                        : "CREATE INDEX i" + i + " ON t" + (i - 1) + " (name)")
                .toList();
        MigrationRun run = fresh().file("000001_long.up.sql", String.join(";\n", script) + ";\n");
        run.run(
                "CREATE TABLE schema_migrations (version bigint NOT NULL PRIMARY KEY, dirty boolean NOT NULL)",
                "INSERT INTO schema_migrations VALUES (1, true)");
        run.run(script.subList(0, statements).toArray(String[]::new));
        return run;
    }

    @ParameterizedTest
    @ValueSource(ints = {23, 40})
    void whereALongScriptStoppedIsFoundOut(int statements) {
        MigrationRun run = dirtyAfter(statements);
        Migrations migrations = migrations(run);
        WayOut way = migrations.repair().wayToEnd().orElseThrow();
        assertThat(way.diagnosis().least()).isEqualTo(statements);
        assertThat(way.diagnosis().isCertain()).isTrue();
        assertThat(way.diagnosis().fits()).isTrue();
        assertThat(way.diagnosis().next().map(Diagnosis.Next::number))
                .isEqualTo(statements == 40 ? Optional.empty() : Optional.of(statements + 1));
        assertThat(way.statements()).hasSize(40 - statements);
        migrations.repair().finish(way, NOTHING);
        assertThat(migrations.verify().drift().orElseThrow().isEmpty()).isTrue();
    }

    @Test
    void theRestIsAppliedAndEveryHistoryIsClean() {
        MigrationRun run = dirty();
        run.run("CREATE TABLE extra (id integer)");
        Migrations migrations = migrations(run);
        Diagnosis diagnosis = migrations.repair().diagnose().orElseThrow();
        assertThat(diagnosis.least()).isEqualTo(3);
        assertThat(diagnosis.hasAllOfIt()).isTrue();
        assertThat(diagnosis.fits()).isFalse();
        WayOut way = migrations.repair().wayToEnd().orElseThrow();
        assertThat(way.statements()).hasSize(3);
        migrations.repair().finish(way, NOTHING);
        assertThat(run.rows("SELECT name FROM names")).containsExactly("root");
        assertThat(run.history()).containsExactly("000001_initial_schema APPLIED");
        assertThat(run.rows("SELECT count(*) FROM schema_migrations WHERE dirty"))
                .containsExactly("0");
        assertThat(migrations.up().done()).hasSize(1);
        assertThat(migrations.repair().diagnose()).isEmpty();
    }

    @Test
    void whereNothingIsLeftToRunTheHistoriesAreCleanAfterwards() {
        MigrationRun run = dirty();
        run.run(
                "CREATE UNIQUE INDEX users_name ON users (name)",
                "INSERT INTO users VALUES (1, 'root')",
                "CREATE VIEW names AS SELECT name FROM users");
        Migrations migrations = migrations(run);
        WayOut way = migrations.repair().wayToEnd().orElseThrow();
        assertThat(way.isThere()).isTrue();
        migrations.repair().finish(way, NOTHING);
        assertThat(run.history()).containsExactly("000001_initial_schema APPLIED");
        assertThat(run.rows("SELECT count(*) FROM schema_migrations WHERE dirty"))
                .containsExactly("0");
        assertThat(migrations.up().done()).hasSize(1);
        assertThat(migrations.repair().diagnose()).isEmpty();
    }

    @Test
    void whatWasDoneIsTakenBack() {
        MigrationRun run = dirty();
        Migrations migrations = migrations(run);
        WayOut way = migrations.repair().wayBack().orElseThrow();
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> migrations.repair().undo(way, NOTHING))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.HAZARD_NOT_ALLOWED));
        migrations.repair().undo(way, LOSSES);
        assertThat(run.history()).containsExactly("000001_initial_schema ROLLED_BACK");
        assertThat(run.rows("SELECT count(*) FROM schema_migrations")).containsExactly("0");
        assertThat(migrations.up().done()).hasSize(2);
    }

    @Test
    void aCatalogAtNoPointIsLedToTheEndByAPlan() {
        MigrationRun run = dirty();
        run.run("DROP INDEX keys_type", "ALTER TABLE keys ADD COLUMN note text");
        Migrations migrations = migrations(run);
        Diagnosis diagnosis = migrations.repair().diagnose().orElseThrow();
        assertThat(diagnosis.hasAllOfIt()).isTrue();
        assertThat(diagnosis.least()).isEqualTo(2);
        run.run("ALTER TABLE users ADD COLUMN name2 text", "ALTER TABLE users DROP COLUMN name");
        WayOut way = migrations.repair().wayToEnd().orElseThrow();
        assertThat(way.diagnosis().hasAllOfIt()).isFalse();
        assertThat(way.plan().orElseThrow().proof().orElseThrow().holds()).isTrue();
        migrations.repair().finish(way, LOSSES);
        assertThat(run.history()).containsExactly("000001_initial_schema APPLIED");
        assertThat(migrations.verify().drift().orElseThrow().isEmpty()).isTrue();
    }

    @Test
    void rowsThatTheCatalogDoesNotShowAreAskedFor() {
        MigrationRun run = dirty();
        run.run("CREATE UNIQUE INDEX users_name ON users (name)");
        Migrations migrations = migrations(run);
        Diagnosis diagnosis = migrations.repair().diagnose().orElseThrow();
        assertThat(diagnosis.least()).isEqualTo(4);
        assertThat(diagnosis.most()).isEqualTo(5);
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> migrations.repair().wayToEnd())
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.STANDING_UNKNOWN));
        migrations.repair().done(4);
        assertThat(migrations.up().done()).hasSize(2);
        assertThat(run.rows("SELECT name FROM names")).containsExactly("root");
    }

    @Test
    void aMigrationThatFailsByItselfIsNotFinishedButTakenBack() {
        MigrationRun run = dirty();
        run.file("000001_initial_schema.up.sql", """
                        CREATE TABLE users (id integer PRIMARY KEY, name text NOT NULL);
                        CREATE TABLE keys (id integer PRIMARY KEY, type text);
                        CREATE INDEX keys_type ON keys (type);
                        CREATE INDEX keys_kind ON keys (kind);
                        """);
        Migrations migrations = migrations(run);
        Diagnosis diagnosis = migrations.repair().diagnose().orElseThrow();
        assertThat(diagnosis.least()).isEqualTo(3);
        assertThat(diagnosis.failure().orElseThrow().fact()).contains("kind");
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> migrations.repair().wayToEnd())
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.MIGRATION_FAILED));
        migrations.repair().undo(migrations.repair().wayBack().orElseThrow(), LOSSES);
        assertThat(run.history()).containsExactly("000001_initial_schema ROLLED_BACK");
    }

    @Test
    void anUnfinishedMigrationOfOurOwnIsDiagnosedToo() {
        MigrationRun run = fresh().file("1_parts.up.sql", """
                        -- plumbline: no transaction
                        CREATE TABLE one (id integer);
                        CREATE TABLE two (id integer);
                        SELECT 1 FROM nowhere;
                        CREATE TABLE three (id integer);
                        """);
        Migrations migrations = migrations(run);
        assertThatExceptionOfType(PlumblineException.class).isThrownBy(migrations::up);
        Diagnosis diagnosis = migrations.repair().diagnose().orElseThrow();
        assertThat(diagnosis.least()).isEqualTo(2);
        assertThat(diagnosis.failure()).isPresent();
        migrations.repair().undo(migrations.repair().wayBack().orElseThrow(), LOSSES);
        assertThat(run.history()).containsExactly("1_parts ROLLED_BACK");
    }

    @Test
    void changedFilesAreAccepted() {
        MigrationRun run = fresh().file("1_one.up.sql", "CREATE TABLE one (id integer);");
        migrations(run).up();
        run.file("1_one.up.sql", "CREATE TABLE IF NOT EXISTS one (id integer);");
        assertThat(migrations(run).status().in(MigrationState.MODIFIED)).hasSize(1);
        assertThat(migrations(run).repair().accept()).containsExactly("1_one");
        assertThat(migrations(run).status().isClean()).isTrue();
    }
}
