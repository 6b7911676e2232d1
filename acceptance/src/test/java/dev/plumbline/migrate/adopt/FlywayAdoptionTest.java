// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.migrate.Revision;
import dev.plumbline.migrate.RevisionStatus;
import dev.plumbline.migration.Migration;
import dev.plumbline.migration.MigrationKind;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.migration.Version;
import dev.plumbline.script.SqlScript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Histories that Flyway itself wrote, on both engines. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlywayAdoptionTest {
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
    void whatFlywayAppliedIsKeptAndItsChecksumsComputedAnew(String engine) throws IOException {
        Target target = targets.of(engine, folder);
        Path files = folder.resolve("flyway-" + engine);
        write(files, "V1__first.sql", "-- licence\nCREATE TABLE a (id int);\n");
        write(files, "V1.1__second_one.sql", "\uFEFFCREATE TABLE b (id int, größe text);\r\nCREATE TABLE c (id int);");
        write(files, "V2__third.sql", "CREATE TABLE d (id int);\rCREATE TABLE ${name} (id int);\n\n");
        write(files, "R__a_view.sql", "DROP VIEW IF EXISTS v; CREATE VIEW v AS SELECT id FROM a;\n");
        flyway(target, files).load().migrate();
        write(files, "R__a_view.sql", "DROP VIEW IF EXISTS v; CREATE VIEW v AS SELECT 1 AS id FROM a;\n");
        flyway(target, files).load().migrate();
        MigrationSet set = read(target, files);

        Adoption adoption = target.adopt(set, AdoptOptions.DEFAULT);

        assertThat(adoption.refusals()).isEmpty();
        assertThat(adoption.notes()).isEmpty();
        assertThat(target.history())
                .extracting(row -> row.kind() + " " + row.title())
                .containsExactly(
                        "VERSIONED 1_first", "VERSIONED 1.1_second_one", "VERSIONED 2_third", "REPEATABLE a_view");
        assertThat(target.history())
                .allSatisfy(row -> assertThat(row.checksum())
                        .hasValue(set.find(row.id()).orElseThrow().checksum()));
        assertThat(target.history())
                .extracting(Revision::appliedBy)
                .allMatch(by -> target.texts("SELECT installed_by FROM flyway_schema_history")
                        .contains(by));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "sqlite"})
    void aChangedFileIsRefusedWithBothNumbers(String engine) throws IOException {
        Target target = targets.of(engine, folder);
        Path files = folder.resolve("changed-" + engine);
        write(files, "V1__first.sql", "CREATE TABLE a (id int);");
        write(files, "R__view.sql", "SELECT 1;");
        flyway(target, files).load().migrate();
        write(files, "V1__first.sql", "CREATE TABLE a (id int); -- changed");
        write(files, "R__view.sql", "SELECT 2;");
        MigrationSet set = read(target, files);
        // From the documented rule, by another program: zlib.crc32 over the line.
        assertThat(target.texts("SELECT checksum FROM flyway_schema_history WHERE version = '1'"))
                .containsExactly("-623083431");

        Adoption refused = target.adopt(set, AdoptOptions.DEFAULT);
        assertThat(refused.refusals())
                .containsExactly(
                        "The checksum of V1__first.sql differs: CRC32 -623083431 is recorded, 1677156644 is the file's.");
        assertThat(target.hasHistory()).isFalse();

        Adoption accepted =
                target.adopt(set, AdoptOptions.DEFAULT.withAcceptModified().withRemoveOld());
        assertThat(accepted.notes()).hasSize(2).anyMatch(note -> note.contains("the next run applies it again"));
        assertThat(target.history().getLast().checksum().orElseThrow().text()).startsWith("CRC32 ");
        assertThat(target.texts(
                        engine.equals("sqlite")
                                ? "SELECT name FROM sqlite_master WHERE name = 'flyway_schema_history'"
                                : "SELECT relname FROM pg_class WHERE relname = 'flyway_schema_history'"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "sqlite"})
    void aBaselineOfFlywayStandsForWhatIsOlder(String engine) throws IOException {
        Target target = targets.of(engine, folder).run("CREATE TABLE old (id int)");
        Path files = folder.resolve("baseline-" + engine);
        write(files, "V1__first.sql", "CREATE TABLE never_run (id int);");
        write(files, "V2__second.sql", "CREATE TABLE never_run (id int);");
        write(files, "V3__third.sql", "CREATE TABLE run (id int);");
        flyway(target, files).baselineVersion("2").load().baseline();
        flyway(target, files).load().migrate();

        target.adopt(read(target, files), AdoptOptions.DEFAULT);

        assertThat(target.history()).extracting(Revision::title).containsExactly("1_first", "2_second", "3_third");
        assertThat(target.history().get(0).description()).endsWith("; below the baseline");
        assertThat(target.history().get(2).description()).doesNotContain("baseline");
    }

    @ParameterizedTest
    @CsvSource({"postgres,true,false", "sqlite,1,0"})
    void undoneAndForgottenMigrationsAreRolledBackAndFailedOnesRefused(String engine, String yes, String no)
            throws IOException {
        Target target = targets.of(engine, folder);
        Path files = folder.resolve("undone-" + engine);
        write(files, "V1__first.sql", "CREATE TABLE a (id int);");
        write(files, "V2__second.sql", "CREATE TABLE b (id int);");
        write(files, "V3__third.sql", "CREATE TABLE c (id int);");
        flyway(target, files).load().migrate();
        String insert =
                "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                        + " installed_by, installed_on, execution_time, success) VALUES ";
        target.run(insert + "(4, '3', 'third', 'DELETE', 'V3__third.sql', NULL, 'x', '2024-01-01 00:00:00', 0, " + yes
                + "), (5, '2', 'second', 'UNDO_SQL', 'U2__second.sql', 5, 'x', '2024-01-01 00:00:00', 3, " + yes
                + "), (6, '2', 'second', 'SQL', 'V2__second.sql', NULL, 'eve', '2024-01-02 00:00:00', 12, " + no + ")");
        Files.delete(files.resolve("V3__third.sql"));
        MigrationSet set = read(target, files);

        assertThat(target.adopt(set, AdoptOptions.DEFAULT).refusals())
                .singleElement()
                .asString()
                .startsWith("2_second did not come to its end in Flyway");

        target.adopt(set, AdoptOptions.DEFAULT.withDirtyAsFailed());
        assertThat(target.history())
                .extracting(row -> row.version() + " " + row.status())
                .containsExactly("1 APPLIED", "2 ROLLED_BACK", "3 ROLLED_BACK", "2 FAILED");
        assertThat(target.history().getLast().status()).isEqualTo(RevisionStatus.FAILED);
        assertThat(target.history().getLast().appliedBy()).isEqualTo("eve");
        assertThat(target.history().getLast().durationMillis()).isEqualTo(12);
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    private static FluentConfiguration flyway(Target target, Path files) {
        return Flyway.configure()
                .dataSource(
                        target.url().jdbcUrl(),
                        target.url().properties().getProperty("user"),
                        target.url().properties().getProperty("password"))
                .placeholders(Map.of("name", "e"))
                .locations("filesystem:" + files);
    }

    private static MigrationSet read(Target target, Path files) throws IOException {
        List<Migration> migrations = new ArrayList<>();
        List<Path> paths;
        try (var listed = Files.list(files)) {
            paths = listed.sorted().toList();
        }
        for (Path path : paths) {
            String file = path.getFileName().toString();
            String text = SqlScript.read(path).text();
            String name = file.substring(file.indexOf("__") + 2, file.length() - ".sql".length());
            boolean repeatable = file.startsWith("R");
            migrations.add(target.migration(
                    repeatable ? MigrationKind.REPEATABLE : MigrationKind.VERSIONED,
                    repeatable ? Version.named(name) : Version.of(file.substring(1, file.indexOf("__"))),
                    name,
                    file,
                    text));
        }
        migrations.sort((a, b) -> a.kind() == b.kind()
                ? a.version().compareTo(b.version())
                : a.kind().compareTo(b.kind()));
        return target.of(migrations.toArray(Migration[]::new));
    }
}
