// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.source.ServerMessage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Looks on while statements of the matrix work on rows, by means of its own: the locks are those that another session sees
 * before the statement's transaction ends, a table is scanned when as many rows as it has were returned to the statement, and
 * storage is the file's name. Nothing here is used by the product.
 */
final class MatrixWitness {
    private static final String FILES = """
            SELECT relname, pg_relation_filepath(oid) FROM pg_class
            WHERE relnamespace = 'public'::regnamespace AND relkind::text = ANY ('{%s}')
            """;

    private static final String READ = """
            SELECT relname, COALESCE(pg_stat_get_xact_tuples_returned(oid), 0) FROM pg_class
            WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'm')
            """;

    private static final String ROWS = """
            SELECT relname, reltuples::bigint FROM pg_class
            WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'm') AND reltuples > 0
            """;

    private final Connection connection;
    private final Connection onlooker;
    private final int backend;
    private final Map<String, String> rows;

    private MatrixWitness(Connection connection, Connection onlooker, int backend, Map<String, String> rows) {
        this.connection = connection;
        this.onlooker = onlooker;
        this.backend = backend;
        this.rows = rows;
    }

    /** Returns one whose statements work in one connection, and which looks on from another; both stay the caller's. */
    static MatrixWitness of(Connection connection, Connection onlooker) throws SQLException {
        MatrixTrace.prepare(connection);
        int backend = Integer.parseInt(
                pairs(connection, "SELECT 'pid', pg_backend_pid()").get("pid"));
        return new MatrixWitness(connection, onlooker, backend, pairs(onlooker, ROWS));
    }

    /** Returns what was seen; the database is as before. */
    MatrixRow inTransaction(MatrixStatement statement) throws SQLException {
        connection.setAutoCommit(false);
        try {
            MatrixTrace.set(connection, statement);
            Map<String, String> tables = pairs(connection, FILES.formatted("r,m"));
            Map<String, String> indexes = pairs(connection, FILES.formatted("i"));
            Map<String, String> read = pairs(connection, READ);
            MatrixTrace.execute(connection, statement.sql());
            Map<String, String> locks = locks();
            List<String> rewritten = changed(tables, pairs(connection, FILES.formatted("r,m")));
            Map<String, String> readNow = pairs(connection, READ);
            List<String> scanned = rows.keySet().stream()
                    .filter(table -> !rewritten.contains(table))
                    .filter(table -> number(readNow, table) - number(read, table) >= number(rows, table))
                    .toList();
            return new MatrixRow(
                    MatrixRow.locks(locks),
                    String.join(", ", rewritten),
                    String.join(", ", changed(indexes, pairs(connection, FILES.formatted("i")))),
                    String.join(", ", scanned),
                    "");
        } catch (SQLException e) {
            return MatrixRow.refused(ServerMessage.of(e).text());
        } finally {
            connection.rollback();
        }
    }

    /** Returns the locks of the working session, by the names from before its statement, as the other sees them. */
    private Map<String, String> locks() throws SQLException {
        return pairs(onlooker, """
            WITH held AS (
                SELECT c.oid, c.relname, c.relkind, x.indrelid, l.mode,
                       array_position(ARRAY['AccessShareLock', 'RowShareLock', 'RowExclusiveLock',
                           'ShareUpdateExclusiveLock', 'ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock',
                           'AccessExclusiveLock'], l.mode) AS strength
                FROM pg_locks l JOIN pg_class c ON c.oid = l.relation LEFT JOIN pg_index x ON x.indexrelid = c.oid
                WHERE l.pid = %d AND l.locktype = 'relation' AND c.relnamespace = 'public'::regnamespace)
            SELECT DISTINCT ON (relname) relname,
                   upper(btrim(regexp_replace(replace(mode, 'Lock', ''), '([A-Z])', ' \\1', 'g')))
            FROM held AS one
            WHERE relkind IN ('r', 'p', 'm', 'v', 'f') AND strength > 1 OR relkind = 'S' AND strength > 4
               OR relkind IN ('i', 'I') AND strength > 1
                  AND strength > COALESCE((SELECT max(strength) FROM held AS its WHERE its.oid = one.indrelid), 1)
            ORDER BY relname, strength DESC
            """.formatted(backend));
    }

    private static long number(Map<String, String> numbers, String name) {
        return Long.parseLong(numbers.getOrDefault(name, "0"));
    }

    private static List<String> changed(Map<String, String> before, Map<String, String> after) {
        return before.entrySet().stream()
                .filter(entry ->
                        !after.getOrDefault(entry.getKey(), entry.getValue()).equals(entry.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.toList());
    }

    private static Map<String, String> pairs(Connection connection, String query) throws SQLException {
        Map<String, String> pairs = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                pairs.put(found.getString(1), found.getString(2));
            }
        }
        return pairs;
    }
}
