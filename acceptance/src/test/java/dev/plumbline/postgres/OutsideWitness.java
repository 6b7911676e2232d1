// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.postgres.observe.GateKeeper;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.ServerMessage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Looks on while a statement that stands outside transactions works on rows, among applications that have written to every
 * table, or keep others from it, and end one after the other: whatever the statement has or wants to have, at any time, is noted by
 * a session beside it. The locks of indexes are not noted: some are held for less time than it takes to look.
 */
final class OutsideWitness {
    /** What writes a table is in the way of all but SHARE UPDATE EXCLUSIVE; what keeps others from writing it, of that. */
    private static final String APPLICATION = """
            DO $$ DECLARE t text; mode text; BEGIN
                FOR t IN SELECT oid::regclass::text FROM pg_class
                         WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') LOOP
                    FOREACH mode IN ARRAY ARRAY[:modes] LOOP
                        BEGIN
                            EXECUTE 'LOCK TABLE ONLY ' || t || ' IN ' || mode || ' MODE NOWAIT';
                            EXIT;
                        EXCEPTION WHEN lock_not_available OR undefined_table THEN NULL;
                        END;
                    END LOOP;
                END LOOP;
            END $$
            """;

    private final DatabaseUrl url;

    OutsideWitness(DatabaseUrl url) {
        this.url = url;
    }

    /** Returns the strongest lock on each table, in the words of a row; what the statement did stays done. */
    String locks(MatrixStatement statement) throws SQLException, InterruptedException {
        Map<String, String> names = new TreeMap<>();
        Map<String, Integer> strongest = new TreeMap<>();
        try (Connection worker = url.open();
                Connection onlooker = url.open();
                Connection first = application();
                Connection second = application()) {
            MatrixTrace.prepare(worker);
            MatrixTrace.execute(worker, "SET vacuum_cost_delay = '20ms'; SET vacuum_cost_limit = 1");
            int backend = GateKeeper.process(worker);
            FutureTask<String> work = new FutureTask<>(() -> {
                try {
                    MatrixTrace.execute(worker, statement.sql());
                    return "";
                } catch (SQLException e) {
                    return ServerMessage.of(e).text();
                }
            });
            String application = APPLICATION.replace(
                    ":modes",
                    statement.sql().contains(" CONCURRENTLY ") ? "'SHARE', 'ROW EXCLUSIVE'" : "'ROW EXCLUSIVE'");
            Connection working = first;
            Connection resting = second;
            MatrixTrace.execute(first, application);
            Thread.ofPlatform().start(work);
            while (!work.isDone()) {
                if (look(onlooker, backend, names, strongest)) {
                    MatrixTrace.execute(resting, application);
                    working.rollback();
                    Connection next = resting;
                    resting = working;
                    working = next;
                }
            }
            String refusal = work.get();
            return refusal.isEmpty() ? MatrixRow.locks(names) : refusal;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection application() throws SQLException {
        Connection connection = url.open();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return connection;
    }

    /** Returns whether the statement is waiting. */
    private static boolean look(
            Connection onlooker, int backend, Map<String, String> names, Map<String, Integer> strongest)
            throws SQLException {
        boolean waiting = false;
        try (Statement statement = onlooker.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT c.relname, upper(btrim(regexp_replace(replace(l.mode, 'Lock', ''), '([A-Z])', ' \\1', 'g'))),
                               array_position(ARRAY['RowShareLock', 'RowExclusiveLock', 'ShareUpdateExclusiveLock',
                                   'ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock'], l.mode),
                               NOT l.granted
                        FROM pg_locks l LEFT JOIN pg_class c ON c.oid = l.relation AND l.locktype = 'relation'
                            AND c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'm')
                        WHERE l.pid = %d
                        """.formatted(backend))) {
            while (rows.next()) {
                waiting |= rows.getBoolean(4);
                String name = rows.getString(1);
                int strength = rows.getInt(3);
                if (name != null && strength > strongest.getOrDefault(name, 0)) {
                    strongest.put(name, strength);
                    names.put(name, rows.getString(2));
                }
            }
        }
        return waiting;
    }
}
