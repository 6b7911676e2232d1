// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli.demo;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The SQL of the demo, which lies beside this class. */
final class DemoFiles {
    private static final List<String> SCHEMA = List.of(
            "01_types.sql",
            "02_identity.sql",
            "03_agents_and_tasks.sql",
            "04_workflows_and_workspaces.sql",
            "05_audit.sql",
            "06_triggers_and_isolation.sql");

    private DemoFiles() {}

    static String read(String name) throws IOException {
        try (InputStream in = DemoFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException(name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Writes the declared schema into a folder, where the reader can look at it and change it. */
    static Path copySchema(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : SCHEMA) {
            Files.writeString(folder.resolve(name), read("schema/" + name));
        }
        return folder;
    }
}
