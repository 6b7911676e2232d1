// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.adopt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.migrate.Revision;
import dev.plumbline.migrate.RevisionStatus;
import dev.plumbline.migration.MigrationKind;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.migration.Version;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of other tools as their documentation declares them, on both engines. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdopterTest {
    private static final String GOLANG = "CREATE TABLE schema_migrations (version bigint, dirty boolean)";
    private static final String GOOSE = "CREATE TABLE goose_db_version (id integer PRIMARY KEY, version_id bigint,"
            + " is_applied boolean, tstamp timestamp)";
    private static final String LIQUIBASE = "(\"ID\" varchar(255), \"AUTHOR\" varchar(255), \"FILENAME\" varchar(255),"
            + " \"DATEEXECUTED\" timestamp, \"ORDEREXECUTED\" int, \"EXECTYPE\" varchar(10), \"MD5SUM\" varchar(35))";

    @TempDir
    private Path folder;

    private Targets targets;

    @BeforeAll
    void start() {
        targets = new Targets();
    }

    @AfterAll
    void stop() {
        targets.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "sqlite"})
    void golangMigrateHasAppliedEverythingUpToItsVersion(String engine) {
        Target target = targets.of(engine, folder).run(GOLANG + "; INSERT INTO schema_migrations VALUES (2, false)");
        MigrationSet set = target.set("000001_first", "000002_second", "000003_third");

        Adoption adoption = target.adopt(set, AdoptOptions.DEFAULT);

        assertThat(adoption.outcome()).isEqualTo(Adoption.Outcome.WRITTEN);
        assertThat(adoption.notes()).singleElement().asString().contains("no readable time for any");
        assertThat(target.history()).isEqualTo(adoption.revisions());
        assertThat(target.history()).extracting(Revision::title).containsExactly("000001_first", "000002_second");
        assertThat(target.history()).allSatisfy(row -> {
            assertThat(row.status()).isEqualTo(RevisionStatus.APPLIED);
            assertThat(row.description())
                    .startsWith("adopted from golang-migrate (")
                    .contains("its time is not known");
            assertThat(row.down()).hasValue("SELECT 'down of " + row.version() + "'");
            assertThat(row.checksum()).hasValue(set.find(row.id()).orElseThrow().checksum());
        });
        assertThat(target.texts("SELECT version FROM schema_migrations")).containsExactly("2");

        Adoption again = target.adopt(set, AdoptOptions.DEFAULT.withRemoveOld());
        assertThat(again.outcome()).isEqualTo(Adoption.Outcome.ALREADY_DONE);
        assertThat(again.tool()).isEqualTo("golang-migrate");
        assertThat(again.table()).isEqualTo(adoption.table());
        assertThat(target.history()).hasSize(2);
        assertThat(target.texts("SELECT version FROM schema_migrations")).containsExactly("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "sqlite"})
    void aDirtyVersionIsRefusedUnlessItShallBeRepaired(String engine) {
        Target target = targets.of(engine, folder).run(GOLANG + "; INSERT INTO schema_migrations VALUES (2, true)");
        MigrationSet set = target.set("000001_first", "000002_second", "000003_third");

        Adoption refused = target.adopt(set, AdoptOptions.DEFAULT);
        assertThat(refused.isRefused()).isTrue();
        assertThat(refused.refusals()).singleElement().asString().contains("000002_second", "plumbline repair");
        assertThat(target.hasHistory()).isFalse();

        target.adopt(set, AdoptOptions.DEFAULT.withDirtyAsFailed());
        assertThat(target.history())
                .extracting(Revision::status)
                .containsExactly(RevisionStatus.APPLIED, RevisionStatus.FAILED);
        assertThat(target.history().getLast().progress())
                .isEqualTo(new Revision.Progress(Revision.Direction.UP, 0, 1, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgres|(7, false)|there is no file 7",
                "sqlite|(7, false)|there is no file 7",
                "postgres|(NULL, false)|version 'NULL'",
                "sqlite|('x''; DROP TABLE t', 0)|version 'x'; DROP TABLE t'",
                "sqlite|(1, 'perhaps')|dirty 'perhaps'",
                "postgres|(1, false), (2, false)|has 2 rows",
                "sqlite|(-1, 1)|way down of the first migration",
                "postgres|(9223372036854775807, false)|there is no file 9223372036854775807",
                "sqlite|(99999999999999999999999, 0)|version '1.0e+23'"
            })
    void whatGolangMigrateCannotMeanIsRefused(String engine, String values, String reason) {
        Target target = targets.of(engine, folder).run(GOLANG);
        try (var connection = target.url().open();
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO schema_migrations VALUES " + values);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }

        Adoption refused = target.adopt(target.set("1_a", "2_b"), AdoptOptions.DEFAULT.withRemoveOld());

        assertThat(refused.refusals()).isNotEmpty().first().asString().containsIgnoringCase(reason);
        assertThat(refused.revisions()).isEmpty();
        assertThat(target.hasHistory()).isFalse();
        assertThat(target.texts("SELECT count(*) FROM schema_migrations")).isNotEqualTo(List.of("0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "sqlite"})
    void everyDisagreementIsListed(String engine) {
        Target target = targets.of(engine, folder)
                .run("CREATE TABLE schema_migrations (version varchar(128) PRIMARY KEY);"
                        + "INSERT INTO schema_migrations VALUES ('20240101000000'), ('20240301000000'), ('20990101')");
        MigrationSet set = target.set("20240101000000_a", "20240201000000_b", "20240301000000_c");

        Adoption refused = target.adopt(set, AdoptOptions.DEFAULT);

        assertThat(refused.tool()).isEqualTo("Active Record or dbmate");
        assertThat(refused.refusals())
                .containsExactly(
                        "Version 20990101 is recorded, but there is no file for it in migrations.",
                        "File 20240201000000_b.up.sql is older than the newest recorded version 20240301000000, but is"
                                + " not recorded.");

        target.run("DELETE FROM schema_migrations WHERE version = '20990101'");
        Adoption late =
                target.adopt(set, AdoptOptions.DEFAULT.withLateAsPending().withRemoveOld());
        assertThat(late.outcome()).isEqualTo(Adoption.Outcome.WRITTEN);
        assertThat(target.history()).extracting(Revision::name).containsExactly("a", "c");
        assertThatThrownBy(() -> target.texts("SELECT * FROM schema_migrations"))
                .isNotNull();
        assertThat(target.adopt(set, AdoptOptions.DEFAULT).outcome()).isEqualTo(Adoption.Outcome.ALREADY_DONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "sqlite"})
    void theLastRowOfAVersionDecidesInGoose(String engine) {
        Target target = targets.of(engine, folder)
                .run(GOOSE + "; INSERT INTO goose_db_version VALUES (1, 0, true, '2024-01-01 00:00:00'),"
                        + " (2, 1, true, '2024-01-02 03:04:05'), (3, 2, true, '2024-01-03 00:00:00'),"
                        + " (4, 2, false, '2024-01-04 00:00:00'), (5, 2, true, '2024-01-05 00:00:00'),"
                        + " (6, 3, true, '2024-01-06 00:00:00'), (7, 3, false, '2024-01-07 00:00:00')");

        target.adopt(target.set("00001_a", "00002_b"), AdoptOptions.DEFAULT.withZone(ZoneId.of("Asia/Tokyo")));

        assertThat(target.history())
                .extracting(row -> row.version() + " " + row.status() + " " + row.appliedAt())
                .containsExactly(
                        "00001 APPLIED 2024-01-01T18:04:05Z",
                        "00002 ROLLED_BACK 2024-01-02T15:00:00Z",
                        "00002 APPLIED 2024-01-04T15:00:00Z",
                        "3 ROLLED_BACK 2024-01-05T15:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"postgres,DATABASECHANGELOG", "postgres,databasechangelog", "sqlite,DATABASECHANGELOG"})
    void liquibaseIsReadInCapitalsTooAndItsLockRespected(String engine, String name) {
        String table = '"' + name + '"';
        String lock = '"' + name + (name.equals("DATABASECHANGELOG") ? "LOCK" : "lock") + '"';
        Target target = targets.of(engine, folder)
                .run("CREATE TABLE " + table + LIQUIBASE + "; INSERT INTO " + table
                        + " VALUES ('2', 'eve', 'db/changelog.sql', '2024-02-02 10:00:00.5', 2, 'MARK_RAN', NULL),"
                        + " ('1', 'bob', 'db/changelog.sql', '2024-02-01 10:00:00', 1, 'EXECUTED', '9:abc');"
                        + "CREATE TABLE " + lock + " (\"ID\" int, \"LOCKED\" boolean, \"LOCKGRANTED\" timestamp,"
                        + " \"LOCKEDBY\" varchar(255)); INSERT INTO " + lock + " VALUES (1, true, NULL, 'pod-7')");
        MigrationSet set = target.of(
                target.migration(MigrationKind.VERSIONED, Version.named("bob:1"), "", "changelog.sql", "SELECT 1"),
                target.migration(MigrationKind.VERSIONED, Version.named("eve:2"), "", "changelog.sql", "SELECT 2"));

        assertThat(target.adopt(set, AdoptOptions.DEFAULT).refusals())
                .singleElement()
                .asString()
                .contains("lock is held by pod-7");

        target.run("UPDATE " + lock + " SET \"LOCKED\" = false");
        Adoption adoption = target.adopt(set, AdoptOptions.DEFAULT.withRemoveOld());
        assertThat(adoption.notes()).anyMatch(note -> note.contains("MD5 checksums are trusted"));
        assertThat(target.history())
                .extracting(row -> row.version() + " " + row.appliedBy() + " " + row.appliedAt())
                .containsExactly("bob:1 bob 2024-02-01T10:00:00Z", "eve:2 eve 2024-02-02T10:00:00.500Z");
        assertThat(target.history().getLast().description()).endsWith("marked as run without being run");
        assertThatThrownBy(() -> target.texts("SELECT * FROM " + table)).isNotNull();
        assertThatThrownBy(() -> target.texts("SELECT * FROM " + lock)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "sqlite"})
    void sqlxChecksumsAreThoseOfTheFiles(String engine) {
        boolean postgres = engine.equals("postgres");
        String text = "-- Größe\r\nCREATE TABLE x (id int);\n";
        // printf '-- Größe\\r\\nCREATE TABLE x (id int);\\n' | sha384sum
        String sum = "108a9c0b2b9d81f31ece997faa245a92c9d56b61d8761f22470686c969c614df644656135065dce3483df3f559f18e8d";
        Target target = targets.of(engine, folder)
                .run("CREATE TABLE _sqlx_migrations (version bigint PRIMARY KEY, description text,"
                        + " installed_on timestamp, success boolean, checksum "
                        + (postgres ? "bytea" : "blob") + ", execution_time bigint);"
                        + "INSERT INTO _sqlx_migrations VALUES (1, 'x', '2024-01-01 00:00:00', true, "
                        + (postgres ? "decode('" + sum + "', 'hex')" : "x'" + sum + "'") + ", 1234567890)");
        MigrationSet other =
                target.of(target.migration(MigrationKind.VERSIONED, Version.of("1"), "x", "1_x.up.sql", "SELECT 1"));

        assertThat(target.adopt(other, AdoptOptions.DEFAULT).refusals())
                .singleElement()
                .asString()
                .startsWith("The checksum of 1_x.up.sql differs: SHA-384 " + sum.substring(0, 80));

        target.adopt(
                target.of(target.migration(MigrationKind.VERSIONED, Version.of("1"), "x", "1_x.up.sql", text)),
                AdoptOptions.DEFAULT);
        assertThat(target.history())
                .singleElement()
                .satisfies(row -> assertThat(row.durationMillis()).isEqualTo(1234));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "sqlite"})
    void atlasSaysHowFarAFailedMigrationCame(String engine) {
        Target target = targets.of(engine, folder)
                .run("CREATE TABLE atlas_schema_revisions (version varchar(255) PRIMARY KEY, description varchar(255),"
                        + " type bigint, applied bigint, total bigint, executed_at timestamp, execution_time bigint);"
                        + "INSERT INTO atlas_schema_revisions VALUES"
                        + " ('.atlas_cloud_identifier', 'x', 2, 0, 0, '2024-01-01 00:00:00', 0),"
                        + " ('2', 'second', 1, 0, 0, '2024-01-02 00:00:00', 0),"
                        + " ('3', 'third', 2, 1, 2, '2024-01-03 00:00:00', 5000000)");
        MigrationSet set = target.of(
                target.migration(MigrationKind.VERSIONED, Version.of("1"), "first", "1.sql", "SELECT 1"),
                target.migration(MigrationKind.VERSIONED, Version.of("2"), "second", "2.sql", "SELECT 1"),
                target.migration(MigrationKind.VERSIONED, Version.of("3"), "third", "3.sql", "SELECT 1; SELECT 2"));

        assertThat(target.adopt(set, AdoptOptions.DEFAULT).refusals())
                .singleElement()
                .asString()
                .contains("1 of 2 statements are in place");

        target.adopt(set, AdoptOptions.DEFAULT.withDirtyAsFailed());
        assertThat(target.history())
                .extracting(row -> row.version() + " " + row.status())
                .containsExactly("1 APPLIED", "2 APPLIED", "3 FAILED");
        assertThat(target.history().getLast().progress())
                .isEqualTo(new Revision.Progress(Revision.Direction.UP, 1, 2, false));
        assertThat(target.history().getLast().durationMillis()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgres|version int, applied_at timestamptz, description text|(1, '2024-01-01 02:00:00+02', 'a')"
                        + "|(2, 'infinity', 'b')",
                "sqlite|version text, applied_at integer, name text|('v1', 1704067200, 'a')|('2_b', 'yesterday', 'b')",
                "sqlite|version, applied_at|(1, 1704067200000)|(2, NULL)"
            })
    void homeMadeTablesComeInManyShapes(String engine, String columns, String first, String second) {
        Target target = targets.of(engine, folder)
                .run("CREATE TABLE schema_version (" + columns + "); INSERT INTO schema_version VALUES " + first + ", "
                        + second);

        target.adopt(target.set("1_a", "2_b", "3_c"), AdoptOptions.DEFAULT);

        List<Revision> rows = target.history();
        assertThat(rows).extracting(Revision::title).containsExactlyInAnyOrder("1_a", "2_b");
        assertThat(rows.stream()
                        .filter(row -> row.name().equals("a"))
                        .findFirst()
                        .orElseThrow()
                        .appliedAt())
                .isEqualTo(Instant.parse("2024-01-01T00:00:00Z"));
    }

    /** It was called so until Flyway 4, and an upgraded Flyway goes on with it. */
    @ParameterizedTest
    @ValueSource(strings = {"postgres", "sqlite"})
    void theOldNameOfFlywaysTableIsKnownToo(String engine) {
        Target target = targets.of(engine, folder)
                .run(
                        "CREATE TABLE schema_version (installed_rank int PRIMARY KEY, version varchar(50), description varchar(200),"
                                + " type varchar(20), script varchar(1000), checksum int, installed_by varchar(100), installed_on timestamp,"
                                + " execution_time int, success boolean);"
                                + "INSERT INTO schema_version VALUES (1, '1', 'a', 'SQL', 'V1__a.sql', NULL, 'me', '2024-01-01 00:00:00', 3, true)");

        Adoption adoption = target.adopt(target.set("1_a", "2_b"), AdoptOptions.DEFAULT);

        assertThat(adoption.tool()).isEqualTo("Flyway");
        assertThat(target.history()).extracting(Revision::title).containsExactly("1_a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "sqlite"})
    void aSingleVersionIsTheOneThatTheDatabaseIsAt(String engine) {
        Target target = targets.of(engine, folder)
                .run("CREATE TABLE schema_version (version int, applied_at timestamp);"
                        + "INSERT INTO schema_version VALUES (2, '2024-01-01 00:00:00')");

        target.adopt(target.set("1_a", "2_b", "3_c"), AdoptOptions.DEFAULT);

        assertThat(target.history()).extracting(Revision::title).containsExactly("1_a", "2_b");
        assertThat(target.history().getFirst().description()).endsWith("before the one version that is recorded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "sqlite"})
    void dieselAndSqitchTellTheirMigrationsByNames(String engine) {
        Target diesel = targets.of(engine, folder)
                .run("CREATE TABLE __diesel_schema_migrations (version varchar(50) PRIMARY KEY, run_on timestamp);"
                        + "INSERT INTO __diesel_schema_migrations VALUES ('20240131120000', '2024-02-01 00:00:00')");
        diesel.adopt(
                diesel.of(diesel.migration(
                        MigrationKind.VERSIONED, Version.of("2024-01-31-120000"), "users", "u/up.sql", "SELECT 1")),
                AdoptOptions.DEFAULT);
        assertThat(diesel.history()).extracting(Revision::title).containsExactly("2024-01-31-120000_users");

        Target sqitch = targets.of(engine, folder);
        String schema = engine.equals("postgres") ? "sqitch" : "main";
        if (engine.equals("postgres")) {
            sqitch.run("CREATE SCHEMA sqitch");
        }
        sqitch.run("CREATE TABLE " + schema + ".projects (project text PRIMARY KEY);"
                + "CREATE TABLE " + schema + ".changes (change_id text PRIMARY KEY, script_hash text, change text,"
                + " project text REFERENCES projects, note text, committed_at timestamp, committer_name text);"
                        .replace(
                                "REFERENCES projects",
                                "REFERENCES " + (schema.equals("main") ? "" : "sqitch.") + "projects")
                + "INSERT INTO " + schema + ".projects VALUES ('flipr');"
                + "INSERT INTO " + schema + ".changes VALUES"
                + " ('b', 'y', 'users', 'flipr', '', '2024-02-02 00:00:00', 'Theory'),"
                + " ('a', 'x', 'appschema', 'flipr', '', '2024-02-01 00:00:00', 'O''Hara')");
        sqitch.adopt(
                sqitch.of(
                        sqitch.migration(
                                MigrationKind.VERSIONED, Version.named("appschema"), "appschema", "a.sql", "SELECT 1"),
                        sqitch.migration(
                                MigrationKind.VERSIONED, Version.named("users"), "users", "b.sql", "SELECT 1")),
                AdoptOptions.DEFAULT);
        assertThat(sqitch.history())
                .extracting(row -> row.title() + " by " + row.appliedBy())
                .containsExactly("appschema_appschema by O'Hara", "users_users by Theory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "sqlite"})
    void theTableMustBeKnownAndTheOnlyOne(String engine) {
        Target target = targets.of(engine, folder);
        MigrationSet set = target.set("1_a");
        assertThat(failure(target, set, AdoptOptions.DEFAULT).code()).isEqualTo(ErrorCode.SOURCE_NOT_FOUND);

        target.run("CREATE TABLE alembic_version (version_num varchar(32))");
        assertThat(failure(target, set, AdoptOptions.DEFAULT).code()).isEqualTo(ErrorCode.UNSUPPORTED);

        target.run(GOLANG + ";" + GOOSE);
        assertThat(failure(target, set, AdoptOptions.DEFAULT))
                .hasMessageContaining("goose_db_version of goose")
                .hasMessageContaining("schema_migrations of golang-migrate");

        target.run("CREATE TABLE \"my.own \"\"table\" (version bigint, dirty boolean);"
                + "INSERT INTO \"my.own \"\"table\" VALUES (1, false)");
        Adoption named = target.adopt(set, AdoptOptions.DEFAULT.withTable("my.own \"table"));
        assertThat(named.outcome()).isEqualTo(Adoption.Outcome.WRITTEN);
        assertThat(named.table()).endsWith(".my.own \"table");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "sqlite"})
    void aBaselineRecordsEverythingUpToItsVersionOnce(String engine) {
        Target target = targets.of(engine, folder);
        MigrationSet set = target.set("1_a", "2_b", "3_c");

        PlumblineException unknown = Objects.requireNonNull(
                catchThrowableOfType(PlumblineException.class, () -> target.baseline(set, "2.5")));
        assertThat(unknown.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
        assertThat(unknown.advice()).hasValue("The one before it is 2.");
        assertThat(target.hasHistory()).isFalse();

        assertThat(target.baseline(set, "2.0")).isEqualTo(target.history());
        assertThat(target.history()).extracting(Revision::title).containsExactly("1_a", "2_b");
        assertThat(target.history()).allSatisfy(row -> {
            assertThat(row.description()).isEqualTo("baseline 2.0: recorded without being run");
            assertThat(row.appliedBy()).isNotEmpty();
            assertThat(row.down()).isPresent();
        });

        assertThatThrownBy(() -> target.baseline(set, "3"))
                .isInstanceOfSatisfying(
                        PlumblineException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.HISTORY_CONFLICT));
        target.run(GOLANG);
        assertThat(failure(target, set, AdoptOptions.DEFAULT).code()).isEqualTo(ErrorCode.HISTORY_CONFLICT);
        assertThat(target.history()).hasSize(2);
    }

    private static PlumblineException failure(Target target, MigrationSet set, AdoptOptions options) {
        return Objects.requireNonNull(catchThrowableOfType(PlumblineException.class, () -> target.adopt(set, options)));
    }
}
