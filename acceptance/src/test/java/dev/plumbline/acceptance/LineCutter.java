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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A line to a PostgreSQL server on this machine that breaks once, before the server has got what the client sends or before the client
 * has got the answer. All connections that are open then break with it, as they do when the client's process is killed: the server
 * ends the statements that it has, and finds nobody to tell.
 */
public final class LineCutter implements AutoCloseable {
    private final ServerSocket listening;
    private final int server;
    private final Moment moment;
    private final boolean arrives;
    private final boolean mends;
    private final AtomicBoolean cut = new AtomicBoolean();
    private final AtomicInteger requests = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** When a line is to break. */
    @FunctionalInterface
    private interface Moment {
        /**
         * Returns whether it is now.
         *
         * @param sent what the connection has sent, with what it is about to send
         * @param number which of all requests of the line this is, from 1
         */
        boolean hasCome(StringBuilder sent, int number);
    }

    private LineCutter(int server, Moment moment, boolean arrives, boolean mends) {
        this.server = server;
        this.moment = moment;
        this.arrives = arrives;
        this.mends = mends;
        try {
            this.listening = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /**
     * Listens on a free port of the loopback address, and breaks at the first COMMIT behind a certain text. It is whole again for
     * who connects anew.
     *
     * @param server the port of the server
     * @param after what the connection must have sent before
     * @param arrives whether the server still gets the COMMIT
     */
    public static LineCutter atCommitBehind(String after, int server, boolean arrives) {
        return new LineCutter(
                server,
                (sent, number) -> {
                    int begun = sent.indexOf(after);
                    return begun >= 0 && sent.indexOf("COMMIT", begun) >= 0;
                },
                arrives,
                true);
    }

    /**
     * Listens on a free port of the loopback address, and breaks for good at a certain request of all that the connections send.
     *
     * @param request which one, from 1; 0 for none
     * @param server the port of the server
     * @param arrives whether the server still gets it
     */
    public static LineCutter atRequest(int request, int server, boolean arrives) {
        return new LineCutter(server, (sent, number) -> number == request, arrives, false);
    }

    /** Returns the port on which it listens. */
    public int port() {
        return listening.getLocalPort();
    }

    /** Returns whether it has broken. */
    public boolean hasCut() {
        return cut.get();
    }

    /** Returns how many requests were sent by it. */
    public int requests() {
        return requests.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                if (cut.get() && !mends) {
                    client.close();
                    continue;
                }
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server);
                open.add(client);
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
                    int number = requests.incrementAndGet();
                    if (moment.hasCome(sent, number) && cut.compareAndSet(false, true)) {
                        // Nothing of the answer gets through: the client's side goes first.
                        breakAll();
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
        } finally {
            open.remove(from);
        }
    }

    private void breakAll() throws IOException {
        for (Socket client : open) {
            client.close();
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
