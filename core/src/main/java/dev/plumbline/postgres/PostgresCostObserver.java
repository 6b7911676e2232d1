// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.execute.SessionControl.CostObserver;
import dev.plumbline.plan.LockMode;
import dev.plumbline.plan.RelationLock;
import dev.plumbline.plan.StepCost;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Sees what statements do, from the server's own books: locks of the own backend in {@code pg_locks}, storage replaced
 * where {@code relfilenode} changed, tables read from end to end where {@code seq_scan} of the running transaction grew
 * (it grows on empty tables too). Outside a transaction the locks are gone by the time one could look.
 */
final class PostgresCostObserver implements CostObserver {
    private static final String RELATIONS =
            "FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE " + CatalogReading.USER_SCHEMA;

    private final Connection connection;
    private final Map<Long, Seen> before;
    private final Map<String, LockMode> locksBefore;

    private PostgresCostObserver(Connection connection, Map<Long, Seen> before, Map<String, LockMode> locksBefore) {
        this.connection = connection;
        this.before = before;
        this.locksBefore = locksBefore;
    }

    static PostgresCostObserver start(Connection connection) throws SQLException {
        return new PostgresCostObserver(connection, relations(connection), locks(connection));
    }

    @Override
    public StepCost finish() throws SQLException {
        Map<Long, Seen> after = relations(connection);
        SortedSet<String> rewrites = new TreeSet<>();
        SortedSet<String> scans = new TreeSet<>();
        before.forEach((oid, was) -> {
            Seen is = after.get(oid);
            if (is != null && is.table && is.file != was.file) {
                rewrites.add(is.name);
            } else if (is != null && is.table && is.scans > was.scans) {
                scans.add(is.name);
            }
        });
        Set<String> known = before.values().stream().map(seen -> seen.name).collect(Collectors.toSet());
        List<RelationLock> locks = new ArrayList<>();
        locks(connection).forEach((relation, mode) -> {
            LockMode held = locksBefore.get(relation);
            boolean taken = held == null || held.compareTo(mode) < 0;
            // A lock that an earlier step of the transaction took counts where this step works under it.
            boolean used = rewrites.contains(relation) || scans.contains(relation);
            if (known.contains(relation) && (taken || used)) {
                locks.add(new RelationLock(relation, mode));
            }
        });
        locks.sort(Comparator.comparing(RelationLock::mode).reversed().thenComparing(RelationLock::relation));
        return new StepCost(locks, List.copyOf(rewrites), List.copyOf(scans));
    }

    private static Map<Long, Seen> relations(Connection connection) throws SQLException {
        Map<Long, Seen> relations = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT c.oid, n.nspname || '.' || c.relname AS name, c.relfilenode, c.relkind IN ('r', 'p', 'm')"
                                + " AS istable, COALESCE(pg_stat_get_xact_numscans(c.oid), 0) AS scans " + RELATIONS
                                + " AND c.relkind IN ('r', 'p', 'm', 'i', 'I', 'v', 'S')")) {
            while (rows.next()) {
                relations.put(
                        rows.getLong("oid"),
                        new Seen(
                                rows.getString("name"),
                                rows.getLong("relfilenode"),
                                rows.getBoolean("istable"),
                                rows.getLong("scans")));
            }
        }
        return relations;
    }

    private static SortedMap<String, LockMode> locks(Connection connection) throws SQLException {
        SortedMap<String, LockMode> strongest = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT n.nspname || '.' || c.relname AS name, l.mode"
                        + " FROM pg_locks l JOIN pg_class c ON c.oid = l.relation"
                        + " JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE c.relkind IN ('r', 'p', 'm', 'v') AND l.pid = pg_backend_pid() AND l.locktype = 'relation' AND l.granted AND "
                        + CatalogReading.USER_SCHEMA)) {
            while (rows.next()) {
                LockMode mode = LockMode.ofCatalogName(rows.getString("mode"));
                if (mode != LockMode.ACCESS_SHARE) {
                    strongest.merge(
                            rows.getString("name"), mode, (one, other) -> one.compareTo(other) > 0 ? one : other);
                }
            }
        }
        return strongest;
    }

    private record Seen(String name, long file, boolean table, long scans) {}
}
