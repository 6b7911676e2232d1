// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs a suite of pairs of another project, each in both directions; it knows no case by name. */
public final class SqliteCorpus {
    private SqliteCorpus() {}

    /**
     * What came of a pair.
     *
     * @param name the folder's name
     * @param verdict how it ended
     * @param detail why, empty when it passed
     */
    public record Result(String name, Verdict verdict, String detail) {}

    /** How a pair can end. */
    public enum Verdict {
        PASSED,
        FAILED,
        /** One of the sides does not load on this SQLite. */
        NOT_SUPPORTED
    }

    /** Returns the result of every pair of a suite, by name. */
    public static List<Result> run(Path suite) throws IOException {
        try (Stream<Path> folders = Files.list(suite)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(SqliteCorpus::pair)
                    .toList();
        }
    }

    private static Result pair(Path folder) {
        String name = folder.getFileName().toString();
        try {
            String before = Files.readString(folder.resolve("old.sql"));
            String after = Files.readString(folder.resolve("new.sql"));
            List<String> problems = new ArrayList<>(lead(before, after));
            problems.addAll(lead(after, before));
            return problems.isEmpty()
                    ? new Result(name, Verdict.PASSED, "")
                    : new Result(name, Verdict.FAILED, String.join("\n", problems));
        } catch (UnloadableException e) {
            return new Result(name, Verdict.NOT_SUPPORTED, String.valueOf(e.getMessage()));
        } catch (SQLException | RuntimeException e) {
            return new Result(name, Verdict.FAILED, e.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lead(String from, String to) throws SQLException {
        try (Connection actual = load(from);
                Connection desired = load(to)) {
            return SqliteRoundTrip.lead(actual, desired, true);
        }
    }

    private static Connection load(String script) {
        try {
            return SqliteRoundTrip.open(script);
        } catch (SQLException e) {
            throw new UnloadableException(e);
        }
    }

    private static final class UnloadableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnloadableException(SQLException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
