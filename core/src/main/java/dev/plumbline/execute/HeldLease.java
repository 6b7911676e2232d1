// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.error.PlumblineException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A lease with its heartbeat: a daemon thread that renews it over a connection of its own. A beat that fails is made up
 * for by the next; one that finds another holder is the last. None is needed while the holder's own transactions renew the
 * lease and are committed: thousands of short ones in a SQLite file would stand in its way, and it in theirs.
 */
final class HeldLease implements MigrationLocks.Held {
    private final LeaseTable table;
    private final Lease lease;
    private final Supplier<Connection> connections;
    private final ReentrantLock turn = new ReentrantLock();
    private final Condition closing = turn.newCondition();
    private Connection own;
    private boolean closed;
    private volatile boolean lost;

    /** The {@link System#nanoTime} just before the holder last confirmed the lease; used by its thread alone. */
    private long confirmed;

    /** The {@link System#nanoTime} of the last renewal that a transaction of the holder has committed. */
    private volatile long renewed;

    HeldLease(LeaseTable table, Lease lease, Connection own, Supplier<Connection> connections) {
        this.table = table;
        this.lease = lease;
        this.own = own;
        this.connections = connections;
        this.confirmed = System.nanoTime();
        this.renewed = confirmed;
        Thread.ofPlatform().daemon().name("plumbline-lease").start(this::beat);
    }

    private void beat() {
        turn.lock();
        try {
            long last = renewed;
            while (!lost && !closed) {
                long now = System.nanoTime();
                long since = Math.min(now - last, now - renewed);
                if (since < Lease.HEARTBEAT.toNanos()) {
                    // Whatever wakes it, it looks what the time is.
                    closing.await(Lease.HEARTBEAT.toNanos() - since, TimeUnit.NANOSECONDS);
                } else {
                    renew();
                    last = System.nanoTime();
                }
            }
        } catch (InterruptedException e) {
            // Nobody interrupts it but the end of the process.
            Thread.currentThread().interrupt();
        } finally {
            turn.unlock();
        }
    }

    private void renew() {
        try {
            lost = !table.renew(own, lease);
        } catch (SQLException e) {
            if (!table.isBusy(e)) {
                reconnect();
            }
        }
    }

    private void reconnect() {
        closeOwn();
        try {
            own = connections.get();
            own.setAutoCommit(true);
            lost = !table.renew(own, lease);
        } catch (SQLException | PlumblineException e) {
            // The database is away. The next beat tries again; if that comes too late, require says so.
        }
    }

    @Override
    public void require(Connection connection) throws SQLException {
        confirmed = System.nanoTime();
        if (lost || !table.confirm(connection, lease)) {
            lost = true;
            throw LockPolling.lost("it gave no sign of life for more than " + Lease.LIFETIME.toSeconds()
                    + " seconds, and another run has taken it over");
        }
    }

    @Override
    public void committed() {
        if (table.renewsByConfirming()) {
            renewed = confirmed;
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            if (!closed) {
                closed = true;
                closing.signalAll();
                table.release(own, lease);
            }
        } catch (SQLException e) {
            // It expires by itself.
        } finally {
            closeOwn();
            turn.unlock();
        }
    }

    private void closeOwn() {
        try {
            own.close();
        } catch (SQLException e) {
            // It is gone already.
        }
    }
}
