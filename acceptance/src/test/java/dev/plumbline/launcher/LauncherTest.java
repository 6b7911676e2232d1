// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.acceptance.Places;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, in a copy of the project whose path has a blank in it. */
class LauncherTest {
    @TempDir
    private Path folder;

    private Path launcher;
    private Path target;

    @BeforeEach
    void copyTheProject() throws IOException {
        Path bash = Path.of("/bin/bash");
        Assumptions.assumeTrue(Files.isExecutable(bash), "the launcher needs bash, and there is none on this machine");
        Path project = Files.createDirectories(folder.resolve("a project"));
        launcher = project.resolve("plumbline");
        Files.copy(Places.root().resolve("plumbline"), launcher);
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        target = Files.createDirectories(project.resolve("cli/target"));
    }

    @Test
    void runsThroughALinkFromAnotherFolderAndKeepsTheExitCode() throws Exception {
        copyTheJar();
        Path link = Files.createSymbolicLink(folder.resolve("link"), launcher);

        Run version = run(Map.of(), link, "--version");
        assertThat(version.err()).isEmpty();
        assertThat(version.out()).startsWith("plumbline ");
        assertThat(version.exit()).isZero();

        assertThat(run(Map.of(), link, "--no-such-option").exit()).isEqualTo(2);
    }

    @Test
    void aDamagedCacheIsPassedOverInSilence() throws Exception {
        copyTheJar();
        run(Map.of(), launcher, "--version");
        List<Path> caches = caches();
        assertThat(caches).hasSize(1);
        Files.writeString(caches.getFirst(), "no cache");

        Run version = run(Map.of(), launcher, "--version");
        assertThat(version.err()).isEmpty();
        assertThat(version.out()).startsWith("plumbline ").hasLineCount(1);
        assertThat(version.exit()).isZero();
    }

    @Test
    void anOldJavaHomeDoesNotStopItWhereANewerJdkIs() throws Exception {
        copyTheJar();
        Path old = folder.resolve("old jdk");
        Files.createDirectories(old.resolve("bin"));
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
        assertThat(Files.createFile(old.resolve("bin/java")).toFile().setExecutable(true))
                .isTrue();
        String current = Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH");

        Run version = run(Map.of("JAVA_HOME", old.toString(), "PATH", current), launcher, "--version");
        assertThat(version.err()).isEmpty();
        assertThat(version.exit()).isZero();
    }

    @Test
    void withoutAJarAndWithoutMavenItSaysSoInOneLine() throws Exception {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Map<String, String> environment =
                Map.of("JAVA_HOME", System.getProperty("java.home"), "PATH", empty.toString());

        Run version = run(environment, Path.of("/bin/bash"), launcher.toString(), "--version");
        assertThat(version.err()).startsWith("plumbline: ").contains("Maven").hasLineCount(1);
        assertThat(version.exit()).isEqualTo(2);
    }

    @Test
    void afterAPullItIsBuiltOnceAgain() throws Exception {
        copyTheJar();
        Path tools = Files.createDirectories(folder.resolve("tools"));
        Path calls = folder.resolve("calls");
        Path maven = tools.resolve("mvn");
        Files.writeString(maven, "#!/bin/bash\nprintf 'called\\n' >> '" + calls + "'\n");
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        Map<String, String> environment = Map.of("PATH", tools + ":" + System.getenv("PATH"));
        assertThat(run(environment, launcher, "--version").err()).isEmpty();
        assertThat(calls).doesNotExist();

        Path log = Files.createDirectories(launcher.resolveSibling(".git/logs")).resolve("HEAD");
        Files.writeString(log, "pull");
        Files.setLastModifiedTime(
                target.resolve("plumbline.jar"), FileTime.from(Instant.now().minusSeconds(60)));
        Run version = run(environment, launcher, "--version");
        assertThat(version.err()).contains("the sources are newer").hasLineCount(1);
        assertThat(version.out()).startsWith("plumbline ");
        assertThat(run(environment, launcher, "--version").err()).isEmpty();
        assertThat(calls).content().hasLineCount(1);
    }

    private void copyTheJar() throws IOException {
        Path jar = Places.root().resolve("cli/target/plumbline.jar");
        Assumptions.assumeTrue(
                Files.exists(jar), "cli/target/plumbline.jar is not built: run mvn verify, not mvn test");
        Files.copy(jar, target.resolve("plumbline.jar"));
    }

    private List<Path> caches() throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().matches(".*\\.(aot|jsa)"))
                    .toList();
        }
    }

    private Run run(Map<String, String> environment, Path command, String... arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of(command.toString()));
        words.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "run", ".out");
        Path err = Files.createTempFile(folder, "run", ".err");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Run(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    private record Run(int exit, String out, String err) {}
}
