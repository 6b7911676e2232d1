// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.observe;

import dev.plumbline.plan.LockMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * What a transaction has locked so far, by the relations' numbers.
 *
 * @param transaction which one, as no other is called ({@code virtualtransaction})
 * @param newest the number of the transaction, or if it has none yet, one that no transaction before has
 * @param modes the strongest lock on each
 * @param scans how often each was read from end to end, as far as the session has not handed its counts over
 */
record HeldLocks(String transaction, String newest, Map<Long, LockMode> modes, Map<Long, Long> scans) {
    private static final String QUERY = "SELECT " + RelationQueries.NEWEST + ", l.relation, l.mode,"
            + " pg_catalog.pg_stat_get_xact_numscans(l.relation), l.virtualtransaction FROM (SELECT 1) one LEFT JOIN pg_catalog.pg_locks l"
            + " ON l.pid = pg_catalog.pg_backend_pid() AND l.locktype = 'relation' AND l.granted"
            // What a serializable transaction has read is noted there too; nobody waits for that.
            + " AND l.mode <> 'SIReadLock'";

    /** Reads them, in the transaction that is open. */
    static HeldLocks read(Connection connection) throws SQLException {
        String transaction = "";
        String newest = "";
        Map<Long, LockMode> strongest = new HashMap<>();
        Map<Long, Long> scans = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(QUERY);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                newest = rows.getString(1);
                String mode = rows.getString(3);
                if (mode != null) {
                    transaction = rows.getString(5);
                    strongest.merge(rows.getLong(2), LockMode.ofCatalogName(mode), LockMode::stronger);
                    scans.put(rows.getLong(2), rows.getLong(4));
                }
            }
        }
        return new HeldLocks(transaction, newest, strongest, scans);
    }
}
