// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.session;

import dev.plumbline.execute.Blocker;
import dev.plumbline.plan.LockMode;
import dev.plumbline.plan.RelationLock;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.TransactionMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sessions that steps will wait for if they stay as they are: transactions that have been open for long and hold a lock
 * that a step needs, or whose snapshot a concurrent build waits for; prepared transactions; and the one kind of
 * autovacuum that does not give way, which prevents the wraparound of transaction numbers (PostgreSQL documentation,
 * "Routine Vacuuming", "The Autovacuum Daemon").
 */
final class Obstacles {
    /** What is open for less is over before a step would ask. */
    private static final int LONG_SECONDS = 10;

    private static final String OTHERS = " LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid";

    private static final String STAYS =
            " (a.backend_type = 'autovacuum worker' AND a.query LIKE '%(to prevent wraparound)'"
                    + " OR a.backend_type IS DISTINCT FROM 'autovacuum worker'"
                    + " AND a.xact_start < pg_catalog.clock_timestamp() - pg_catalog.make_interval(secs => "
                    + LONG_SECONDS + "))";

    private static final String HOLDERS =
            "SELECT coalesce(l.pid, 0) AS pid, l.mode, n.nspname || '.' || c.relname AS relation, "
                    + BlockerReader.COLUMNS
                    + " FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_class c ON c.oid = l.relation"
                    + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace" + OTHERS
                    + " WHERE l.granted AND l.locktype = 'relation' AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d"
                    + " WHERE d.datname = pg_catalog.current_database())"
                    + " AND n.nspname || '.' || c.relname = ANY (?) AND l.pid IS DISTINCT FROM pg_catalog.pg_backend_pid()"
                    + " AND (l.pid IS NULL OR" + STAYS + ") ORDER BY a.xact_start NULLS FIRST, l.pid, relation";

    private static final String SNAPSHOTS = "SELECT a.pid, " + BlockerReader.COLUMNS
            + " FROM pg_catalog.pg_stat_activity a WHERE a.datname = pg_catalog.current_database()"
            + " AND a.pid <> pg_catalog.pg_backend_pid() AND a.backend_type = 'client backend' AND" + STAYS
            + " ORDER BY a.xact_start, a.pid";

    private final List<Step> steps;

    Obstacles(List<Step> steps) {
        this.steps = steps;
    }

    /** Returns a sentence for each session, those that have been there for longest first, and one for all standbys. */
    List<String> find(Connection connection) throws SQLException {
        Map<Integer, String> found = new LinkedHashMap<>();
        holders(connection, found);
        Optional<Step> concurrent = steps.stream()
                .filter(step -> step.mode() == TransactionMode.OUTSIDE)
                .filter(step -> step.statements().stream().anyMatch(sql -> sql.contains(" CONCURRENTLY ")))
                .findFirst();
        if (concurrent.isPresent()) {
            snapshots(connection, concurrent.get(), found);
        }
        List<String> sentences = new ArrayList<>(found.values());
        Standbys.affected(connection, steps).ifPresent(sentences::add);
        return sentences;
    }

    private void holders(Connection connection, Map<Integer, String> found) throws SQLException {
        String[] relations = steps.stream()
                .flatMap(step -> step.cost().stream())
                .flatMap(cost -> cost.locks().stream())
                .map(RelationLock::relation)
                .distinct()
                .toArray(String[]::new);
        if (relations.length == 0) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(HOLDERS)) {
            statement.setArray(1, connection.createArrayOf("text", relations));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    RelationLock held = new RelationLock(
                            rows.getString("relation"), LockMode.ofCatalogName(rows.getString("mode")));
                    Blocker blocker = BlockerReader.read(rows);
                    wanting(held).ifPresent(words -> note(found, blocker, words));
                }
            }
        }
    }

    private Optional<String> wanting(RelationLock held) {
        for (Step step : steps) {
            for (RelationLock lock : step.cost().map(cost -> cost.locks()).orElse(List.of())) {
                if (lock.relation().equals(held.relation()) && lock.mode().conflictsWith(held.mode())) {
                    return Optional.of("holds " + held.mode().words() + " on " + held.relation() + ", of which step "
                            + step.number() + " wants " + lock.mode().words());
                }
            }
        }
        return Optional.empty();
    }

    private static void snapshots(Connection connection, Step step, Map<Integer, String> found) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SNAPSHOTS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Blocker blocker = BlockerReader.read(rows);
                note(found, blocker, "step " + step.number() + ", which is concurrent, waits until it has ended");
            }
        }
    }

    /** A session is told of once, for the first thing that it is in the way of. */
    private static void note(Map<Integer, String> found, Blocker blocker, String why) {
        String who = blocker.description();
        found.putIfAbsent(
                blocker.session(), Character.toUpperCase(who.charAt(0)) + who.substring(1) + ": " + why + ".");
    }
}
