// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.session;

import dev.plumbline.postgres.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Which replica is behind, as seen from its primary while a run writes.
 *
 * <p>The server's own measure, {@code replay_lag}, stands still while a replica replays nothing at all, as when a query there is in
 * the way: it is taken when a position is reported as replayed ({@code LagTrackerRead} in the server's {@code
 * walsender.c}). So it is also remembered here how far the primary had written at which time, and a replica that has not got
 * as far as that is behind. A role that may not see how far replicas are sees none. Not safe for use by several threads.
 */
final class ReplicaLag {
    /** How far the primary had written at a moment. */
    private record Mark(long nanos, String position) {}

    private final Deque<Mark> marks = new ArrayDeque<>();

    /** Returns the first replica that is further behind than that, as a clause; the longer this is asked, the more it knows. */
    Optional<String> behind(Connection connection, Duration allowed) throws SQLException {
        Optional<String> then = written(connection, allowed);
        double seconds = allowed.toMillis() / 1000.0;
        String sql = "SELECT 'replica ' || " + Standbys.NAME
                + " || ' is ' || CASE WHEN replay_lag > pg_catalog.make_interval(secs => " + seconds
                + ") THEN pg_catalog.round(extract(epoch FROM replay_lag)) || ' s' ELSE 'more than " + seconds
                + " s' END || ' behind' FROM pg_catalog.pg_stat_replication r"
                + " WHERE replay_lag > pg_catalog.make_interval(secs => " + seconds + ")"
                + then.map(position -> " OR replay_lsn < " + Sql.literal(position) + "::pg_catalog.pg_lsn")
                        .orElse("")
                + " ORDER BY replay_lag DESC NULLS LAST LIMIT 1";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    /** Notes how far the primary has written, and returns how far it had at that time before now; empty where that is not known. */
    private Optional<String> written(Connection connection, Duration ago) throws SQLException {
        long now = System.nanoTime();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_catalog.pg_current_wal_lsn()")) {
            if (row.next()) {
                marks.addLast(new Mark(now, row.getString(1)));
            }
        }
        Optional<String> then = Optional.empty();
        while (!marks.isEmpty() && now - marks.getFirst().nanos() >= ago.toNanos()) {
            then = Optional.of(marks.removeFirst().position());
        }
        // The last one that is old enough is the measure until another is.
        then.ifPresent(position -> marks.addFirst(new Mark(now - ago.toNanos(), position)));
        return then;
    }
}
