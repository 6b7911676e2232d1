// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.execute.RowSeeder;
import dev.plumbline.source.ScratchDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Scratch databases and the rows that are put into them. */
class SqliteRowSeederTest {
    @Test
    void fillsChildrenAfterTheirParentsAndHonoursChecks() throws SQLException {
        String script = """
                CREATE TABLE a_child (
                  id TEXT PRIMARY KEY,
                  parent INTEGER NOT NULL REFERENCES z_parent ON DELETE CASCADE,
                  status TEXT NOT NULL CHECK (status IN ('open', 'closed')),
                  score INTEGER NOT NULL CHECK (score BETWEEN 40 AND 50),
                  doc TEXT CHECK (json_valid(doc)),
                  UNIQUE (parent, status)
                ) STRICT;
                CREATE TABLE z_parent (id INTEGER PRIMARY KEY AUTOINCREMENT, name VARCHAR(10) NOT NULL UNIQUE);
                CREATE TABLE tree (id INTEGER PRIMARY KEY, up INTEGER REFERENCES tree);
                CREATE TABLE never (a INT NOT NULL CHECK (a IS NULL));
                CREATE VIRTUAL TABLE f USING fts5(a);
                """;
        try (Connection connection = SqliteRoundTrip.open(script)) {
            RowSeeder.Seeding seeding = new SqliteRowSeeder().seed(connection, SqliteRoundTrip.inspect(connection));

            assertThat(seeding.rows().keySet())
                    .extracting(ObjectKey::name)
                    .containsExactly("a_child", "tree", "z_parent");
            assertThat(seeding.refused().get(ObjectKey.of(ObjectKind.TABLE, "main", "never")))
                    .contains("CHECK constraint failed");
            assertThat(seeding.refused()).containsKey(ObjectKey.of(ObjectKind.VIRTUAL_TABLE, "main", "f"));
            assertThat(SqliteRoundTrip.texts(connection, "PRAGMA foreign_key_check"))
                    .isEmpty();
        }
    }

    @Test
    void saysThatAnApplicationsFunctionIsMissing() {
        try (SqliteScratchDatabases databases = new SqliteScratchDatabases();
                ScratchDatabase scratch = databases.create()) {
            try {
                SqliteRoundTrip.run(scratch.connection(), "CREATE TABLE t (a CHECK (bin2b64(a) <> ''))");
            } catch (SQLException e) {
                assertThat(scratch.advice(e)).get().asString().contains("the application defines it");
                return;
            }
            throw new AssertionError("SQLite accepted an unknown function");
        }
    }

    @Test
    void eachScratchDatabaseIsItsOwnAndOutlivesItsFurtherConnections() throws SQLException {
        try (SqliteScratchDatabases databases = new SqliteScratchDatabases();
                ScratchDatabase one = databases.create();
                ScratchDatabase two = databases.create()) {
            try (Connection further = one.open()) {
                SqliteRoundTrip.run(further, "CREATE TABLE t (a)");
            }
            assertThat(SqliteRoundTrip.inspect(one.connection()).keys()).hasSize(2);
            assertThat(SqliteRoundTrip.inspect(two.connection()).keys()).isEmpty();
        }
    }
}
