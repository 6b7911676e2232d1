// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.libsql;

import dev.plumbline.acceptance.Places;
import dev.plumbline.source.DatabaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A libSQL server (sqld) on loopback, with namespaces. {@code scripts/libsql-tools} brings the binary; where it cannot,
 * the calling test is skipped, and the summary says why.
 */
public final class LibsqlServer implements AutoCloseable {
    private static final long MINUTES_TO_PREPARE = 5;
    private static final long SECONDS_TO_START = 30;
    /** The server never answers an offer to change to HTTP 2. */
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final AtomicInteger NAMESPACES = new AtomicInteger();

    private static @Nullable LibsqlServer shared;
    private static Optional<Path> binary = Optional.empty();
    private static Optional<String> refused = Optional.empty();

    private final List<String> command;
    private final Path folder;
    private final int port;
    private final int adminPort;
    private final int grpcPort;
    private Process process;

    private LibsqlServer(List<String> command, Path folder, int port, int adminPort, int grpcPort) {
        this.command = command;
        this.folder = folder;
        this.port = port;
        this.adminPort = adminPort;
        this.grpcPort = grpcPort;
        this.process = launch();
    }

    /** Returns the server that all tests of this JVM may use; it ends with the JVM. */
    public static synchronized LibsqlServer shared() {
        if (shared == null) {
            LibsqlServer server = start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            shared = server;
        }
        return shared;
    }

    /** Starts a server of the caller's own. */
    public static LibsqlServer start(String... options) {
        int port = freePort();
        int adminPort = freePort();
        int grpcPort = freePort();
        Path folder;
        try {
            folder = Files.createTempDirectory("plumbline-sqld");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> command = new ArrayList<>(List.of(
                binary().toString(),
                "--db-path=" + folder.resolve("data"),
                "--no-welcome",
                "--enable-namespaces",
                "--disable-metrics",
                "--max-active-namespaces=2000",
                "--http-listen-addr=127.0.0.1:" + port,
                "--admin-listen-addr=127.0.0.1:" + adminPort));
        if (List.of(options).stream().noneMatch(option -> option.startsWith("--primary-grpc-url"))) {
            command.add("--grpc-listen-addr=127.0.0.1:" + grpcPort);
        }
        command.addAll(List.of(options));
        LibsqlServer server = new LibsqlServer(command, folder, port, adminPort, grpcPort);
        server.awaitAnswer();
        return server;
    }

    /** Starts a replica of this server, which sends what is written to it to this one. */
    public LibsqlServer replica() {
        return start("--primary-grpc-url=http://127.0.0.1:" + grpcPort);
    }

    private static synchronized Path binary() {
        if (binary.isEmpty() && refused.isEmpty()) {
            try {
                Process process = new ProcessBuilder(
                                Places.root().resolve("scripts/libsql-tools").toString())
                        .redirectErrorStream(true)
                        .start();
                process.getOutputStream().close();
                String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
                String last = out.lines().reduce((one, other) -> other).orElse("it says nothing");
                boolean ended = process.waitFor(MINUTES_TO_PREPARE, TimeUnit.MINUTES);
                if (ended && process.exitValue() == 0) {
                    binary = Optional.of(Path.of(last));
                } else {
                    refused = Optional.of(last);
                }
            } catch (IOException e) {
                refused = Optional.of(String.valueOf(e.getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                refused = Optional.of("interrupted");
            }
        }
        Assumptions.assumeTrue(binary.isPresent(), () -> "no libSQL server: " + refused.orElse("unknown"));
        return binary.orElseThrow();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch() {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitAnswer() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
        while (true) {
            try {
                HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/health"))
                        .timeout(LIMIT)
                        .build();
                if (CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                if (System.nanoTime() > deadline || !process.isAlive()) {
                    throw new IllegalStateException("the libSQL server does not answer; its log is in " + folder, e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the address, without any namespace. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Returns the address of the admin API. */
    public String adminUrl() {
        return "http://127.0.0.1:" + adminPort;
    }

    /** Returns the folder in which it keeps its databases. */
    public Path data() {
        return folder.resolve("data");
    }

    /** Returns a new, empty database. */
    public DatabaseUrl fresh() {
        String name = "test-" + NAMESPACES.incrementAndGet();
        create(name);
        return database(name);
    }

    /** Returns a database by its namespace. */
    public DatabaseUrl database(String namespace) {
        return DatabaseUrl.parse(url() + "?namespace=" + namespace);
    }

    /** Makes a namespace. */
    public void create(String namespace) {
        admin("/v1/namespaces/" + namespace + "/create", "{}");
    }

    /** Posts to the admin API. */
    public void admin(String path, String body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(adminUrl() + path))
                    .header("Content-Type", "application/json")
                    .timeout(LIMIT)
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(path + ": " + response.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Kills the server at once. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts a server that was killed again, with the databases that it had. */
    public void restart() {
        process = launch();
        awaitAnswer();
    }

    @Override
    public void close() {
        kill();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            // What is left is in the folder for temporary files.
        }
    }
}
