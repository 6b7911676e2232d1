// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * The run from which the launcher records what the JVM later starts from: the commands below, in one process, on
 * throw-away input. A command that is to start quickly is added to {@link #commands}.
 */
final class Training {
    private Training() {}

    /** The commands to record; what they find in {@code folder} is theirs to read and write. */
    private static List<List<String>> commands(Path folder) {
        String sqlite = "sqlite:" + folder.resolve("app.db");
        return List.of(List.of("--version"), List.of("--help"), List.of("status", "--url", sqlite));
    }

    @SuppressWarnings("SystemOut") // swallowed here, so that the recording is silent
    public static void main(String... args) throws IOException {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.setOut(nowhere);
        System.setErr(nowhere);
        Path folder = Files.createTempDirectory("plumbline-training");
        try {
            for (List<String> command : commands(folder)) {
                CommandLine commandLine = Main.commandLine();
                commandLine.setOut(new PrintWriter(nowhere, false, StandardCharsets.UTF_8));
                commandLine.setErr(new PrintWriter(nowhere, false, StandardCharsets.UTF_8));
                commandLine.execute(command.toArray(String[]::new)); // a failure is recorded as well as a success
            }
        } finally {
            deleteRecursively(folder);
        }
    }

    private static void deleteRecursively(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
