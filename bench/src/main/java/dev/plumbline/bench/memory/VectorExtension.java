// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** sqlite-vec, by the package that npm has of it for this machine, at a fixed version. */
final class VectorExtension {
    static final String VERSION = "0.1.9";

    private VectorExtension() {}

    /** Returns the library to load, without its suffix; nothing where there is none for this machine. */
    static Optional<Path> get(Path cache) throws IOException, InterruptedException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String name = (system.startsWith("mac") ? "darwin" : system.startsWith("win") ? "windows" : "linux") + "-"
                + (System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64");
        Path folder = cache.resolve("sqlite-vec-" + VERSION);
        Path library = folder.resolve("node_modules/sqlite-vec-" + name + "/vec0");
        if (find(library).isEmpty()) {
            Files.createDirectories(folder);
            Process npm = new ProcessBuilder(
                            "npm",
                            "install",
                            "--silent",
                            "--prefix",
                            folder.toString(),
                            "sqlite-vec-" + name + "@" + VERSION)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!npm.waitFor(5, TimeUnit.MINUTES)) {
                npm.destroy();
            }
        }
        return find(library);
    }

    private static Optional<Path> find(Path library) {
        boolean there = Files.exists(Path.of(library + ".so"))
                || Files.exists(Path.of(library + ".dylib"))
                || Files.exists(Path.of(library + ".dll"));
        return there ? Optional.of(library) : Optional.empty();
    }
}
