// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A PgBouncer before a server on this machine, from the folder that {@code scripts/postgres-tools} prepares. Where there
 * is none the calling test is skipped, and the summary says why.
 */
public final class PgBouncer implements AutoCloseable {
    private static final int SECONDS_TO_START = 10;

    private final Process process;
    private final int port;

    private PgBouncer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts one.
     *
     * @param server the URL of the server, with user and password
     * @param mode {@code session}, {@code transaction} or {@code statement}
     */
    public static PgBouncer start(String server, String mode) {
        String script = Places.root().resolve("scripts/postgres-tools").toString();
        URI uri = URI.create(server);
        String[] login = uri.getUserInfo().split(":", 2);
        try {
            requirePrepared(script);
            int port = freePort();
            ProcessBuilder builder = new ProcessBuilder(
                            script,
                            "pgbouncer",
                            Integer.toString(port),
                            Integer.toString(uri.getPort()),
                            mode,
                            login[0])
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("PGPASSWORD", login[1]);
            PgBouncer started = new PgBouncer(builder.start(), port);
            started.awaitListening();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void requirePrepared(String script) throws IOException, InterruptedException {
        Process prepare = new ProcessBuilder(script).redirectErrorStream(true).start();
        prepare.getOutputStream().close();
        String said = new String(prepare.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        boolean prepared = prepare.waitFor() == 0;
        Assumptions.assumeTrue(prepared, () -> "no PgBouncer: " + said.substring(said.lastIndexOf('\n') + 1));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitListening() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
        while (System.nanoTime() < end && process.isAlive()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
                return;
            } catch (IOException e) {
                Thread.sleep(20);
            }
        }
        close();
        throw new IllegalStateException("PgBouncer did not start on port " + port);
    }

    /** Returns the URL of a database through it; anybody is let in, and is the server's superuser. */
    public String url(String database) {
        return "postgres://postgres@127.0.0.1:" + port + "/" + database;
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
