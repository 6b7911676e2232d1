// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.embedded;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * An operating system and processor in the two spellings of the binaries' publisher.
 *
 * @param id as in the artifact's name, such as {@code linux-amd64-alpine}
 * @param archive the one file in the artifact's jar, such as {@code postgres-linux-x86_64-alpine_linux.txz}
 */
record Platform(String id, String archive) {
    static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"), musl());
    }

    static Platform of(String osName, String osArch, boolean musl) {
        String os = osName.toLowerCase(Locale.ROOT);
        boolean arm = osArch.equals("aarch64") || osArch.equals("arm64");
        boolean intel = osArch.equals("amd64") || osArch.equals("x86_64");
        if (os.startsWith("windows") && (intel || arm)) {
            // Windows on ARM runs x86_64 programs; there are no binaries for it of its own.
            return new Platform("windows-amd64", "postgres-windows-x86_64.txz");
        }
        String kernel = os.startsWith("mac") ? "darwin" : os;
        if ((kernel.equals("linux") || kernel.equals("darwin")) && (intel || arm)) {
            String archive = "postgres-" + kernel + (arm ? "-arm_64" : "-x86_64");
            String id = kernel + (arm ? "-arm64v8" : "-amd64");
            return musl
                    ? new Platform(id + "-alpine", archive + "-alpine_linux.txz")
                    : new Platform(id, archive + ".txz");
        }
        throw new EmbeddedServerException(
                "There is no embedded PostgreSQL for %s on %s".formatted(osName, osArch),
                "No server was started",
                "Give the URL of a PostgreSQL server that may hold scratch databases with --scratch-url");
    }

    boolean isWindows() {
        return id.startsWith("windows");
    }

    /** Binaries linked against glibc do not run on musl: its dynamic loader is what tells such a system. */
    private static boolean musl() {
        Path lib = Path.of("/lib");
        if (!Files.isDirectory(lib)) {
            return false;
        }
        try (DirectoryStream<Path> loaders = Files.newDirectoryStream(lib, "ld-musl-*")) {
            return Files.exists(Path.of("/etc/alpine-release"))
                    && loaders.iterator().hasNext();
        } catch (IOException unreadable) {
            return false;
        }
    }
}
