// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** sqlite-vec, from npm's package for this machine, kept in the cache folder of the project's scripts. */
final class VectorLibrary {
    private static final String VERSION = "0.1.9";

    private VectorLibrary() {}

    /** Returns the library to load, without its suffix. Where it cannot be had, the calling test is skipped and says so. */
    static Path get() throws IOException, InterruptedException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String name =
                "sqlite-vec-" + (system.startsWith("mac") ? "darwin" : system.startsWith("win") ? "windows" : "linux")
                        + "-" + (System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64");
        Path folder = cache().resolve("sqlite-vec-" + VERSION);
        Path library = folder.resolve("node_modules").resolve(name).resolve("vec0");
        if (!isThere(library)) {
            Files.createDirectories(folder);
            install(folder, name + "@" + VERSION);
        }
        Assumptions.assumeTrue(isThere(library), () -> "npm cannot install " + name + " " + VERSION + " here");
        return library;
    }

    private static void install(Path folder, String what) throws InterruptedException {
        try {
            Process npm = new ProcessBuilder("npm", "install", "--silent", "--prefix", folder.toString(), what)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!npm.waitFor(2, TimeUnit.MINUTES)) {
                npm.destroy();
            }
        } catch (IOException e) {
            Assumptions.abort("npm is not installed: " + e.getMessage());
        }
    }

    private static boolean isThere(Path library) {
        return Files.exists(Path.of(library + ".so"))
                || Files.exists(Path.of(library + ".dylib"))
                || Files.exists(Path.of(library + ".dll"));
    }

    private static Path cache() {
        String named = System.getenv("PLUMBLINE_CACHE");
        if (named != null) {
            return Path.of(named);
        }
        String caches = System.getenv("XDG_CACHE_HOME");
        return (caches == null ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(caches))
                .resolve("plumbline");
    }
}
