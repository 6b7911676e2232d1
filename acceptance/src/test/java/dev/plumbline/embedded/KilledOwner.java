// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Another JVM that starts a server, says where it lives, and waits to be killed. */
final class KilledOwner {
    private KilledOwner() {}

    /** A started one. */
    record Owner(Process process, BufferedReader output) {
        static Owner of(Optional<Path> cache) throws IOException {
            List<String> command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    KilledOwner.class.getName(),
                    cache.map(Path::toString).orElse(""));
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new Owner(process, process.inputReader());
        }

        /** Waits until its server is up. */
        Path folder() throws IOException {
            String line = output.readLine();
            if (line == null) {
                throw new IOException("The other JVM ended without a server");
            }
            return Path.of(line);
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }
    }

    public static void main(String[] arguments) throws IOException {
        ServerOptions options = ServerOptions.of(18);
        if (!arguments[0].isEmpty()) {
            options = options.cachedIn(Path.of(arguments[0]));
        }
        try (EmbeddedServer server = EmbeddedServer.start(options)) {
            System.out.println(server.folder());
            System.in.read();
        }
    }
}
