// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Planner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Renames that a hint declares keep the rows and everything that names the object. */
class SqliteRenameTest {
    private static final String ACTUAL = """
            CREATE TABLE p (id INTEGER PRIMARY KEY, "old" TEXT, n INT CHECK (n > 0));
            CREATE TABLE c (p INT REFERENCES p ON DELETE CASCADE);
            CREATE INDEX i ON p ("old");
            CREATE VIEW v AS SELECT "old" FROM p;
            CREATE TRIGGER vt INSTEAD OF INSERT ON v BEGIN INSERT INTO p ("old", n) VALUES (new."old", 1); END;
            CREATE TRIGGER tr AFTER INSERT ON c BEGIN UPDATE p SET "old" = 'seen' WHERE id = new.p; END;
            CREATE VIRTUAL TABLE f USING fts5(a);
            INSERT INTO p VALUES (1, 'a', 1);
            INSERT INTO c VALUES (1);
            INSERT INTO f VALUES ('walk');
            """;

    @Test
    void ofATableReachesWhatNamesIt() throws SQLException {
        renamed(
                key(ObjectKind.TABLE, "p"),
                key(ObjectKind.TABLE, "parent \"x\""),
                ACTUAL.replaceAll("\\bp \\(id", "\"parent \"\"x\"\"\" (id")
                        .replaceAll("(REFERENCES|ON|FROM|INTO|UPDATE) p\\b", "$1 \"parent \"\"x\"\"\""));
    }

    @Test
    void ofAColumnReachesWhatNamesIt() throws SQLException {
        ObjectKey table = key(ObjectKind.TABLE, "p");
        renamed(
                table.child(ObjectKind.COLUMN, "old"),
                table.child(ObjectKind.COLUMN, "new name"),
                ACTUAL.lines()
                        // The trigger of the view stays as it was: what its column is called now, only its author
                        // knows.
                        .map(line -> line.contains("vt") ? line : line.replace("\"old\"", "\"new name\""))
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void ofAnIndexMakesItAnew() throws SQLException {
        renamed(key(ObjectKind.INDEX, "i"), key(ObjectKind.INDEX, "j"), ACTUAL.replace("INDEX i", "INDEX j"));
    }

    @Test
    void ofAViewKeepsItsTriggers() throws SQLException {
        renamed(
                key(ObjectKind.VIEW, "v"),
                key(ObjectKind.VIEW, "w"),
                ACTUAL.replace("VIEW v", "VIEW w").replace("ON v", "ON w"));
    }

    @Test
    void ofATriggerMakesItAnew() throws SQLException {
        ObjectKey table = key(ObjectKind.TABLE, "c");
        renamed(
                table.child(ObjectKind.TRIGGER, "tr"),
                table.child(ObjectKind.TRIGGER, "ts"),
                ACTUAL.replace("TRIGGER tr", "TRIGGER ts"));
    }

    @Test
    void ofAVirtualTableKeepsItsRows() throws SQLException {
        renamed(
                key(ObjectKind.VIRTUAL_TABLE, "f"),
                key(ObjectKind.VIRTUAL_TABLE, "g"),
                ACTUAL.replace("TABLE f", "TABLE g").replace("INTO f", "INTO g"));
    }

    @Test
    void aConversionMeetsTheNewCheckAndNotTheOldOne() throws SQLException {
        String table = "CREATE TABLE t (id INTEGER PRIMARY KEY, kind TEXT CHECK (kind IN (%s)));"
                + "CREATE TABLE log (x); CREATE TRIGGER tr AFTER UPDATE ON t BEGIN INSERT INTO log VALUES (1); END;";
        try (Connection actual = SqliteRoundTrip.open(table.formatted("'a', 'b'"));
                Connection desired = SqliteRoundTrip.open(table.formatted("'alpha', 'beta'"))) {
            SqliteRoundTrip.run(actual, "INSERT INTO t VALUES (1, 'a'), (2, 'b')");
            SqliteActionWriter writer = new SqliteActionWriter();
            Action conversion = writer.convert(
                    key(ObjectKind.TABLE, "t").child(ObjectKind.COLUMN, "kind"),
                    "CASE kind WHEN 'a' THEN 'alpha' ELSE 'beta' END");
            Gap gap = GapFinder.between(SqliteRoundTrip.inspect(actual), SqliteRoundTrip.inspect(desired));
            SqliteRoundTrip.execute(actual, new Planner(writer).steps(gap, List.of(), List.of(conversion)));

            assertThat(SqliteRoundTrip.texts(actual, "SELECT kind FROM t ORDER BY id"))
                    .containsExactly("alpha", "beta");
            assertThat(SqliteRoundTrip.texts(actual, "SELECT count(*) FROM log"))
                    .containsExactly("0");
            assertThat(SqliteRoundTrip.inspect(actual).fingerprint())
                    .isEqualTo(gap.desired().fingerprint());
        }
    }

    private static ObjectKey key(ObjectKind kind, String name) {
        return ObjectKey.of(kind, "main", name);
    }

    private static void renamed(ObjectKey from, ObjectKey to, String desiredScript) throws SQLException {
        try (Connection actual = SqliteRoundTrip.open(ACTUAL);
                Connection desired = SqliteRoundTrip.open(desiredScript)) {
            Catalog before = SqliteRoundTrip.inspect(actual);
            Action action = new SqliteActionWriter().rename(before, new Change.Renamed(from, to));
            for (String sql : action.statements()) {
                SqliteRoundTrip.run(actual, sql);
            }
            assertThat(GapFinder.between(SqliteRoundTrip.inspect(actual), SqliteRoundTrip.inspect(desired))
                            .changes())
                    .isEmpty();
            assertThat(SqliteRoundTrip.texts(actual, "SELECT count(*) FROM c")).containsExactly("1");
        }
    }
}
