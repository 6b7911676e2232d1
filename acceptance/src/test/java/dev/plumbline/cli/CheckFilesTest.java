// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code plumbline check FILES}: what it takes, what it prints, and when it fails. */
class CheckFilesTest {
    @TempDir
    private Path folder;

    private Path drop = Path.of("");

    @BeforeEach
    void writeMigrations() throws Exception {
        file("db/000001_begin.up.sql", "CREATE TABLE tasks (id INTEGER PRIMARY KEY, note TEXT, size TEXT);");
        file("db/000001_begin.down.sql", "DROP TABLE tasks;");
        drop = file("db/000002_drop.up.sql", "-- What nobody reads.\nALTER TABLE tasks DROP COLUMN note;\n");
    }

    @Test
    void aMigrationIsTriedBehindThoseBeforeItAndShownWithItsLine() {
        CommandRun run = check(drop);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("1 error, 1 note. Tried on a scratch database: 1 statement in 1 file.")
                .contains("data-dropped  " + drop + ":2:1")
                .contains("       ALTER TABLE tasks DROP COLUMN note;\n       ^\n")
                .contains("The column note of main.tasks is dropped with its values.", "Way out: Release a version");
    }

    @ParameterizedTest
    @CsvSource({
        "--fail-on, error, 1",
        "--fail-on, never, 0",
        "--rule, data-dropped=off, 0",
        "--rule, data-dropped=note, 0",
        "--rule, no-way-back=warning, 1",
        "--rule, data-droped=off, 2",
        "--rule, data-dropped=bad, 2",
        "--fail-on, bad, 2"
    })
    void howStrictItIsCanBeSaid(String option, String value, int exitCode) {
        CommandRun run = check(drop, option, value);
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
    }

    @Test
    void theConfigurationSaysTheSame() throws Exception {
        Path config = file("plumbline.toml", """
                scratch_url = "sqlite:"
                [check]
                fail_on = "error"
                runner = "other"
                [check.rules]
                data-dropped = "warning"
                """);
        CommandRun run = CommandRun.of("check", drop, "--config", config);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("1 warning, 1 note");

        file("plumbline.toml", "[check.rules]\ndata-droped = \"off\"");
        CommandRun wrong = CommandRun.of("check", drop, "--config", config);
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("unknown rule 'data-droped'", "Did you mean 'data-dropped'?");
    }

    @Test
    void whatABaselineKnowsIsNotToldAndWhatIsGoneIsNamed() throws Exception {
        Path baseline = folder.resolve("known.json");
        CommandRun written = check(folder.resolve("db"), "--baseline", baseline, "--write-baseline");
        assertThat(written.exitCode()).as(written.err()).isZero();
        assertThat(written.out()).contains("wrote " + baseline + ": 2 findings");

        // Lines above, and another layout, change nothing.
        Files.writeString(drop, "\n\n-- Another comment.\nALTER TABLE tasks\n  DROP COLUMN note;\n");
        CommandRun known = check(folder.resolve("db"), "--baseline", baseline);
        assertThat(known.exitCode()).as(known.out()).isZero();
        assertThat(known.out()).startsWith("Nothing found").contains("2 findings are in the baseline");

        Files.writeString(drop, "ALTER TABLE tasks DROP COLUMN size;\n");
        CommandRun other = check(folder.resolve("db"), "--baseline", baseline);
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.out())
                .contains("The column size of main.tasks")
                .contains("The baseline has data-dropped in db/000002_drop.up.sql (column main.tasks.note)");

        file("known.json", "{\"plumbline\": 1, \"kind\": \"review-baseline\", \"findings\": [{\"rule\": 1}]}");
        assertThat(check(drop, "--baseline", baseline).exitCode()).isEqualTo(2);
    }

    @Test
    void theReviewOfFewFilesLeavesTheRestOfABaselineAlone() throws Exception {
        Path baseline = folder.resolve("known.json");
        check(folder.resolve("db"), "--baseline", baseline, "--write-baseline");
        Path third = file("db/000003_drop.up.sql", "ALTER TABLE tasks DROP COLUMN size;");

        CommandRun run = check(third, "--baseline", baseline, "--write-baseline");

        assertThat(run.out()).contains("4 findings");
        assertThat(check(folder.resolve("db"), "--baseline", baseline).exitCode())
                .isZero();
        assertThat(check(third, "--baseline", baseline).out()).doesNotContain("The baseline has");
    }

    @Test
    void sarifHasWhatAServiceAsksFor() throws Exception {
        Path accepted = file("db/000003_it's 50%: odd.up.sql", """
                ALTER TABLE tasks DROP COLUMN size; -- plumbline: allow data-dropped (it is "empty")
                """);
        CommandRun run = check(folder.resolve("db"), "--format", "sarif");

        JsonNode log = new ObjectMapper().readTree(run.out());
        assertThat(log.path("version").asText()).isEqualTo("2.1.0");
        JsonNode rules = log.at("/runs/0/tool/driver/rules");
        JsonNode results = log.at("/runs/0/results");
        assertThat(results).hasSize(4);
        for (JsonNode result : results) {
            assertThat(rules.get(result.path("ruleIndex").asInt()).path("id")).isEqualTo(result.path("ruleId"));
            assertThat(List.of("error", "warning", "note"))
                    .contains(result.path("level").asText());
            assertThat(result.at("/message/text").asText()).isNotBlank();
            JsonNode region = result.at("/locations/0/physicalLocation/region");
            assertThat(region.path("startLine").asInt()).isPositive();
            assertThat(region.path("startColumn").asInt()).isPositive();
            assertThat(region.path("endLine").asInt())
                    .isGreaterThanOrEqualTo(region.path("startLine").asInt());
            String uri = result.at("/locations/0/physicalLocation/artifactLocation/uri")
                    .asText();
            assertThat(URI.create(uri).getPath()).contains("/db/0000").endsWith(".up.sql");
        }
        assertThat(results.findValuesAsText("justification")).containsExactly("it is \"empty\"");
        assertThat(accepted).exists();
    }

    @Test
    void annotationsCannotBeBrokenOutOf() throws Exception {
        Path odd = file("db/000003_a,b%.up.sql", "ALTER TABLE tasks RENAME COLUMN size TO \"x\n::error::y%\";");
        CommandRun run = check(odd, "--format", "github");

        assertThat(run.out().lines().filter(line -> line.startsWith("::")).toList())
                .hasSize(2)
                .allSatisfy(
                        line -> assertThat(line)
                                .matches(
                                        "::(error|warning|notice) file=[^:,]*000003_a%2Cb%25\\.up\\.sql,line=1,col=1,title=[a-z-]+::.*"));
        assertThat(run.out()).contains("has the name x%0A::error::y%25 afterwards. While");
    }

    @Test
    void jsonAndMarkdownHaveAllOfIt() throws Exception {
        JsonNode json =
                new ObjectMapper().readTree(check(drop, "--format", "json").out());
        assertThat(json.path("kind").asText()).isEqualTo("review");
        assertThat(json.at("/findings/1/rule").asText()).isEqualTo("data-dropped");
        assertThat(json.at("/findings/1/line").asInt()).isEqualTo(2);
        Path file = folder.resolve("out/review.md");
        assertThat(check(drop, "--format", "markdown", "-o", file).exitCode()).isEqualTo(1);
        assertThat(file).content().contains("data-dropped", "ALTER TABLE tasks DROP COLUMN note;");
    }

    @Test
    void theStateBeforeCanBeALiveDatabase() throws Exception {
        Path database = folder.resolve("app.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE live (id INTEGER PRIMARY KEY, name TEXT);"
                    + "INSERT INTO live VALUES (1, 'a'), (2, 'b'); ANALYZE");
        }
        Path fix = file("fix.sql", "DELETE FROM live;");

        CommandRun run = CommandRun.of("check", fix, "--url", database);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(run.out()).contains("The statement deletes all rows of main.live");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM live")) {
            assertThat(rows.getInt(1)).isEqualTo(2);
        }
    }

    @Test
    void whatCannotBeReadIsAFindingAndTheRestGoesOn() throws Exception {
        Path broken = file("other/000001_x.up.sql", "-- plumbline: no such thing\nCREATE TABLE x (id INTEGER);");
        Path open = file("open.sql", "CREATE TABLE y (id INTEGER);\nCREATE TABLE z (name TEXT DEFAULT 'it");

        CommandRun run = check(broken, drop, open);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("file-not-read  " + broken + ":1:1", "data-dropped  " + drop)
                .contains("statement-fails  " + open + ":2:");
    }

    @Test
    void aSumThatDoesNotFitIsFound() throws Exception {
        CommandRun.of("sum", "--migrations", folder.resolve("db"), "--scratch-url", "sqlite:");
        Files.writeString(drop, "ALTER TABLE tasks DROP COLUMN size;");
        assertThat(check(drop).out()).contains("sum-differs  " + folder.resolve("db/plumbline.sum"));
    }

    @Test
    void aMistakeOfUseIsOne() {
        assertThat(check(folder.resolve("none.sql")).err()).contains("There is no file or folder");
        assertThat(check(folder.resolve("none.sql")).exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("check", "--fail-on", "error").err()).contains("Name the files");
        assertThat(check(drop, "--write-baseline").exitCode()).isEqualTo(2);
        CommandRun formats = CommandRun.of(
                "check", "--url", "sqlite::memory:", "--migrations", folder.resolve("db"), "--format", "sarif");
        assertThat(formats.exitCode()).isEqualTo(2);
    }

    @Test
    void withoutAScratchDatabaseItIsSaidAndNotPassed() {
        CommandRun run = CommandRun.of("check", drop, "--scratch-url", "postgres://nobody:secret@127.0.0.1:1/x");
        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err() + run.out()).doesNotContain("secret");
    }

    private static CommandRun check(Object... arguments) {
        Object[] all = new Object[arguments.length + 3];
        all[0] = "check";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--scratch-url";
        all[arguments.length + 2] = "sqlite:";
        return CommandRun.of(all);
    }

    private Path file(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
