// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.adopt;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.migrate.HistoryLocation;
import dev.plumbline.migrate.MigrationRoles;
import dev.plumbline.migration.Version;
import dev.plumbline.source.HistoryTable;
import dev.plumbline.source.MigrationHistory;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;

/**
 * The one row in which golang-migrate keeps its version and whether that is dirty ("Database drivers" in its
 * documentation). After a repair it is brought to what has become true, so that golang-migrate can go on as well.
 */
final class GolangMigrateState {
    private GolangMigrateState() {}

    /**
     * Makes the row clean, where it says that this version is dirty; does nothing otherwise.
     *
     * @param now the version that the database is at; empty for none
     * @return the table, for people, where it was changed
     */
    static Optional<String> clean(Connection connection, MigrationRoles roles, Version dirty, Optional<Version> now)
            throws SQLException {
        Optional<ObjectKey> found = MigrationHistory.tables(connection).entrySet().stream()
                .filter(entry -> entry.getValue() == HistoryTable.GOLANG_MIGRATE)
                .map(Map.Entry::getKey)
                .findFirst();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String table = roles.history()
                .qualified(new HistoryLocation(found.get().schema(), found.get().name()));
        if (!isDirty(connection, table, dirty)) {
            return Optional.empty();
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM " + table);
        }
        if (now.isPresent()) {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO " + table + " (version, dirty) VALUES (?, ?)")) {
                insert.setLong(1, number(now.get()).longValueExact());
                insert.setBoolean(2, false);
                insert.executeUpdate();
            }
        }
        return Optional.of(found.get().qualifiedName());
    }

    private static boolean isDirty(Connection connection, String table, Version version) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT version, dirty FROM " + table)) {
            return row.next()
                    && row.getBoolean(2)
                    && version.isNumbered()
                    && Version.of(row.getString(1)).equals(version);
        }
    }

    private static BigInteger number(Version version) {
        return version.numbers().getFirst();
    }
}
