// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The table {@code plumbline_lease} of one database, one row a lock: {@code name}, {@code owner}, {@code fence}, {@code
 * holder}, {@code acquired_at}, {@code expires_at}. Times are of the database's clock. A row stays when its lease is
 * given back, so that its fence only grows.
 */
public interface LeaseTable {
    /** Finds the table of a database. */
    @FunctionalInterface
    interface Finder {
        /**
         * Makes a connection ready for nothing but leases, and the table where it is missing.
         *
         * @return the table, or empty where the database belongs to this process alone
         * @throws dev.plumbline.error.PlumblineException with {@code LOCK_NOT_AVAILABLE} when the table is missing and
         *     cannot be made
         */
        Optional<LeaseTable> open(Connection own) throws SQLException;
    }

    /** Takes a lease that is free or has expired, unless its holder has a transaction open; never waits for one. */
    Optional<Lease> take(Connection own, Lease claim) throws SQLException;

    /** Renews a lease, and returns whether it is still the caller's. */
    boolean renew(Connection own, Lease lease) throws SQLException;

    /**
     * Returns whether the lease is still the caller's. Within a transaction nobody else can take it from then until
     * that transaction ends, and it has not expired at that moment.
     */
    boolean confirm(Connection migration, Lease lease) throws SQLException;

    /** Returns whether {@link #confirm} also renews the lease, from the moment at which the transaction is committed. */
    default boolean renewsByConfirming() {
        return false;
    }

    /** Gives the lease back, if it is still the caller's. */
    void release(Connection own, Lease lease) throws SQLException;

    /** Returns who has the lease and since when, for people; empty when it is free. */
    Optional<String> holder(Connection own, String name) throws SQLException;

    /** Returns whether a statement failed only because somebody else was writing. */
    boolean isBusy(SQLException error);
}
