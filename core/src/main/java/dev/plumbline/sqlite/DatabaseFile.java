// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The file of a database, and those that SQLite keeps beside it. */
record DatabaseFile(Path path) {
    private static final List<String> SUFFIXES = List.of("", "-wal", "-journal");

    /** Returns the file of a connection's main database; empty for one in memory. */
    static Optional<DatabaseFile> of(Connection connection) throws SQLException {
        return Queries.list(
                        connection,
                        "SELECT coalesce(file, '') FROM pragma_database_list WHERE name = 'main'",
                        row -> row.getString(1))
                .stream()
                .filter(file -> !file.isEmpty())
                .map(file -> new DatabaseFile(Path.of(file)))
                .findFirst();
    }

    /** Returns a file of the same folder whose name begins as this one's. */
    Path beside(String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }

    /** Returns how many bytes the database takes now, its log or journal included. */
    long size() {
        return SUFFIXES.stream()
                .map(this::beside)
                .map(Path::toFile)
                .mapToLong(java.io.File::length)
                .sum();
    }
}
