// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.session;

import dev.plumbline.plan.LockMode;
import dev.plumbline.plan.RelationLock;
import dev.plumbline.plan.Step;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Standbys on which steps are felt: an ACCESS EXCLUSIVE lock is taken there too, and held until the commit is replayed (PostgreSQL
 * documentation, "Hot Standby", "Handling Query Conflicts"). No other lock is.
 */
final class Standbys {
    /** More than so many places are counted. */
    private static final int NAMED = 3;

    /** What a row {@code r} of {@code pg_stat_replication} is called: how it calls itself, or where it is. */
    static final String NAME =
            "coalesce(nullif(r.application_name, ''), pg_catalog.host(r.client_addr), 'process ' || r.pid)";

    /** Whoever only receives files, or changes row by row, has no queries that wait. */
    private static final String QUERY = "SELECT " + NAME + """
             AS standby
            FROM pg_catalog.pg_stat_replication r
            LEFT JOIN pg_catalog.pg_replication_slots s ON s.active_pid = r.pid
            WHERE s.slot_type IS DISTINCT FROM 'logical' AND r.application_name IS DISTINCT FROM 'pg_receivewal'
                  AND (r.state IS NULL OR r.state IN ('streaming', 'catchup'))
            ORDER BY standby, r.pid""";

    private Standbys() {}

    /** Returns what they will notice, as a sentence; empty where there are none, or no step takes such a lock. */
    static Optional<String> affected(Connection connection, List<Step> steps) throws SQLException {
        List<String> places = new ArrayList<>();
        for (Step step : steps) {
            step.cost().map(cost -> cost.locks()).orElse(List.of()).stream()
                    .filter(lock -> lock.mode() == LockMode.ACCESS_EXCLUSIVE)
                    .map(RelationLock::relation)
                    .forEach(relation -> places.add("step " + step.number() + " on " + relation));
        }
        if (places.isEmpty()) {
            return Optional.empty();
        }
        List<String> standbys = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(QUERY)) {
            while (rows.next()) {
                standbys.add(rows.getString("standby"));
            }
        }
        if (standbys.isEmpty()) {
            return Optional.empty();
        }
        String who = standbys.size() == 1
                ? "The standby " + standbys.getFirst() + " takes"
                : "The standbys " + String.join(", ", standbys) + " take";
        String more = places.size() > NAMED ? " and " + (places.size() - NAMED) + " more" : "";
        return Optional.of(who + " the ACCESS EXCLUSIVE locks too, of "
                + places.stream().limit(NAMED).collect(Collectors.joining(", ")) + more
                + ": who reads there waits for the commit, and a query that is reading then holds the replay up or is ended"
                + " (max_standby_streaming_delay there).");
    }
}
