// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.migration.FolderOptions;
import dev.plumbline.migration.Migration;
import dev.plumbline.migration.MigrationFolder;
import dev.plumbline.migration.MigrationFormat;
import dev.plumbline.migration.NextMigration;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import dev.plumbline.script.SqlDialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written for people and for other tools. */
class WritersTest {
    @Test
    void planSaysWhatEachStepCostsAndLoses() {
        String text = new TextReport(TextOptions.PLAIN).of(Samples.plan());

        assertThat(text)
                .contains("Proven: reaches the desired schema; reverse returns; 8 seeded rows kept.")
                .contains("locks app.users ACCESS EXCLUSIVE (41 GB, 120 M rows) while scanning it:"
                        + " blocks reads and writes\n   for about 70 to 140 s")
                .contains("rebuilds app.users_key")
                .contains("something is not seen")
                .contains("scans app.users")
                .contains("the reverse cannot bring back the values of old")
                .contains("outside any transaction")
                .doesNotContain("\u001b[");
    }

    @Test
    void planWithoutStepsIsNotNothingToDoWhileTheDatabaseIsNotAsDeclared() {
        Plan sample = Samples.plan();
        Plan without = new Plan(
                sample.product(),
                sample.actual(),
                sample.desired(),
                List.of(),
                List.of(),
                List.of(),
                Optional.of(new Proof(false, true, 1, 8, 8, List.of(), List.of("column c.id differs in inherited"))));

        assertThat(without.isEmpty()).isFalse();
        assertThat(new TextReport(TextOptions.PLAIN).of(without))
                .contains("Not proven: does not reach the desired schema", "column c.id differs in inherited")
                .doesNotContain("Nothing to do");
    }

    @Test
    void coloursAreThereWhenToldAndOnlyThen() {
        assertThat(new TextReport(new TextOptions(true, 100, 12)).of(Samples.plan()))
                .contains("\u001b[");
    }

    @Test
    void namesWithControlCharactersCannotReachTheTerminal() {
        assertThat(Texts.oneLine("a\u001b[2Jb\u0007\nc")).isEqualTo("a\\u001b[2Jb\\u0007 c");
    }

    @Test
    void markdownEscapesWhatWouldBreakTheTable() {
        assertThat(new MarkdownReport().of(Samples.catalogOfEveryKind(), "a|b<script>"))
                .contains("a\\|b&lt;script>");
    }

    @Test
    void migrationBeginsItsOwnTransactionsOnlyWhereAStatementMustStandOutside(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("000041_before.up.sql"), "");

        MigrationWriter.Pair files = MigrationWriter.write(Samples.plan(), folder, "Drop Old!");

        assertThat(files.up().getFileName()).hasToString("000042_drop_old.up.sql");
        assertThat(files.down()).exists();
        assertThat(files.up())
                .content()
                .containsSubsequence("BEGIN;", "DROP COLUMN old;", "COMMIT;", "CREATE INDEX CONCURRENTLY")
                .contains("-- Hazard DATA_LOSS");
    }

    /** Each tool's marks stand around the statements, and change none of them. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "JAVA")
    void migrationOfEveryFormatIsTheOneThatWasProvenUntilItIsEdited(MigrationFormat format, @TempDir Path folder)
            throws IOException {
        NextMigration next = new NextMigration(
                format,
                folder,
                format == MigrationFormat.FLYWAY ? "V" : "",
                "1",
                format == MigrationFormat.FLYWAY ? "__" : "_");
        List<Path> files = NewMigration.of(
                        next,
                        "drop_old",
                        Samples.plan(),
                        Catalog.builder(Samples.plan().product()).build())
                .write();

        Migration written = only(folder);
        for (Path file : files) {
            Files.writeString(file, Files.readString(file).replace("DROP COLUMN old", "DROP COLUMN older"));
        }
        Migration edited = only(folder);

        assertThat(written.up().options().proven()).contains(written.checksum());
        assertThat(written.isEditedSinceProven()).isFalse();
        assertThat(edited.isEditedSinceProven()).isTrue();
    }

    private static Migration only(Path folder) {
        return MigrationFolder.read(folder, SqlDialect.POSTGRES, FolderOptions.DEFAULT)
                .migrations()
                .getFirst();
    }

    @Test
    void fileNamesAreSafeAndDifferOnEveryFileSystem() {
        FileNames names = new FileNames();

        assertThat(names.path("t", "Users")).isEqualTo("t/Users.sql");
        assertThat(names.path("t", "users")).isEqualTo("t/users~2.sql");
        assertThat(names.path("t", "Users")).isEqualTo("t/Users.sql");
        assertThat(names.path("t", "../x/'; DROP")).isEqualTo("t/%2e.%2fx%2f%27%3b%20DROP.sql");
        assertThat(names.path("t", "con")).isEqualTo("t/%con.sql");
    }
}
