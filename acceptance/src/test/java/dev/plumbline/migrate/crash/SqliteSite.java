// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.crash;

import dev.plumbline.migrate.crash.Trial.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** SQLite files in a folder. */
record SqliteSite(Path folder) implements CrashSite {
    @Override
    public String engine() {
        return "sqlite";
    }

    @Override
    public void create(String name) throws IOException {
        Files.createFile(folder.resolve(name));
    }

    @Override
    public String url(String name) {
        return "sqlite:" + folder.resolve(name);
    }

    @Override
    public void drop(String name) throws IOException {
        for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
            Files.deleteIfExists(folder.resolve(name + suffix));
        }
    }

    @Override
    public List<Kind> kinds() {
        return List.of(Kind.RUNNER_WITHIN_STATEMENT, Kind.RUNNER_ANY_MOMENT);
    }

    /** Most of a trial is waiting for the lease of the dead to expire. */
    @Override
    public int atOnce() {
        return 12;
    }

    @Override
    public void close() {
        // Nothing runs.
    }
}
