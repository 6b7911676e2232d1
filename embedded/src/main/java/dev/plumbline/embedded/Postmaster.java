// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/**
 * The first process of a running PostgreSQL, known by its lock file
 * (<a href="https://www.postgresql.org/docs/current/storage-file-layout.html">postmaster.pid</a>: line 1 the process id,
 * line 3 the time of the start, line 8 the state).
 */
record Postmaster(Path data, ProcessHandle process) {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final Duration PROGRAM = Duration.ofSeconds(60);

    /** What a start came to: a postmaster that takes connections, or what was wrong. */
    sealed interface Started {
        record Ready(Postmaster postmaster) implements Started {}

        record PortTaken() implements Started {}

        record Failed(String reason) implements Started {}
    }

    /**
     * Starts a server through pg_ctl, which detaches it from the terminal (else Ctrl-C would stop it before the JVM could
     * finish), and gives up an administrator's rights on Windows. pg_ctl's own waiting looks only ten times a second.
     */
    static Started start(Installation installation, Path data, Path log) throws IOException {
        Files.deleteIfExists(log);
        Command.Result result =
                installation.run(PROGRAM, "pg_ctl", "start", "-W", "-D", data.toString(), "-l", log.toString());
        if (!result.succeeded()) {
            return new Started.Failed(result.output());
        }
        Instant end = Instant.now().plus(START);
        while (Instant.now().isBefore(end)) {
            List<String> lock = lockFile(data);
            if (lock.size() > 7 && lock.get(7).strip().equals("ready")) {
                return find(data)
                        .<Started>map(Started.Ready::new)
                        .orElseGet(() -> new Started.Failed("Its process cannot be seen"));
            }
            String said = Files.exists(log) ? Files.readString(log) : "";
            // Without a lock file it has not begun, or has ended; its log tells which.
            if (lock.isEmpty() && said.contains("FATAL")) {
                return said.contains("could not create any TCP/IP sockets")
                        ? new Started.PortTaken()
                        : new Started.Failed(said.strip());
            }
            pause();
        }
        return new Started.Failed("It did not take connections within %d s".formatted(START.toSeconds()));
    }

    /**
     * The postmaster of a cluster, if one runs. A lock file may be left over and its process id be somebody else's by now:
     * the process must be a postgres of this very cluster.
     */
    static Optional<Postmaster> find(Path data) {
        List<String> lock = lockFile(data);
        if (lock.size() < 3) {
            return Optional.empty();
        }
        OptionalLong pid = number(lock.getFirst());
        OptionalLong start = number(lock.get(2));
        if (pid.isEmpty() || start.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.of(pid.getAsLong())
                .filter(ProcessHandle::isAlive)
                .filter(process -> isPostgres(process, data, start.getAsLong()))
                .map(process -> new Postmaster(data, process));
    }

    /** Stops it; {@code fast} ends sessions and writes everything, {@code immediate} just ends. */
    void stop(Installation installation, String mode) {
        Command.Result result = installation.run(PROGRAM, "pg_ctl", "stop", "-W", "-m", mode, "-D", data.toString());
        if (!result.succeeded() && process.isAlive() && !lockFile(data).isEmpty()) {
            process.destroyForcibly();
        } else if (!waitUntil(this::hasEnded)) {
            process.destroyForcibly();
        }
    }

    boolean isRunning() {
        return !hasEnded();
    }

    /** The lock file goes last. The process may stay as a zombie where nobody reaps it, as in a container without init. */
    private boolean hasEnded() {
        return lockFile(data).isEmpty() || !process.isAlive();
    }

    private static boolean isPostgres(ProcessHandle process, Path data, long start) {
        ProcessHandle.Info info = process.info();
        Optional<String[]> arguments = info.arguments();
        if (arguments.isPresent()) {
            return List.of(arguments.get()).contains(data.toString());
        }
        // Windows does not tell the arguments.
        boolean program = info.command()
                .map(command -> command.matches(".*[/\\\\]postgres(\\.exe)?"))
                .orElse(false);
        boolean time = info.startInstant()
                .map(instant -> Math.abs(instant.getEpochSecond() - start) <= 5)
                .orElse(false);
        return program && time;
    }

    private static List<String> lockFile(Path data) {
        try {
            return Files.readAllLines(data.resolve("postmaster.pid"));
        } catch (IOException none) {
            return List.of();
        }
    }

    private static OptionalLong number(String line) {
        try {
            return OptionalLong.of(Long.parseLong(line.strip()));
        } catch (NumberFormatException halfWritten) {
            return OptionalLong.empty();
        }
    }

    private static boolean waitUntil(BooleanSupplier condition) {
        Instant end = Instant.now().plus(STOP);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            throw Command.interrupted(e);
        }
    }
}
