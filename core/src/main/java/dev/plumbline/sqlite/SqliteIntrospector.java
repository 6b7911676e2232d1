// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.DatabaseProduct;
import dev.plumbline.source.Introspector;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Reads SQLite's catalog: the PRAGMA functions where they tell, the kept statements where they do not. Everything is
 * read in one transaction, and nothing is written.
 */
public final class SqliteIntrospector implements Introspector {
    private static final String SAVEPOINT = "plumbline_inspect";

    @Override
    public Catalog inspect(Connection connection) throws SQLException {
        // A savepoint outside a transaction begins one, and within one it is harmless.
        Queries.run(connection, "SAVEPOINT " + SAVEPOINT);
        try {
            String version = Queries.list(connection, "SELECT sqlite_version()", row -> row.getString(1))
                    .get(0);
            Catalog.Builder catalog = Catalog.builder(new DatabaseProduct("sqlite", version, 3));
            SchemaReading reading = SchemaReading.of(connection);
            new CatalogReader(reading, catalog).read();
            new StoredIndexReader(connection, reading, catalog).read();
            return catalog.build();
        } finally {
            Queries.run(connection, "RELEASE " + SAVEPOINT);
        }
    }
}
