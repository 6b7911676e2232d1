// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The user's Maven and its local repository. */
record Maven(Map<String, String> environment, Platform platform) {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Pattern LOCAL_REPOSITORY =
            Pattern.compile("<localRepository>\\s*([^<]+?)\\s*</localRepository>");

    /** As Maven finds it: the property, the user's settings, the default. */
    static Path localRepository() {
        String property = System.getProperty("maven.repo.local", "");
        if (!property.isBlank()) {
            return Path.of(property).toAbsolutePath();
        }
        Path home = Path.of(System.getProperty("user.home"));
        Path settings = home.resolve(Path.of(".m2", "settings.xml"));
        try {
            Matcher configured = LOCAL_REPOSITORY.matcher(Files.exists(settings) ? Files.readString(settings) : "");
            if (configured.find()) {
                return Path.of(configured.group(1).replace("${user.home}", home.toString()));
            }
        } catch (IOException unreadable) {
            // Then the default may still be right.
        }
        return home.resolve(Path.of(".m2", "repository"));
    }

    Command.Result fetch(String coordinates, Path localRepository) {
        List<String> arguments = List.of(
                program(),
                "--quiet",
                "--batch-mode",
                "-Dmaven.repo.local=" + localRepository,
                "dependency:get",
                "-Dartifact=" + coordinates,
                "-Dtransitive=false");
        // Not in the current folder: a project there would be read first, and may be broken.
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        return Command.run(arguments, folder, PATIENCE);
    }

    /** The line with which Maven says why; all of it would be a page. */
    static String reason(Command.Result result) {
        if (result.exitCode() == 127) {
            return "there is no Maven on the PATH";
        }
        return result.output()
                .lines()
                .filter(line -> line.contains("ERROR"))
                .map(line -> line.replaceAll("\\e\\[[0-9;]*m", "")
                        .replace("[ERROR]", "")
                        .strip())
                .findFirst()
                .orElse("exit code " + result.exitCode());
    }

    private String program() {
        String name = platform.isWindows() ? "mvn.cmd" : "mvn";
        for (String variable : List.of("MAVEN_HOME", "M2_HOME")) {
            Path program = Path.of(environment.getOrDefault(variable, ""), "bin", name);
            if (Files.isExecutable(program)) {
                return program.toAbsolutePath().toString();
            }
        }
        return name;
    }
}
