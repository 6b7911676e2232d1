// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A line to a PostgreSQL server on this machine that breaks once: at the first COMMIT behind a certain text, before the server has
 * got it or before the client has got the answer.
 */
public final class CommitCutter implements AutoCloseable {
    private final ServerSocket listening;
    private final int server;
    private final String after;
    private final boolean arrives;
    private final AtomicBoolean cut = new AtomicBoolean();

    /**
     * Begins to listen on a free port of the loopback address.
     *
     * @param server the port of the server
     * @param after what the connection must have sent before
     * @param arrives whether the server still gets the COMMIT
     */
    public CommitCutter(int server, String after, boolean arrives) {
        this.server = server;
        this.after = after;
        this.arrives = arrives;
        try {
            this.listening = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Returns the port on which it listens. */
    public int port() {
        return listening.getLocalPort();
    }

    /** Returns whether it has broken a connection. */
    public boolean hasCut() {
        return cut.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server);
                Thread.ofVirtual().start(() -> pass(client, upstream, true));
                Thread.ofVirtual().start(() -> pass(upstream, client, false));
            }
        } catch (IOException e) {
            // It was closed.
        }
    }

    private void pass(Socket from, Socket to, boolean watched) {
        StringBuilder sent = new StringBuilder();
        byte[] buffer = new byte[64 * 1024];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (watched) {
                    sent.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
                    int begun = sent.indexOf(after);
                    if (begun >= 0 && sent.indexOf("COMMIT", begun) >= 0 && cut.compareAndSet(false, true)) {
                        // Nothing of the answer gets through: the client's side goes first.
                        from.close();
                        if (arrives) {
                            out.write(buffer, 0, read);
                            out.flush();
                        }
                        return;
                    }
                }
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (SocketException e) {
            // One side has ended.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
