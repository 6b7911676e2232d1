// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.acceptance.Places;
import dev.plumbline.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The pack's folders, and its scripts as a database client would run them. */
final class McpPack {
    static final Path FOLDER = Places.root().resolve("packs/mcp");
    static final Path INITIAL = FOLDER.resolve("initial");
    static final Path ARCHIVES = FOLDER.resolve("archives");
    static final Path SCHEMA = FOLDER.resolve("schema");
    static final Path MIGRATIONS = FOLDER.resolve("migrations");
    static final Path ROLES = FOLDER.resolve("roles.sql");
    static final Path DIRTY = FOLDER.resolve("dirty.sql");

    /** The modules of the complete schema: the embedded server can do the first alone. */
    static final List<String> CORE = List.of("core");

    static final List<String> ALL = List.of("core", "vector", "lz4");

    private McpPack() {}

    /** Runs the scripts of modules of the complete schema, file by file. */
    static void load(Connection connection, List<String> modules) throws IOException, SQLException {
        for (String module : modules) {
            try (Stream<Path> files = Files.list(SCHEMA.resolve(module))) {
                for (Path file : files.sorted().toList()) {
                    run(connection, file);
                }
            }
        }
    }

    /** Runs a script. */
    static void run(Connection connection, Path file) throws IOException, SQLException {
        Rows.run(connection, Files.readString(file));
    }

    /** Runs a command on a database with the pack's migrations. */
    static CommandRun command(String url, Object... words) {
        List<Object> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--url", url, "--migrations", MIGRATIONS));
        return CommandRun.of(all.toArray());
    }

    /** Checks that a command did what it was asked to. */
    static void done(CommandRun run) {
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    }
}
