// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What must be known of a cluster by a process that did not make it. */
final class KeptServer {
    /** Beside the cluster: the folder of the installation that runs it. */
    private static final String INSTALLATION = "installation";

    private KeptServer() {}

    static void remember(Path data, Installation installation) throws IOException {
        Files.writeString(data.resolveSibling(INSTALLATION), installation.home().toString());
    }

    static Installation installation(Path data) {
        try {
            Path home =
                    Path.of(Files.readString(data.resolveSibling(INSTALLATION)).strip());
            String version = home.getFileName().toString().replaceFirst("-.*", "");
            return new Installation(version, home, Platform.current(), Account.current());
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "The folder %s does not tell which PostgreSQL runs in it (%s)".formatted(data.getParent(), e),
                    "The server was not stopped",
                    "End the process whose id is the first line of " + data.resolve("postmaster.pid"),
                    e);
        }
    }

    /** Refuses a cluster that this server cannot run. */
    static void check(Path data, int majorVersion) throws IOException {
        Path versionFile = data.resolve("PG_VERSION");
        String found = Files.exists(versionFile) ? Files.readString(versionFile).strip() : "no PostgreSQL";
        if (!found.equals(Integer.toString(majorVersion))) {
            throw new EmbeddedServerException(
                    "The data in %s are of %s, not of PostgreSQL %d"
                            .formatted(
                                    data, found.equals("no PostgreSQL") ? found : "PostgreSQL " + found, majorVersion),
                    "The server was not started",
                    "Name another folder, or the version that the data are of");
        }
        if (Postmaster.find(data).isPresent()) {
            throw new EmbeddedServerException(
                    "A server already runs on the data in " + data,
                    "No second one was started",
                    "Stop it, or name another folder");
        }
    }

    static String shell(List<String> command) {
        return command.stream()
                .map(word -> word.matches("[A-Za-z0-9_./:=,@%+\\\\-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }
}
