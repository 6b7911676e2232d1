// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tables are checked before a commit: those with a row that no CHECK would let in tell of it. */
class RebuiltTablesTest {
    private static final String OLD = "CREATE TABLE first (a CHECK (a > 0)); CREATE INDEX first_a ON first (a);"
            + "CREATE TABLE last (a CHECK (a > 0)); CREATE INDEX last_a ON last (a);";
    private static final String MADE = "CREATE TABLE made (a CHECK (a > 0)); INSERT INTO made VALUES (-1);";

    @ParameterizedTest
    @ValueSource(
            strings = {
                MADE,
                MADE + "DROP TABLE first; ALTER TABLE made RENAME TO first",
                // What comes takes the places in the schema that what went has left.
                "DROP TABLE last; " + MADE,
                "DROP TABLE last; CREATE TABLE other (a); " + MADE + "ALTER TABLE made RENAME TO last",
                "DROP TABLE last; DROP TABLE first; " + MADE,
                "ALTER TABLE last RENAME TO renamed; " + MADE,
                "ALTER TABLE last ADD COLUMN b; " + MADE + "DROP TABLE last",
                "DROP INDEX last_a; CREATE TABLE other (a); " + MADE
                        + "DROP TABLE other; CREATE INDEX last_a ON last (a)",
            })
    void whatIsMadeIsChecked(String script) throws SQLException {
        assertThat(damages(OLD, script)).singleElement().asString().contains("CHECK constraint failed in ");
        assertThat(damages(OLD, script.replace("-1", "1"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {99, 100, 101, 250})
    void whateverIsDroppedBefore(int tables) throws SQLException {
        String many = script(tables, "CREATE TABLE t%d (a);");
        assertThat(damages(many, script(tables, "DROP TABLE t%d;") + MADE)).hasSize(1);
        assertThat(damages(OLD + many, script(tables, "DROP TABLE t%d;") + MADE))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE made (a CHECK (a > 0)); INSERT INTO made VALUES (1)",
                "INSERT INTO last VALUES (-1)",
                "ALTER TABLE last ADD COLUMN b",
                "ALTER TABLE first RENAME TO renamed",
                "SELECT 1",
            })
    void whatWasThereIsNot(String script) throws SQLException {
        assertThat(damages(OLD + "INSERT INTO first VALUES (-1);", script)).isEmpty();
    }

    private static String script(int times, String statement) {
        return IntStream.rangeClosed(1, times).mapToObj(statement::formatted).collect(Collectors.joining());
    }

    private static List<String> damages(String before, String script) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            SqliteRoundTrip.run(connection, "PRAGMA ignore_check_constraints = ON");
            SqliteRoundTrip.run(connection, before);
            SqliteRoundTrip.run(connection, "BEGIN");
            RebuiltTables tables = RebuiltTables.since(connection);
            SqliteRoundTrip.run(connection, script);
            SqliteRoundTrip.run(connection, "PRAGMA ignore_check_constraints = OFF");
            return tables.damages(connection);
        }
    }
}
