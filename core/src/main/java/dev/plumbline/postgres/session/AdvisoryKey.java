// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.session;

import dev.plumbline.execute.LockName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The keys of a migration lock among the advisory locks of a database. All are 64-bit keys except those that stand for
 * one run, which are pairs of 32 bits, and never meet them (PostgreSQL documentation, "Advisory Lock Functions").
 *
 * @param run held exclusively by the session of the lock, which does nothing else
 */
record AdvisoryKey(long run) {
    /** The same for all versions of Plumbline: the letters of its name. */
    private static final long DEFAULT = 0x706c756d626cL;

    static AdvisoryKey of(LockName name) {
        if (name.equals(LockName.DEFAULT)) {
            return new AdvisoryKey(DEFAULT);
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("plumbline " + name.text()).getBytes(StandardCharsets.UTF_8));
            return new AdvisoryKey(ByteBuffer.wrap(hash).getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Held in shared mode by every transaction of the run, which may outlive the session of the lock. */
    long transactions() {
        return run + 1;
    }

    /** The first half of the pairs, each held exclusively by the session of the lock for one run alone. */
    int runs() {
        return Long.hashCode(run);
    }

    /** Returns the condition that a row of {@code pg_locks l} is the lock or a transaction of its run. */
    String matches() {
        return "(" + matches(run >>> 32, run, 1) + " OR " + matches(transactions() >>> 32, transactions(), 1) + ")";
    }

    /** Returns the condition that a row of {@code pg_locks l} stands for a run. */
    String matchesRuns() {
        return matches(runs(), "true", 2);
    }

    /** There the halves of a key stand as two unsigned numbers (PostgreSQL documentation, "pg_locks"). */
    private static String matches(long upper, long lower, int form) {
        return matches(upper, "l.objid::pg_catalog.int8 = " + (lower & 0xffffffffL), form);
    }

    private static String matches(long upper, String lower, int form) {
        return "l.locktype = 'advisory' AND l.granted AND l.objsubid = " + form
                + " AND l.classid::pg_catalog.int8 = " + (upper & 0xffffffffL) + " AND " + lower
                + " AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d"
                + " WHERE d.datname = pg_catalog.current_database())";
    }
}
