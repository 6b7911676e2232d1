// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.DatabaseProduct;
import dev.plumbline.source.Introspector;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads SQLite's catalog: the PRAGMA functions where they tell, the kept statements where they do not. Everything is
 * read in one transaction, and nothing is written.
 */
public final class SqliteIntrospector implements Introspector {
    private static final List<String> FACTS = List.of(
            "journal_mode",
            "encoding",
            "page_size",
            "page_count",
            "freelist_count",
            "auto_vacuum",
            "user_version",
            "application_id");

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
            reading.unreadable().forEach(catalog::unmodelled);
            Settings.read(connection, catalog);
            new StoredIndexReader(connection, reading, catalog).read();
            return catalog.build();
        } finally {
            Queries.run(connection, "RELEASE " + SAVEPOINT);
        }
    }

    @Override
    public List<String> facts(Connection connection) throws SQLException {
        List<String> facts = new ArrayList<>();
        for (String name : FACTS) {
            facts.add(name + " "
                    + Queries.list(connection, "PRAGMA main." + name, row -> row.getString(1))
                            .getFirst());
        }
        return facts;
    }
}
