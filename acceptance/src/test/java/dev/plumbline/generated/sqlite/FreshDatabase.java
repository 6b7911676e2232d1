// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.sqlite;

import static dev.plumbline.generated.sqlite.Databases.quoted;

import dev.plumbline.generated.Element;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What a plan must come to, found without the tested code: the desired schema made in an empty database, and the rows of
 * the other put in by plain inserts before there are triggers.
 */
final class FreshDatabase implements AutoCloseable {
    private final Connection connection;
    private final Map<String, String> statements;
    private final List<String> refusals = new ArrayList<>();

    private FreshDatabase(Connection connection, Map<String, String> statements) {
        this.connection = connection;
        this.statements = statements;
    }

    static FreshDatabase of(List<Element> desired, Connection source) throws SQLException {
        Connection connection = Databases.empty();
        FreshDatabase fresh = new FreshDatabase(
                connection,
                Databases.load(connection, desired, element -> !element.id().startsWith("trigger ")));
        List<Tables.Table> before = Tables.all(source);
        // What indexes tables comes after them.
        List<Tables.Table> made = new ArrayList<>(Tables.all(connection));
        made.sort(Comparator.comparing(Tables.Table::virtual));
        for (Tables.Table after : made) {
            for (Tables.Table table : before) {
                if (table.name().equalsIgnoreCase(after.name()) && table.virtual() == after.virtual()) {
                    fresh.copy(source, table, after);
                }
            }
        }
        for (Tables.Table table : Tables.all(connection)) {
            if (table.isExternalIndex()) {
                Databases.refusal(connection, table.command("'rebuild'"));
            }
        }
        fresh.statements.putAll(
                Databases.load(connection, desired, element -> element.id().startsWith("trigger ")));
        return fresh;
    }

    Connection connection() {
        return connection;
    }

    /** Returns the statements that SQLite took, by the id of the object that each makes. */
    Map<String, String> statements() {
        return statements;
    }

    /** Returns why rows do not fit, nothing where they do. */
    List<String> refusals() {
        return refusals;
    }

    private void copy(Connection source, Tables.Table before, Tables.Table after) throws SQLException {
        if (after.virtual() && !after.isTree() && !after.isFullText()) {
            return;
        }
        if (before.columns().isEmpty() || after.isContentless() || after.isExternalIndex() || before.isContentless()) {
            return;
        }
        List<String> targets = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        after.columns().stream()
                .map(Tables.Column::name)
                .filter(column -> after.stored(column) && before.has(column))
                .forEach(column -> {
                    targets.add(quoted(column));
                    sources.add(quoted(column));
                });
        if (after.virtual() && (targets.isEmpty() || before.isTree() != after.isTree())) {
            return;
        }
        if (before.isExternalIndex() && !isReadableHereToo(before)) {
            return;
        }
        boolean aliasIsShared = after.alias()
                && after.columns().stream().anyMatch(column -> column.primaryKey() > 0 && before.has(column.name()));
        boolean rowids = after.virtual()
                ? after.isFullText()
                : !before.withoutRowid() && !after.withoutRowid() && !aliasIsShared;
        if (rowids) {
            targets.add("rowid");
            sources.add("rowid");
        }
        if (targets.isEmpty()) {
            return;
        }
        String insert =
                "INSERT OR ABORT INTO " + quoted(after.name()) + " (" + String.join(", ", targets) + ") VALUES ("
                        + String.join(", ", targets.stream().map(target -> "?").toList()) + ")";
        // What indexed a table shows that table's rows as they are by then.
        boolean shown = before.isExternalIndex() && Tables.find(connection, before.content()) != null;
        try (Statement reading = (shown ? connection : source).createStatement();
                ResultSet rows = reading.executeQuery("SELECT " + String.join(", ", sources) + " FROM "
                        + quoted(shown ? before.content() : before.name()))) {
            while (rows.next()) {
                try (PreparedStatement writing = connection.prepareStatement(insert)) {
                    for (int i = 1; i <= targets.size(); i++) {
                        writing.setObject(i, rows.getObject(i));
                    }
                    writing.executeUpdate();
                }
            }
            sequence(source, before, after);
        } catch (SQLException e) {
            refusals.add(after.name() + ": " + e.getMessage());
        }
    }

    /** Where the table that it indexes loses a column, the index cannot be read at any time. */
    private boolean isReadableHereToo(Tables.Table index) throws SQLException {
        Tables.Table here = Tables.find(connection, index.content());
        return here != null && !here.withoutRowid() && index.compared().stream().allMatch(here::has);
    }

    private void sequence(Connection source, Tables.Table before, Tables.Table after) throws SQLException {
        if (before.isAutoincrement() && after.isAutoincrement()) {
            String where = " WHERE name = " + Names.literal(after.name()) + " COLLATE NOCASE";
            for (String last : Databases.rows(source, "SELECT seq FROM sqlite_sequence" + where)) {
                Databases.run(connection, "DELETE FROM sqlite_sequence" + where);
                Databases.run(
                        connection,
                        "INSERT INTO sqlite_sequence VALUES (" + Names.literal(after.name()) + ", " + last + ")");
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
