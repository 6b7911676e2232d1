// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PostgreSQL's own client programs: {@code psql} loads the sides of a pair, {@code pg_dump} observes the result. The
 * embedded binaries bring neither.
 *
 * @param prefix what stands before the program's name on the command line
 */
public record ClientTools(List<String> prefix) {

    /** Where Debian's packages of PostgreSQL have their programs, by major version. */
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    /** What a program did. */
    public record Run(int exit, String out, String err) {}

    /** Returns the programs on the path, when they can dump a server of that version. */
    public static Optional<ClientTools> forServer(int majorVersion, Path root) {
        ClientTools installed = new ClientTools(List.of());
        if (version(installed) >= majorVersion) {
            return Optional.of(installed);
        }
        ClientTools prepared =
                new ClientTools(List.of(root.resolve("scripts/postgres-tools").toString()));
        return version(prepared) >= majorVersion ? Optional.of(prepared) : Optional.empty();
    }

    private static int version(ClientTools tools) {
        try {
            Run run = tools.run("pg_dump", "--version");
            return run.exit() == 0 ? Integer.parseInt(run.out().replaceAll("(?s).*\\) (\\d+).*", "$1")) : 0;
        } catch (UncheckedIOException e) {
            return 0;
        }
    }

    /**
     * Runs SQL files in order in one session; stops at the first error. The installed {@code psql} serves any server; one
     * that lives in a folder of its own would not see the files.
     */
    public static Run load(String url, List<Path> files) {
        List<String> arguments =
                new ArrayList<>(List.of(direct("psql"), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", url));
        for (Path file : files) {
            arguments.add("-f");
            arguments.add(file.toString());
        }
        return execute(arguments);
    }

    /** Returns the schema of a database as {@code pg_dump} writes it. */
    public String dump(String url) {
        return dump(url, List.of("--no-owner"));
    }

    /** Returns the schema of a database as {@code pg_dump} writes it, with the owners of its objects. */
    public String dumpWithOwners(String url) {
        return dump(url, List.of());
    }

    private String dump(String url, List<String> options) {
        List<String> arguments = new ArrayList<>(List.of("pg_dump", "--schema-only", "-d", url));
        arguments.addAll(options);
        Run run = run(arguments.toArray(String[]::new));
        if (run.exit() != 0) {
            throw new IllegalStateException(run.err());
        }
        return run.out();
    }

    private Run run(String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(arguments));
        command.set(0, direct(command.getFirst()));
        return execute(command);
    }

    /**
     * Returns a program without what Debian has put before it: a script that chooses the newest, and takes longer than the program
     * ({@code pg_wrapper} of postgresql-common).
     */
    private static String direct(String program) {
        if (!Files.isDirectory(DEBIAN)) {
            return program;
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.filter(version -> version.getFileName().toString().matches("\\d+"))
                    .sorted(Comparator.comparing((Path version) ->
                                    Integer.valueOf(version.getFileName().toString()))
                            .reversed())
                    .map(version -> version.resolve("bin").resolve(program))
                    .filter(Files::isExecutable)
                    .map(Path::toString)
                    .findFirst()
                    .orElse(program);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Run execute(List<String> command) {
        try {
            Path err = Files.createTempFile("plumbline", ".err");
            try {
                Process process =
                        new ProcessBuilder(command).redirectError(err.toFile()).start();
                process.getOutputStream().close();
                String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return new Run(process.waitFor(), out, Files.readString(err));
            } finally {
                Files.deleteIfExists(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
