// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A PostgreSQL server of our own, from binaries in a cache: started within a fraction of a second, on the loopback
 * interface, with durability switched off.
 *
 * <p>The superuser is {@code postgres}, the database {@code postgres}; the URLs carry the password. Collations are the C
 * locale's, the encoding is UTF-8, the time zone UTC.
 *
 * <p>Unless told otherwise by its {@link Lifetime}, a server ends with the JVM: by a shutdown hook, after a kill by a
 * watchdog process, and where that was killed too, at the next start of any server, which sweeps what was left behind.
 */
public final class EmbeddedServer implements AutoCloseable {
    private static final int ATTEMPTS_AT_A_PORT = 5;
    private static final Set<EmbeddedServer> OPEN = ConcurrentHashMap.newKeySet();
    private static final AtomicBoolean HOOKED = new AtomicBoolean();

    private final ServerOptions options;
    private final Installation installation;
    private final ServerFolder folder;
    private final String password;
    private final int port;
    private final Postmaster postmaster;
    private final Watchdog watchdog;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedServer(ServerOptions options, Installation installation, ServerFolder folder, Running running)
            throws IOException {
        this.options = options;
        this.installation = installation;
        this.folder = folder;
        this.password = Installation.password(folder.data());
        this.port = running.port();
        this.postmaster = running.postmaster();
        this.watchdog = running.watchdog();
    }

    private record Running(int port, Postmaster postmaster, Watchdog watchdog) {}

    /** Returns the versions that a server of a major version may have here, the first one before the others. */
    public static List<String> versions(int majorVersion) {
        return new Binaries(Platform.current(), Maven.localRepository(), message -> {}).versions(majorVersion);
    }

    /** Starts a server to throw away. */
    public static EmbeddedServer start(int majorVersion) {
        return start(ServerOptions.of(majorVersion));
    }

    /** Starts a server, and returns when it takes connections. */
    public static EmbeddedServer start(ServerOptions options) {
        return start(options, Account.current());
    }

    static EmbeddedServer start(ServerOptions options, Account account) {
        Path root = options.cache().orElseGet(() -> Cache.defaultRoot(System.getenv(), account));
        Cache cache = Cache.at(root, account);
        Installation installation = Installation.ready(options.majorVersion(), cache, account, options.listener());
        try {
            Optional<Path> memory = Memory.folder(account);
            for (Path servers : List.of(memory.orElse(cache.servers()), cache.servers())) {
                ServerFolder.sweep(servers, installation);
            }
            ServerFolder folder = folder(options, cache, memory.orElse(cache.servers()));
            try {
                EmbeddedServer server = start(options, installation, folder);
                server.endWithTheJvm();
                return server;
            } catch (IOException | RuntimeException e) {
                if (options.lifetime() == Lifetime.THROW_AWAY) {
                    folder.remove();
                }
                throw e;
            }
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "The files of a PostgreSQL %d cannot be written (%s)".formatted(options.majorVersion(), e),
                    "No embedded server was started",
                    "Look for room and rights in " + options.folder().orElse(cache.servers()),
                    e);
        }
    }

    /**
     * Stops the server that lives in a folder, whichever process started it, and leaves its data.
     *
     * @return whether there was one
     */
    public static boolean stop(Path folder) {
        Path data = folder.toAbsolutePath().resolve("data");
        return Postmaster.find(data)
                .map(postmaster -> {
                    postmaster.stop(KeptServer.installation(data), "fast");
                    return true;
                })
                .orElse(false);
    }

    /** The URL of a database for JDBC. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres&password=%s"
                .formatted(port, encoded(database), password);
    }

    /** The URL of a database for everything else. */
    public String url(String database) {
        return "postgres://postgres:%s@127.0.0.1:%d/%s".formatted(password, port, encoded(database));
    }

    public int majorVersion() {
        return options.majorVersion();
    }

    /** The version as PostgreSQL shows it, such as 18.6. */
    public String version() {
        return Binaries.shown(installation.version());
    }

    public int port() {
        return port;
    }

    /** Where the server lives; {@code data} and {@code log} are in it. */
    public Path folder() {
        return folder.path();
    }

    public boolean isRunning() {
        return postmaster.isRunning();
    }

    /** A command for a shell that stops a server that was kept running. */
    public String stopCommand() {
        return KeptServer.shell(
                installation.command("pg_ctl", "stop", "-D", folder.data().toString()));
    }

    /**
     * Ends the server as its lifetime has it: a server to throw away is ended at once and its folder removed, one whose data
     * are kept is shut down cleanly, one that is kept running runs on.
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        OPEN.remove(this);
        switch (options.lifetime()) {
            case THROW_AWAY -> {
                end("immediate");
                try {
                    folder.remove();
                } catch (IOException | UncheckedIOException left) {
                    // The next start sweeps it.
                }
            }
            case KEEP_DATA -> end("fast");
            case KEEP_RUNNING -> {}
        }
    }

    /** Stops the server cleanly whatever its lifetime; the data stay if they are kept. */
    public void stop() {
        if (options.lifetime() == Lifetime.KEEP_RUNNING) {
            end("fast");
        }
        close();
    }

    private void end(String mode) {
        if (postmaster.isRunning()) {
            postmaster.stop(installation, mode);
        }
        watchdog.dismiss();
    }

    private static ServerFolder folder(ServerOptions options, Cache cache, Path throwAway) throws IOException {
        if (options.lifetime() == Lifetime.THROW_AWAY) {
            return ServerFolder.create(throwAway, options.majorVersion());
        }
        return ServerFolder.keep(
                options.folder().orElseGet(() -> ServerFolder.newPath(cache.kept(), options.majorVersion())));
    }

    private static EmbeddedServer start(ServerOptions options, Installation installation, ServerFolder folder)
            throws IOException {
        options.listener().accept("starting PostgreSQL %s …".formatted(Binaries.shown(installation.version())));
        if (Files.exists(folder.data())) {
            KeptServer.check(folder.data(), options.majorVersion());
        } else {
            copyTemplate(installation, folder.data());
        }
        KeptServer.remember(folder.data(), installation);
        Running running = run(options, installation, folder);
        return new EmbeddedServer(options, installation, folder, running);
    }

    private static void copyTemplate(Installation installation, Path data) throws IOException {
        // A rename at the end, so that a kept folder never holds half a cluster.
        Path partial = data.resolveSibling("data.partial");
        Folders.delete(partial);
        PrivateFolder.create(partial);
        Folders.copy(installation.template(), partial);
        Files.move(partial, data);
    }

    private static Running run(ServerOptions options, Installation installation, ServerFolder folder)
            throws IOException {
        boolean windows = installation.platform().isWindows();
        for (int attempt = 1; ; attempt++) {
            int port = options.port().isPresent() ? options.port().getAsInt() : freePort();
            ServerSettings.write(folder.data(), options.majorVersion(), port, windows, options.settings());
            installation.account().own(folder.path());
            switch (Postmaster.start(installation, folder.data(), folder.log())) {
                case Postmaster.Started.Ready ready -> {
                    Watchdog watchdog = switch (options.lifetime()) {
                        case THROW_AWAY -> Watchdog.over(folder.data(), installation, "immediate");
                        case KEEP_DATA -> Watchdog.over(folder.data(), installation, "fast");
                        case KEEP_RUNNING -> Watchdog.none();
                    };
                    return new Running(port, ready.postmaster(), watchdog);
                }
                case Postmaster.Started.PortTaken taken -> {
                    // Between our look and the server's, somebody may have taken a free port.
                    if (options.port().isPresent() || attempt == ATTEMPTS_AT_A_PORT) {
                        throw new EmbeddedServerException(
                                "Port %d of the loopback interface is taken".formatted(port),
                                "The server was not started",
                                "End what listens there, or name another port");
                    }
                }
                case Postmaster.Started.Failed failed ->
                    throw new EmbeddedServerException(
                            "PostgreSQL %s did not start: %s"
                                    .formatted(Binaries.shown(installation.version()), failed.reason()),
                            "There is no embedded server",
                            "If nothing there tells why, remove %s, which is made anew, and try again"
                                    .formatted(installation.home()));
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }

    private void endWithTheJvm() {
        if (options.lifetime() == Lifetime.KEEP_RUNNING) {
            return;
        }
        OPEN.add(this);
        if (HOOKED.compareAndSet(false, true)) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> Set.copyOf(OPEN).forEach(EmbeddedServer::close), "end-postgres"));
        }
    }

    private static String encoded(String database) {
        return URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
