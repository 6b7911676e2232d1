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
 * for by the next; one that finds another holder is the last.
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

    HeldLease(LeaseTable table, Lease lease, Connection own, Supplier<Connection> connections) {
        this.table = table;
        this.lease = lease;
        this.own = own;
        this.connections = connections;
        Thread.ofPlatform().daemon().name("plumbline-lease").start(this::beat);
    }

    private void beat() {
        turn.lock();
        try {
            while (!lost && !closed) {
                // A signal without cause only makes for an early beat.
                boolean ended = closing.await(Lease.HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS) && closed;
                if (!ended && !closed) {
                    renew();
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
        if (lost || !table.confirm(connection, lease)) {
            lost = true;
            throw LockPolling.lost("it gave no sign of life for more than " + Lease.LIFETIME.toSeconds()
                    + " seconds, and another run has taken it over");
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
