// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.execute.LockName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The keys of a migration lock among the advisory locks of a database: one for the run that has it, held by a session
 * that does nothing else, and the next for the transactions of that run.
 *
 * @param run held exclusively by the session of the lock
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

    /** Held in shared mode by every transaction of the run, so that it outlasts neither the lock nor the transaction. */
    long transactions() {
        return run + 1;
    }

    /**
     * Returns the condition that a row of {@code pg_locks l} is a lock of that key in this database. There a 64-bit key
     * stands as two halves, with {@code objsubid} 1 (PostgreSQL documentation, "pg_locks").
     */
    static String matches(long key) {
        return "l.locktype = 'advisory' AND l.granted AND l.objsubid = 1"
                + " AND (l.classid::pg_catalog.int8 << 32 | l.objid::pg_catalog.int8) = " + key
                + " AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d"
                + " WHERE d.datname = pg_catalog.current_database())";
    }
}
