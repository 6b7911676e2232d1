// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.session;

import dev.plumbline.execute.Blocker;
import dev.plumbline.postgres.sql.ShownStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Reads other sessions out of {@code pg_stat_activity}, which shows little of those that the role may not see. */
final class BlockerReader {
    /** The columns that {@link #read} takes, of the view under the name {@code a}. */
    static final String COLUMNS = "a.usename, pg_catalog.left(nullif(a.application_name, ''), 60) AS application,"
            + " a.state LIKE 'idle in transaction%' AS idle,"
            + " extract(epoch FROM pg_catalog.clock_timestamp() - a.xact_start) AS transaction_age,"
            + " extract(epoch FROM pg_catalog.clock_timestamp() - a.state_change) AS state_age,"
            + " CASE WHEN a.state IS NOT NULL THEN pg_catalog.left(a.query, 1000) END AS query";

    private BlockerReader() {}

    /** Returns the session of a row that has its number under the name {@code pid}. */
    static Blocker read(ResultSet row) throws SQLException {
        Optional<Duration> inState = seconds(row, "state_age");
        return new Blocker(
                row.getInt("pid"),
                Optional.ofNullable(row.getString("usename")),
                Optional.ofNullable(row.getString("application")).map(name -> name.replaceAll("\\p{Cntrl}", " ")),
                seconds(row, "transaction_age"),
                row.getBoolean("idle") ? inState : Optional.empty(),
                Optional.ofNullable(row.getString("query"))
                        .map(ShownStatement::of)
                        .filter(sql -> !sql.isEmpty()));
    }

    private static Optional<Duration> seconds(ResultSet row, String column) throws SQLException {
        double seconds = row.getDouble(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Duration.ofMillis(Math.max(0, (long) (seconds * 1000))));
    }
}
