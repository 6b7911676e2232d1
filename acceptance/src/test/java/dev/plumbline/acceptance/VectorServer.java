// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A PostgreSQL server that has pgvector, which the embedded binaries lack: the one that the environment variable
 * PLUMBLINE_TEST_POSTGRES_URL names, else one that {@code scripts/postgres-tools} starts for this JVM and stops with it.
 * Where there is neither, the calling test is skipped, and the summary says why.
 */
public final class VectorServer {
    private static final String VARIABLE = "PLUMBLINE_TEST_POSTGRES_URL";
    private static final long MINUTES_TO_PREPARE = 10;

    private static final int USUAL = 18;
    private static final Map<Integer, VectorServer> SERVERS = new HashMap<>();

    private final int version;
    private final Optional<String> url;
    private final String refused;

    private VectorServer(int version, Optional<String> url, String refused) {
        this.version = version;
        this.url = url;
        this.refused = refused;
    }

    /** Returns the URL of a database on the server, as a superuser. */
    public static String url() {
        String given = System.getenv(VARIABLE);
        return given != null && !given.isBlank() ? given : url(USUAL);
    }

    /**
     * Returns the same of a server of that version of PostgreSQL, which the script has to start. Any but the usual one has to be prepared before
     * ({@code scripts/postgres-tools 17}), which takes a minute that a test does not.
     */
    public static synchronized String url(int version) {
        VectorServer server = SERVERS.computeIfAbsent(version, VectorServer::start);
        Assumptions.assumeTrue(
                server.url.isPresent(),
                () -> "no PostgreSQL " + version + " with pgvector: " + server.refused
                        + (version == USUAL ? " (" + VARIABLE + " may name one)" : ""));
        return server.url.orElseThrow();
    }

    private static VectorServer start(int version) {
        if (version != USUAL && !isPrepared(version)) {
            return new VectorServer(version, Optional.empty(), "scripts/postgres-tools " + version + " prepares it");
        }
        boolean ours = !Files.exists(cache().resolve("postgres-" + version + ".running"));
        try {
            Process process = tools(version, "start").start();
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (!process.waitFor(MINUTES_TO_PREPARE, TimeUnit.MINUTES) || process.exitValue() != 0) {
                return new VectorServer(
                        version,
                        Optional.empty(),
                        out.lines().reduce((one, other) -> other).orElse("it does not start"));
            }
            VectorServer server = new VectorServer(
                    version,
                    out.lines().filter(line -> line.startsWith("postgres://")).findFirst(),
                    out);
            // A server that somebody else has started is used, and left to them.
            if (ours && server.url.isPresent()) {
                Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
            }
            return server;
        } catch (IOException e) {
            return new VectorServer(version, Optional.empty(), String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new VectorServer(version, Optional.empty(), "interrupted");
        }
    }

    private static boolean isPrepared(int version) {
        try (Stream<Path> roots = Files.isDirectory(cache()) ? Files.list(cache()) : Stream.of()) {
            return roots.anyMatch(
                    root -> Files.isExecutable(root.resolve("usr/lib/postgresql/" + version + "/bin/postgres")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path cache() {
        String home = System.getProperty("user.home");
        return Path.of(Optional.ofNullable(System.getenv("PLUMBLINE_CACHE"))
                .orElseGet(() ->
                        Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).orElse(home + "/.cache") + "/plumbline"));
    }

    private void stop() {
        try {
            tools(version, "stop")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ProcessBuilder tools(int version, String command) {
        return new ProcessBuilder(
                        Places.root().resolve("scripts/postgres-tools").toString(),
                        command,
                        "--version",
                        Integer.toString(version))
                .redirectErrorStream(true);
    }
}
