// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import dev.plumbline.catalog.Catalog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Reads a catalog from a database. Both sides of every comparison come through the same introspector. */
@FunctionalInterface
public interface Introspector {
    /**
     * Returns what the database declares, read in one snapshot. Leaves the connection in auto-commit as it found it,
     * changes nothing and takes no lock beyond reading the system catalogs.
     */
    Catalog inspect(Connection connection) throws SQLException;

    /**
     * Returns what the database declares as the transaction sees it that is open on the connection, which stays open and
     * as it was. For scratch databases: one that others change meanwhile might be seen half.
     */
    default Catalog inspectWithin(Connection connection) throws SQLException {
        return inspect(connection);
    }

    /**
     * Returns what a database is besides its catalog, for people: {@code name value}, one after the other. Nothing of it
     * is compared.
     */
    default List<String> facts(Connection connection) throws SQLException {
        return List.of();
    }
}
