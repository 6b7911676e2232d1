// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A PostgreSQL server that has pgvector, which the embedded binaries lack: the one that the environment variable
 * PLUMBLINE_TEST_POSTGRES_URL names, else one that {@code scripts/postgres-tools} starts for this JVM and stops with it.
 * Where there is neither, the calling test is skipped, and the summary says why.
 */
public final class VectorServer {
    private static final String VARIABLE = "PLUMBLINE_TEST_POSTGRES_URL";
    private static final long MINUTES_TO_PREPARE = 10;

    private static Optional<String> started = Optional.empty();
    private static Optional<String> refused = Optional.empty();

    private VectorServer() {}

    /** Returns the URL of a database on the server, as a superuser. */
    public static synchronized String url() {
        String given = System.getenv(VARIABLE);
        if (given != null && !given.isBlank()) {
            return given;
        }
        if (started.isEmpty() && refused.isEmpty()) {
            start();
        }
        Assumptions.assumeTrue(
                started.isPresent(),
                () -> "no PostgreSQL with pgvector: " + refused.orElse("unknown") + " (" + VARIABLE + " may name one)");
        return started.orElseThrow();
    }

    private static void start() {
        boolean ours = !isRunning();
        try {
            Process process = tools("start").start();
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (!process.waitFor(MINUTES_TO_PREPARE, TimeUnit.MINUTES) || process.exitValue() != 0) {
                refused = Optional.of(out.lines().reduce((one, other) -> other).orElse("it does not start"));
                return;
            }
            started = out.lines().filter(line -> line.startsWith("postgres://")).findFirst();
            refused = started.isPresent() ? Optional.empty() : Optional.of(out);
        } catch (IOException e) {
            refused = Optional.of(String.valueOf(e.getMessage()));
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            refused = Optional.of("interrupted");
            return;
        }
        if (ours && started.isPresent()) {
            Runtime.getRuntime().addShutdownHook(new Thread(VectorServer::stop));
        }
    }

    /** A server that somebody else has started is used, and left to them. */
    private static boolean isRunning() {
        String home = System.getProperty("user.home");
        String cache = Optional.ofNullable(System.getenv("PLUMBLINE_CACHE"))
                .orElseGet(() ->
                        Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).orElse(home + "/.cache") + "/plumbline");
        return Files.exists(Path.of(cache, "postgres-18.running"));
    }

    private static void stop() {
        try {
            tools("stop")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ProcessBuilder tools(String command) {
        return new ProcessBuilder(
                        Places.root().resolve("scripts/postgres-tools").toString(), command)
                .redirectErrorStream(true);
    }
}
