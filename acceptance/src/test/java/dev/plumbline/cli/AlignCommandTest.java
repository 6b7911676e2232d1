// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.acceptance.Places;
import dev.plumbline.alignment.memory.Memory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that lays classes beside tables, and verify, which does so too. */
class AlignCommandTest {
    private static final Path PACK = Places.root().resolve("packs/memory");
    private static final String MEMORY = "memories=" + Memory.class.getName();

    @TempDir
    private Path folder;

    private Path classes;

    @BeforeEach
    void findClasses() throws Exception {
        classes = Path.of(
                Memory.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private Path configuration(String more) throws Exception {
        return Files.writeString(
                folder.resolve("plumbline.toml"), """
                desired = "%s"
                scratch_url = "sqlite:"

                [alignment]
                classpath = ["%s"]
                conventions = ["dates-as-text"]
                %s

                [alignment.classes]
                memories = "dev.plumbline.alignment.memory.Memory"
                "main.entities" = "dev.plumbline.alignment.memory.Entity"
                main.users = "dev.plumbline.alignment.memory.User"
                """.formatted(PACK.resolve("schema"), classes, more));
    }

    @Test
    void theDeclaredSchemaIsTakenWhereThereIsNoDatabase() throws Exception {
        CommandRun align = CommandRun.of("align", "--config", configuration(""));

        assertThat(align.exitCode()).as(align.err()).isZero();
        assertThat(align.out()).contains("Aligned: 3 types fit their tables.");
    }

    @Test
    void everyMismatchIsNamedAndTheExitCodeIsOne() throws Exception {
        CommandRun align = CommandRun.of(
                "align", "migrations:" + PACK.resolve("migrations-23-indexes"), "--config", configuration(""));

        assertThat(align.exitCode()).as(align.err()).isEqualTo(1);
        assertThat(align.out())
                .contains("Not aligned: 1 error; 1 of 3 types does not fit.")
                .contains("13 of 13 columns, 13 of 13 fields")
                .contains("embedding byte[]")
                .contains("embedding text");
    }

    @Test
    void jsonIsAValue() throws Exception {
        CommandRun align = CommandRun.of(
                "align",
                "migrations:" + PACK.resolve("migrations-23-indexes"),
                "--scratch-url",
                "sqlite:",
                "--class",
                MEMORY,
                "--classpath",
                classes,
                "--format",
                "json");

        JsonNode root = new ObjectMapper().readTree(align.out());
        assertThat(root.path("kind").asText()).isEqualTo("alignment");
        assertThat(root.path("aligned").asBoolean()).isFalse();
        JsonNode first = root.path("types").path(0).path("findings").path(0);
        assertThat(first.path("rule").asText()).isEqualTo("type-differs");
        assertThat(first.path("column").path("name").asText()).isEqualTo("embedding");
    }

    @Test
    void fromWhichSeverityOnItFailsCanBeSaid() throws Exception {
        Object[] dated = {
            "align", PACK.resolve("schema"), "--scratch-url", "sqlite:", "--class", MEMORY, "--classpath", classes
        };

        assertThat(CommandRun.of(dated).exitCode()).isZero();
        CommandRun strict = CommandRun.of(
                Stream.concat(Stream.of(dated), Stream.of("--fail-on", "note")).toArray());
        assertThat(strict.exitCode()).isEqualTo(1);
        assertThat(strict.out()).contains("Not aligned: 2 notes", "created_at text", "not-enforced");
        assertThat(CommandRun.of("align", "--config", configuration("fail_on = \"note\""))
                        .exitCode())
                .isZero();
    }

    @Test
    void classesComeFromJarsToo() throws Exception {
        Path jar = folder.resolve("app.jar");
        String name = Memory.class.getName().replace('.', '/');
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String type : new String[] {name, name + "Type", name.replace("Memory", "package-info")}) {
                out.putNextEntry(new ZipEntry(type + ".class"));
                Files.copy(classes.resolve(type + ".class"), out);
            }
        }

        CommandRun align = CommandRun.of(
                "align", PACK.resolve("schema"), "--scratch-url", "sqlite:", "--class", MEMORY, "--classpath", jar);

        assertThat(align.exitCode()).as(align.err()).isZero();
        assertThat(align.out()).contains("Aligned: 1 type fits its table (2 notes).");
    }

    @Test
    void whatCannotBeMeantIsSaid() throws Exception {
        assertThat(CommandRun.of("align", PACK.resolve("schema"))).satisfies(run -> {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("No classes are named", "[alignment]");
        });
        assertThat(CommandRun.of("align", PACK.resolve("schema"), "--class", "memories")
                        .exitCode())
                .isEqualTo(2);
        assertThat(CommandRun.of(
                        "align",
                        PACK.resolve("schema"),
                        "--scratch-url",
                        "sqlite:",
                        "--class",
                        "memories=com.example.Gone",
                        "--classpath",
                        classes))
                .satisfies(run -> {
                    assertThat(run.exitCode()).isEqualTo(2);
                    assertThat(run.err()).contains("There is no class com.example.Gone in " + classes);
                });
        assertThat(CommandRun.of("align", "--config", configuration("naming = \"kebab\"")))
                .satisfies(run -> {
                    assertThat(run.exitCode()).isEqualTo(2);
                    assertThat(run.err()).contains("'kebab'", "snake_case, lower_case, same");
                });
        assertThat(CommandRun.of("align", "--config", configuration("conventoins = []")))
                .satisfies(run -> assertThat(run.err()).contains("alignment.conventoins", "conventions"));
    }

    @Test
    void verifyLooksAtTheClassesAsWell() throws Exception {
        Path database = folder.resolve("app.db");
        Path two = Files.createDirectory(folder.resolve("migrations"));
        for (String name :
                new String[] {"001_initial.up.sql", "002_missing_indices.up.sql", "003_binary_embeddings.up.sql"}) {
            Files.copy(PACK.resolve("migrations").resolve(name), two.resolve(name));
        }
        // An empty file is an empty database.
        Files.createFile(database);
        Object[] verify = {"verify", "--url", database, "--migrations", two, "--class", MEMORY, "--classpath", classes};

        assertThat(CommandRun.of("to", "2", "--url", database, "--migrations", two)
                        .exitCode())
                .isZero();
        CommandRun before = CommandRun.of(verify);
        assertThat(before.exitCode()).as(before.err()).isEqualTo(1);
        assertThat(before.out().replaceAll("\\s+", " "))
                .contains("Verified: the database is what its history says", "1 migration is pending")
                .contains("Not aligned: 1 error", "embedding byte[]");

        assertThat(CommandRun.of("up", "--url", database, "--migrations", two).exitCode())
                .isZero();
        CommandRun after = CommandRun.of(verify);
        assertThat(after.exitCode()).as(after.out() + after.err()).isZero();
        assertThat(after.out()).contains("Verified:", "Aligned: 1 type fits its table");
        JsonNode json = new ObjectMapper()
                .readTree(CommandRun.of(Stream.concat(Stream.of(verify), Stream.of("--format", "json"))
                                .toArray())
                        .out());
        assertThat(json.path("holds").asBoolean()).isTrue();
        assertThat(json.path("alignment").path("aligned").asBoolean()).isTrue();
    }
}
