// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.migrate.Revision.Direction;
import dev.plumbline.migrate.Revision.Progress;
import dev.plumbline.migration.Checksum;
import dev.plumbline.migration.MigrationKind;
import dev.plumbline.migration.Version;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The table in which a database remembers its migrations: a row for each time that one was applied. No two rows for the
 * same version are in place at once; the table itself sees to that, so that of two runs which apply the same migration
 * one fails and rolls back, whatever became of their locks.
 *
 * <p>Every method works within the caller's transaction, where there is one.
 */
public final class History {
    private static final String COLUMNS = "rank, kind, version, name, description, applied_at, applied_by, duration_ms,"
            + " checksum, status, direction, statements_done, statements_total, statement_running, down_script";

    private final HistoryDialect dialect;
    private final HistoryLocation location;

    /** Returns the history of an engine's database, kept at that place. */
    public History(HistoryDialect dialect, HistoryLocation location) {
        this.dialect = dialect;
        this.location = location;
    }

    /** Returns where it is kept. */
    public HistoryLocation location() {
        return location;
    }

    /** Returns whether its table is there. */
    public boolean exists(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(dialect.exists(location))) {
            return row.next() && row.getInt(1) != 0;
        }
    }

    /** Creates its table. The caller holds the migration lock. */
    public void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : dialect.create(location)) {
                statement.execute(sql);
            }
        }
    }

    /** Drops its table, with everything that it remembers. */
    public void drop(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE " + table());
        }
    }

    /** Returns its rows by rank; none where there is no table. */
    public List<Revision> read(Connection connection) throws SQLException {
        if (!exists(connection)) {
            return List.of();
        }
        String query = "SELECT " + COLUMNS.replace("applied_at", dialect.instantColumn("applied_at")) + " FROM "
                + table() + " ORDER BY rank";
        List<Revision> revisions = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                revisions.add(revision(row));
            }
        }
        return List.copyOf(revisions);
    }

    private static Revision revision(ResultSet row) throws SQLException {
        MigrationKind kind = MigrationKind.valueOf(row.getString(2).toUpperCase(Locale.ROOT));
        String version = row.getString(3);
        return new Revision(
                row.getLong(1),
                kind,
                kind == MigrationKind.REPEATABLE ? Version.named(version) : Version.of(version),
                row.getString(4),
                row.getString(5),
                Instant.parse(row.getString(6)),
                row.getString(7),
                row.getLong(8),
                Optional.ofNullable(row.getString(9)).map(Checksum::new),
                RevisionStatus.valueOf(row.getString(10).toUpperCase(Locale.ROOT)),
                new Progress(
                        Direction.valueOf(row.getString(11).toUpperCase(Locale.ROOT)),
                        row.getInt(12),
                        row.getInt(13),
                        row.getInt(14) != 0),
                Optional.ofNullable(row.getString(15)));
    }

    private String insertion(String values) {
        return "INSERT INTO " + table() + " (" + COLUMNS + ") VALUES ((SELECT coalesce(max(rank), 0) + 1 FROM "
                + table() + "), " + values + ")";
    }

    /**
     * Returns the statement that adds a row, as a text without parameters.
     *
     * @param revision the row; its rank and duration do not matter
     */
    String insertion(Revision revision, OneExchange exchange) {
        UnaryOperator<String> literal = exchange::literal;
        String instant = dialect.instantParameter()
                .replace("?", literal.apply(revision.appliedAt().toString()));
        return insertion(String.join(
                ", ",
                literal.apply(lower(revision.kind())),
                literal.apply(revision.version().text()),
                literal.apply(revision.name()),
                literal.apply(revision.description()),
                instant,
                literal.apply(revision.appliedBy()),
                exchange.elapsedMillis(),
                revision.checksum().map(Checksum::text).map(literal).orElse("NULL"),
                literal.apply(lower(revision.status())),
                literal.apply(lower(revision.progress().direction())),
                Integer.toString(revision.progress().done()),
                Integer.toString(revision.progress().total()),
                revision.progress().running() ? "1" : "0",
                revision.down().map(literal).orElse("NULL")));
    }

    /** Adds a row, and returns it with the rank that it was given; that of the argument does not matter. */
    public Revision insert(Connection connection, Revision revision) throws SQLException {
        String sql = insertion("?, ?, ?, ?, " + dialect.instantParameter() + ", ?, ?, ?, ?, ?, ?, ?, ?, ?")
                + " RETURNING rank";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, lower(revision.kind()));
            statement.setString(2, revision.version().text());
            statement.setString(3, revision.name());
            statement.setString(4, revision.description());
            bindState(statement, 5, revision);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return revision.withRank(row.getLong(1));
            }
        }
    }

    /**
     * Writes what has become of a row. Its kind, version, name and description stay as they are.
     *
     * @throws SQLException also when the row is not there any more
     */
    public void update(Connection connection, Revision revision) throws SQLException {
        String sql = "UPDATE " + table() + " SET applied_at = " + dialect.instantParameter()
                + ", applied_by = ?, duration_ms = ?, checksum = ?, status = ?, direction = ?, statements_done = ?,"
                + " statements_total = ?, statement_running = ?, down_script = ? WHERE rank = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int next = bindState(statement, 1, revision);
            statement.setLong(next, revision.rank());
            if (statement.executeUpdate() != 1) {
                throw new SQLException("the row of rank " + revision.rank() + " is gone from " + location);
            }
        }
    }

    private static int bindState(PreparedStatement statement, int from, Revision revision) throws SQLException {
        int at = from;
        statement.setString(at++, revision.appliedAt().toString());
        statement.setString(at++, revision.appliedBy());
        statement.setLong(at++, revision.durationMillis());
        statement.setString(at++, revision.checksum().map(Checksum::text).orElse(null));
        statement.setString(at++, lower(revision.status()));
        statement.setString(at++, lower(revision.progress().direction()));
        statement.setInt(at++, revision.progress().done());
        statement.setInt(at++, revision.progress().total());
        statement.setInt(at++, revision.progress().running() ? 1 : 0);
        statement.setString(at++, revision.down().orElse(null));
        return at;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private String table() {
        return dialect.qualified(location);
    }
}
