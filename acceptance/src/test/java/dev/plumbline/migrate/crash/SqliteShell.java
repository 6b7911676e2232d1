// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The program {@code sqlite3}: an observer that has nothing of ours in it. */
final class SqliteShell {
    private SqliteShell() {}

    static boolean isThere() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "sqlite3")));
    }

    /** Returns what it prints, errors included. */
    static String run(Path file, String... commands) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("sqlite3", "-cmd", ".timeout 20000", file.toString()));
        line.addAll(List.of(commands));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        return code == 0 ? said.strip() : said.strip() + "\nexit " + code;
    }
}
