// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The folder that outlives a run.
 *
 * <pre>
 * postgres/18.6.0-linux-amd64/    binaries, and a template cluster beside them
 * postgres/18.6.0-linux-amd64.lock
 * servers/18-7f3a…/               servers to throw away, one folder each, where there is no place in memory
 * kept/18-29c0…/                  servers that were asked to stay
 * </pre>
 */
record Cache(Path root) {
    static Path defaultRoot(Map<String, String> environment, Account account) {
        // Root's home is usually closed to the user who runs root's servers.
        return account.owner().isPresent()
                ? CacheFolder.of(environment, Path.of("/var/cache/plumbline"))
                : CacheFolder.ofUser(environment);
    }

    static Cache at(Path root, Account account) {
        try {
            Files.createDirectories(root.resolve("postgres"));
            Files.createDirectories(root.resolve("servers"));
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "The cache folder %s cannot be written (%s)".formatted(root, e),
                    "PostgreSQL's binaries have no place",
                    "Name another folder in the environment variable PLUMBLINE_CACHE",
                    e);
        }
        if (!account.reaches(root.resolve("servers"))) {
            throw new EmbeddedServerException(
                    "PostgreSQL refuses to run as root, and the user %s cannot enter the cache folder %s"
                            .formatted(account.owner().map(Account.Owner::name).orElse("nobody"), root),
                    "No embedded server was started",
                    "Name a folder that everybody can enter in the environment variable PLUMBLINE_CACHE");
        }
        return new Cache(root);
    }

    Path installation(String version, Platform platform) {
        return root.resolve("postgres").resolve(version + "-" + platform.id());
    }

    Path servers() {
        return root.resolve("servers");
    }

    Path kept() {
        return root.resolve("kept");
    }
}
