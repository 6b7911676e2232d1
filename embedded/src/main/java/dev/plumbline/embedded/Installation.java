// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A PostgreSQL in the cache: its programs, and a template cluster, initialised and never run, that every new server gets a
 * copy of. The folder appears whole, by a rename, or not at all.
 */
record Installation(String version, Path home, Platform platform, Account account) {
    /** In the cluster: the password of its superuser. PostgreSQL ignores files that it does not know. */
    private static final String PASSWORD = "plumbline.password";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    static Installation ready(int major, Cache cache, Account account, Consumer<String> listener) {
        Platform platform = Platform.current();
        Binaries binaries = new Binaries(platform, Maven.localRepository(), listener);
        Optional<Installation> cached = binaries.versions(major).stream()
                .map(version -> new Installation(version, cache.installation(version, platform), platform, account))
                .filter(Installation::isWhole)
                .findFirst();
        if (cached.isPresent()) {
            return cached.get();
        }
        Binaries.Archive archive = binaries.find(major);
        Path home = cache.installation(archive.version(), platform);
        Installation installation = new Installation(archive.version(), home, platform, account);
        installation.make(archive, listener);
        return installation;
    }

    Path template() {
        return home.resolve("template");
    }

    Path program(String name) {
        return home.resolve("pgsql").resolve("bin").resolve(platform.isWindows() ? name + ".exe" : name);
    }

    /** Runs one of the programs, as the account that may. */
    Command.Result run(Duration patience, String program, String... arguments) {
        return Command.run(command(program, arguments), home, patience);
    }

    List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(program(program).toString());
        command.addAll(List.of(arguments));
        return account.command(command);
    }

    static String password(Path cluster) throws IOException {
        return Files.readString(cluster.resolve(PASSWORD)).strip();
    }

    /** Whether nothing was removed or cut off since it was made. Looking at 2,000 files costs some 10 ms. */
    private boolean isWhole() {
        Path marker = marker();
        try {
            return Files.exists(marker) && Files.readString(marker).equals(contents());
        } catch (IOException unreadable) {
            return false;
        }
    }

    private void make(Binaries.Archive archive, Consumer<String> listener) {
        Path partial = home.resolveSibling(home.getFileName() + ".partial");
        try {
            Folders.locked(home.resolveSibling(home.getFileName() + ".lock"), () -> {
                // Another process may have made it while this one waited.
                if (!isWhole()) {
                    listener.accept("%s PostgreSQL %s in %s …"
                            .formatted(Files.exists(home) ? "repairing" : "unpacking", Binaries.shown(version), home));
                    Folders.delete(partial);
                    Installation inTheMaking = new Installation(version, partial, platform, account);
                    try (InputStream in = archive.source().open()) {
                        TarXz.unpack(in, partial.resolve("pgsql"));
                    }
                    inTheMaking.initialiseTemplate();
                    Files.writeString(inTheMaking.marker(), inTheMaking.contents());
                    Folders.replace(partial, home);
                }
                return home;
            });
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "PostgreSQL %s cannot be unpacked in %s (%s)".formatted(Binaries.shown(version), home, e),
                    "No embedded server was started",
                    "Make room there (60 MB), or name another folder in the environment variable PLUMBLINE_CACHE",
                    e);
        }
    }

    private void initialiseTemplate() throws IOException {
        byte[] secret = new byte[16];
        new SecureRandom().nextBytes(secret);
        String password = HexFormat.of().formatHex(secret);

        // The C locale exists everywhere. Its UTF-8 form, which knows upper and lower case beyond ASCII, does not.
        Command.Result result = initdb(password, "--locale=C", "--lc-ctype=C.UTF-8");
        if (!result.succeeded()) {
            result = initdb(password, "--locale=C");
        }
        if (!result.succeeded()) {
            throw new EmbeddedServerException(
                    "initdb of PostgreSQL %s failed: %s".formatted(Binaries.shown(version), result.output()),
                    "No embedded server was started",
                    "Give the URL of a PostgreSQL server that may hold scratch databases with --scratch-url");
        }
        Files.writeString(template().resolve(PASSWORD), password);
        ServerSettings.writeAccess(template());
        account.own(template());
    }

    private Command.Result initdb(String password, String... locale) throws IOException {
        Folders.delete(template());
        Path passwordFile = home.resolve("password");
        Path template = PrivateFolder.create(template());
        account.own(template);
        Files.writeString(passwordFile, ScramSecret.of(password));
        account.own(passwordFile);
        try {
            List<String> arguments = new ArrayList<>(List.of(
                    "--pgdata=" + template,
                    "--username=postgres",
                    "--auth=scram-sha-256",
                    "--pwfile=" + passwordFile,
                    "--encoding=UTF8",
                    "--no-sync",
                    // 16 MB of log in every copy would be half of it.
                    "--wal-segsize=1"));
            arguments.addAll(List.of(locale));
            return run(PATIENCE, "initdb", arguments.toArray(String[]::new));
        } finally {
            Files.delete(passwordFile);
        }
    }

    private String contents() throws IOException {
        return "programs %s%ntemplate %s%n".formatted(Folders.size(home.resolve("pgsql")), Folders.size(template()));
    }

    private Path marker() {
        return home.resolve("complete");
    }
}
