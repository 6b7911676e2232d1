// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.memory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A libSQL server on loopback with one database in a folder of its own. {@code scripts/libsql-tools} brings its binary. */
final class LibsqlServer implements AutoCloseable {
    private static final int TRIES = 300;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Process process;
    private final int port;

    private LibsqlServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one; nothing where there is no server for this machine. */
    static Optional<LibsqlServer> start(Path root, Path folder) throws IOException, InterruptedException {
        Process tools = new ProcessBuilder(root.resolve("scripts/libsql-tools").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(tools.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (!tools.waitFor(5, TimeUnit.MINUTES) || tools.exitValue() != 0) {
            return Optional.empty();
        }
        Path data = Files.createDirectories(folder.resolve("sqld"));
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        List<String> command = List.of(
                said.lines().reduce((one, other) -> other).orElseThrow(),
                "--db-path=" + data,
                "--no-welcome",
                "--disable-metrics",
                "--http-listen-addr=127.0.0.1:" + port);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sqld.log").toFile())
                .start();
        LibsqlServer server = new LibsqlServer(process, port);
        server.awaitAnswer();
        return Optional.of(server);
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                .build();
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (int i = 0; i < TRIES && process.isAlive(); i++) {
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // Not yet.
            }
            Thread.sleep(PAUSE.toMillis());
        }
        close();
        throw new IOException("the libSQL server does not answer");
    }

    Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:libsql:http://127.0.0.1:" + port);
    }

    /** Returns the clock, and what its process took of the processor by now. */
    Taken now() {
        return new Taken(
                System.nanoTime(),
                process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L));
    }

    /** Ends it. Its folder goes with the one that it is in. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
