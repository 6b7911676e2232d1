// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.error.PlumblineException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.ProgressHandler;

/**
 * After which transactions rows are looked for that refer to none: whatever can make one is seen whether or not the session knows
 * the statements, and what cannot make one reads no rows.
 */
class ReferenceDangerTest {
    /** Databases in which one statement or another makes rows refer to none, or be judged that were not. */
    private static final List<String> STARTS = List.of(
            // A parent and its child.
            "CREATE TABLE p (id INTEGER PRIMARY KEY, x); CREATE TABLE c (p INT REFERENCES p (id) ON DELETE CASCADE);"
                    + "INSERT INTO p VALUES (1, 1), (2, 2); INSERT INTO c VALUES (1); CREATE TABLE t (x, y INT);"
                    + "INSERT INTO t VALUES (1, 1); CREATE INDEX t_x ON t (x); CREATE VIEW v AS SELECT * FROM p;"
                    + "CREATE TRIGGER t_inserted AFTER INSERT ON t BEGIN DELETE FROM p; END;"
                    + "CREATE TRIGGER v_deleted INSTEAD OF DELETE ON v BEGIN DELETE FROM p; END;",
            // A row that refers to none already.
            "CREATE TABLE p (id INTEGER PRIMARY KEY, x); CREATE TABLE c (p INT REFERENCES p (id));"
                    + "INSERT INTO p VALUES (1, 1); INSERT INTO c VALUES (1), (9); CREATE TABLE t (x, y);",
            // A parent that is missing.
            "CREATE TABLE c (p INT REFERENCES p (id)); INSERT INTO c VALUES (1), (2); CREATE TABLE t (x, y);",
            // A parent without the key, so that no row is judged.
            "CREATE TABLE p (id INT, x); CREATE TABLE c (p INT REFERENCES p (id)); INSERT INTO c VALUES (1);"
                    + "CREATE TABLE t (x, y);",
            // A parent without the column.
            "CREATE TABLE p (x); CREATE TABLE c (p INT REFERENCES p (id)); INSERT INTO c VALUES (1);"
                    + "CREATE TABLE t (x, y);",
            // A view in the parent's place.
            "CREATE VIEW p AS SELECT 1 AS id; CREATE TABLE c (p INT REFERENCES p (id)); INSERT INTO c VALUES (1);"
                    + "CREATE TABLE t (x, y);",
            // Two parents, one missing and one without the key.
            "CREATE TABLE q (id INT, x); CREATE TABLE c (p INT REFERENCES p (id), q INT REFERENCES q (id));"
                    + "INSERT INTO c VALUES (1, 1); CREATE TABLE t (x, y);",
            // A parent that is a child of itself, with a key of two columns.
            "CREATE TABLE p (id INT, x INT, UNIQUE (id, x), FOREIGN KEY (x, id) REFERENCES p (id, x));"
                    + "INSERT INTO p VALUES (1, 1); CREATE TABLE t (x, y); CREATE UNIQUE INDEX other ON t (x);");

    private static final List<List<String>> TRANSACTIONS = List.of(
            List.of("DROP TABLE p"),
            List.of("DROP TABLE IF EXISTS p", "CREATE TABLE p (id INTEGER PRIMARY KEY, x)"),
            List.of("INSERT INTO c (p) VALUES (7)"),
            List.of("REPLACE INTO c (p) VALUES (7)"),
            List.of("WITH n (x) AS (SELECT 7) INSERT INTO c (p) SELECT x FROM n"),
            List.of("UPDATE p SET id = 8 WHERE id = 1"),
            List.of("UPDATE c SET p = 8"),
            List.of("DELETE FROM p"),
            List.of("INSERT OR REPLACE INTO p (id, x) VALUES (2, 3)"),
            List.of("INSERT INTO t VALUES (2, 2)"),
            List.of("DELETE FROM v"),
            List.of("CREATE TRIGGER more AFTER UPDATE ON t BEGIN DELETE FROM p; END"),
            List.of("CREATE TRIGGER more AFTER UPDATE ON t BEGIN DELETE FROM p; END", "UPDATE t SET x = 2"),
            List.of("CREATE TABLE n (id INTEGER PRIMARY KEY, x)", "DROP TABLE p", "ALTER TABLE n RENAME TO p"),
            List.of("PRAGMA legacy_alter_table = ON", "ALTER TABLE p RENAME TO away"),
            List.of("ALTER TABLE p RENAME TO away"),
            List.of("ALTER TABLE t RENAME TO p"),
            List.of("ALTER TABLE p RENAME COLUMN id TO other"),
            List.of("ALTER TABLE p RENAME COLUMN x TO id"),
            List.of("ALTER TABLE t ADD COLUMN p INT DEFAULT 7 REFERENCES p (id)"),
            List.of("ALTER TABLE t ADD p INT DEFAULT 7 REFERENCES\n/* the */ p"),
            List.of("ALTER TABLE t ADD COLUMN z INT DEFAULT 7"),
            List.of("ALTER TABLE p ADD COLUMN id INT DEFAULT 7"),
            List.of("ALTER TABLE p ADD COLUMN id INT", "CREATE UNIQUE INDEX p_id ON p (id)"),
            List.of("ALTER TABLE p ADD CONSTRAINT positive CHECK (id > 0)"),
            List.of("ALTER TABLE c DROP COLUMN q"),
            List.of("CREATE TABLE p AS SELECT 7 AS id"),
            List.of("CREATE TABLE p AS SELECT 7 AS id", "CREATE UNIQUE INDEX p_id ON p (id)"),
            List.of("CREATE TABLE p (id INTEGER PRIMARY KEY, x)"),
            List.of("CREATE TABLE p (id INT)", "CREATE UNIQUE INDEX p_id ON p (id)"),
            List.of("CREATE TABLE IF NOT EXISTS p (id INT)", "CREATE UNIQUE INDEX p_id ON p (id)"),
            List.of("CREATE TABLE temp.p (id INT)", "CREATE UNIQUE INDEX main.p_id ON p (id)"),
            List.of("CREATE TABLE main.p (id INT)", "CREATE UNIQUE INDEX p_id ON p (id)"),
            List.of("CREATE TEMP TABLE p (id INT)", "CREATE UNIQUE INDEX main.p_id ON p (id)"),
            List.of("CREATE UNIQUE INDEX p_id ON p (id)"),
            List.of("CREATE UNIQUE INDEX q_id ON q (id)"),
            List.of("CREATE UNIQUE INDEX p_id ON p (id) WHERE id > 0"),
            List.of("CREATE INDEX p_id ON p (id)"),
            List.of("CREATE VIEW p AS SELECT 1 AS id"),
            List.of("CREATE VIEW w AS SELECT 1 AS id"),
            List.of("DROP VIEW p"),
            List.of("DROP VIEW v"),
            List.of("DROP INDEX t_x"),
            List.of("DROP INDEX other"),
            List.of("DROP TRIGGER t_inserted"),
            List.of("CREATE VIRTUAL TABLE p USING fts5 (id)"),
            List.of("CREATE TABLE fresh (p INT REFERENCES p (id), UNIQUE (p)) STRICT", "CREATE INDEX f ON fresh (p)"),
            List.of("CREATE TABLE fresh (p INT REFERENCES p (id))", "INSERT INTO fresh VALUES (7)"),
            List.of("REINDEX"),
            List.of("SELECT 1"),
            List.of(
                    "PRAGMA writable_schema = ON",
                    "UPDATE sqlite_schema SET sql = replace(sql, 'p (id)', 'nothing (id)') WHERE name = 'c'",
                    "PRAGMA writable_schema = RESET"));

    @Test
    void whatTheSessionKnowsOfTheStatementsChangesNoOutcome() throws SQLException {
        List<String> refusals = new ArrayList<>();
        for (String start : STARTS) {
            for (List<String> transaction : TRANSACTIONS) {
                String unknown = outcome(start, transaction, false);
                assertThat(outcome(start, transaction, true))
                        .as("%s after %s", transaction, start)
                        .isEqualTo(unknown);
                if (unknown.contains("did not before")) {
                    refusals.add(transaction + ": " + unknown);
                }
            }
        }
        assertThat(refusals).hasSizeGreaterThan(50);
    }

    /** Returns the error of its last try; empty where it is committed. */
    private static String outcome(String start, List<String> transaction, boolean known) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            SqliteRoundTrip.run(connection, start);
            SqliteSessionControl session = new SqliteSessionControl();
            try {
                once(session, connection, transaction, known);
            } catch (SQLTransactionRollbackException e) {
                once(session, connection, transaction, known);
            }
            return "";
        } catch (PlumblineException e) {
            return String.valueOf(e.getMessage());
        } catch (SQLTransactionRollbackException e) {
            throw e;
        } catch (SQLException e) {
            return "a statement failed: " + e.getMessage();
        }
    }

    private static void once(
            SqliteSessionControl session, Connection connection, List<String> transaction, boolean known)
            throws SQLException {
        if (known) {
            session.begin(connection, transaction);
        } else {
            session.begin(connection);
        }
        try (Statement statement = connection.createStatement()) {
            for (String sql : transaction) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            session.rollback(connection);
            throw e;
        }
        session.commit(connection);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-- DROP TABLE p",
                "CREATE TABLE n (id INTEGER PRIMARY KEY, p INT REFERENCES p (id)) WITHOUT ROWID",
                "create /* AS */ table\n\"as\" (id INT, twice INT AS (id * 2) STORED) -- insert",
                "CREATE TABLE IF NOT EXISTS [delete] (id INT);",
                "CREATE TABLE if (id INT DEFAULT ';')",
                "Create Index main.i ON p (x) WHERE x > 0",
                "CREATE INDEX \"; DROP TABLE p\" ON p (x)",
                "CREATE VIEW w AS SELECT * FROM p",
                "CREATE TRIGGER w AFTER INSERT ON t BEGIN UPDATE p SET x = CASE new.x WHEN 1 THEN 2 END; END",
                "DROP INDEX IF EXISTS i",
                "DROP TRIGGER w",
                "ALTER TABLE main.p ADD COLUMN y TEXT NOT NULL DEFAULT '' CHECK (y <> 'a')",
                "ALTER TABLE `p` ADD y",
            })
    void whatCanMakeNoneIsKnown(String statement) {
        assertThat(ReferenceDanger.isIn(List.of(statement))).isFalse();
        assertThat(ReferenceDanger.isIn(List.of(statement, statement))).isFalse();
        assertThat(ReferenceDanger.isIn(List.of(statement, "DELETE FROM p"))).isTrue();
        assertThat(ReferenceDanger.isIn(List.of("VACUUM", statement))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE n AS SELECT 1",
                "CREATE TABLE n",
                "CREATE TABLE n (id INT); DELETE FROM p",
                "CREATE TABLE n (id INT);; DELETE FROM p;",
                "CREATE TEMPORARY TABLE n (id INT)",
                "CREATE VIRTUAL TABLE n USING fts5 (x)",
                "CREATE INDEX i ON p (x); DELETE FROM p",
                "CREATE UNIQUE INDEX i ON p (x)",
                "CREATE TEMP TRIGGER w AFTER INSERT ON t BEGIN SELECT 1; END",
                "CREATE TRIGGER w AFTER INSERT ON t BEGIN SELECT 1; END; DELETE FROM p",
                "CREATE TRIGGER w AFTER INSERT ON t BEGIN SELECT 1; END; CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT 1; END",
                "CREATE TRIGGER w AFTER INSERT ON t",
                "DROP TABLE p",
                "DROP VIEW v",
                "DROP INDEX i; DELETE FROM p",
                "ALTER TABLE p RENAME TO q",
                "ALTER TABLE p DROP COLUMN x",
                "ALTER TABLE p ADD COLUMN q INT rEfErEnCeS/**/q",
                "ALTER TABLE p ADD FOREIGN KEY (x) REFERENCES q",
                "ALTER TABLE p ADD CONSTRAINT k PRIMARY KEY (x)",
                "ALTER TABLE p ADD COLUMN x; DELETE FROM p",
                "EXPLAIN CREATE TABLE n (id INT)",
                "PRAGMA user_version = 3",
                "restore from 'other.db'",
                "*",
            })
    void whateverElseMay(String statement) {
        assertThat(ReferenceDanger.isIn(List.of(statement))).isTrue();
    }

    @Test
    void anIndexOnATableOfTheSameTransactionMayBeUnique() {
        assertThat(ReferenceDanger.isIn(List.of("CREATE TABLE N (id INT)", "CREATE UNIQUE INDEX i ON n (id)")))
                .isFalse();
        assertThat(ReferenceDanger.isIn(
                        List.of("CREATE TABLE n (id INT)", "CREATE UNIQUE INDEX IF NOT EXISTS i ON \"n\" (id)")))
                .isFalse();
        assertThat(ReferenceDanger.isIn(
                        List.of("CREATE TABLE IF NOT EXISTS n (id INT)", "CREATE UNIQUE INDEX i ON n (id)")))
                .isTrue();
    }

    @Test
    void noRowIsReadForATableOrAColumnThatComes() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            SqliteRoundTrip.run(
                    connection,
                    "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (p INT REFERENCES p);"
                            + "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
                            + " INSERT INTO p SELECT i FROM n;"
                            + "INSERT INTO c SELECT id FROM p;");
            List<String> harmless = List.of(
                    "CREATE TABLE n (id INTEGER PRIMARY KEY, p INT REFERENCES p)",
                    "CREATE INDEX n_p ON n (p)",
                    "ALTER TABLE c ADD COLUMN x");

            assertThat(thousandsOfSteps(connection, harmless)).isLessThan(10);
            assertThat(thousandsOfSteps(connection, List.of("UPDATE n SET p = 1")))
                    .isGreaterThan(50);
        }
    }

    /** Returns how many thousand instructions of SQLite's virtual machine a transaction takes. */
    private static int thousandsOfSteps(Connection connection, List<String> transaction) throws SQLException {
        AtomicInteger thousands = new AtomicInteger();
        ProgressHandler.setHandler(connection, 1000, new ProgressHandler() {
            @Override
            protected int progress() {
                thousands.incrementAndGet();
                return 0;
            }
        });
        try {
            once(new SqliteSessionControl(), connection, transaction, true);
        } finally {
            ProgressHandler.clearHandler(connection);
        }
        return thousands.get();
    }
}
