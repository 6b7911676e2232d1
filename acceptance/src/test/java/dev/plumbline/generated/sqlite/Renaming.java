// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.sqlite;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.error.SourcePosition;
import dev.plumbline.generated.Element;
import dev.plumbline.source.Hint;
import dev.plumbline.sqlite.SqliteNames;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConnection;

/**
 * A table, or one of its columns, that has another name on the other side.
 *
 * @param table the table; where it is a column that is renamed, its name on both sides
 * @param column the column's name; empty where the table is renamed
 */
record Renaming(String table, Optional<String> column, String to) {
    /** What the element that says it is called. */
    static final String ID = "rename";

    /** Returns a statement that does nothing but say it, so that a shrinker can leave it out as it can others. */
    Element element() {
        return Element.whole(
                ID,
                "SELECT " + Names.literal(table) + ", "
                        + column.map(Names::literal).orElse("NULL") + ", " + Names.literal(to));
    }

    /** Returns what leads from one side to the other: what that says, or the opposite of what this says. */
    static Optional<Renaming> between(List<Element> from, List<Element> to) throws SQLException {
        Optional<Renaming> there = in(to);
        return there.isPresent() ? there : in(from).map(Renaming::back);
    }

    private static Optional<Renaming> in(List<Element> side) throws SQLException {
        for (Element element : side) {
            if (element.id().equals(ID)) {
                try (Connection connection = Databases.empty();
                        Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery(element.sql())) {
                    return Optional.of(
                            new Renaming(row.getString(1), Optional.ofNullable(row.getString(2)), row.getString(3)));
                }
            }
        }
        return Optional.empty();
    }

    private Renaming back() {
        return column.isPresent()
                ? new Renaming(table, Optional.of(to), column.get())
                : new Renaming(to, Optional.empty(), table);
    }

    /** Returns the words of SQLite's own statement for it. */
    String sql() {
        return "ALTER TABLE " + Databases.quoted(table) + " RENAME "
                + column.map(name -> "COLUMN " + Databases.quoted(name) + " ").orElse("") + "TO "
                + Databases.quoted(to);
    }

    /** Returns what a person would have written above the declaration. */
    Hint hint() {
        ObjectKey before = ObjectKey.of(ObjectKind.TABLE, "main", SqliteNames.fold(table));
        String name = SqliteNames.fold(to);
        return new Hint.Rename(
                column.map(old -> before.child(ObjectKind.COLUMN, SqliteNames.fold(old)))
                        .orElse(before),
                column.isPresent()
                        ? before.child(ObjectKind.COLUMN, name)
                        : ObjectKey.of(ObjectKind.TABLE, "main", name),
                new SourcePosition("pair.sql", 1, 1, ""));
    }

    /**
     * Returns a copy of a database in which SQLite itself has done it, as far as it can: where it refuses, the copy is as the
     * database is.
     */
    Connection doneIn(Connection connection) throws SQLException {
        Connection copy = DriverManager.getConnection("jdbc:sqlite::memory:");
        copy.unwrap(SQLiteConnection.class)
                .deserialize("main", connection.unwrap(SQLiteConnection.class).serialize("main"));
        Databases.refusal(copy, sql());
        return copy;
    }
}
