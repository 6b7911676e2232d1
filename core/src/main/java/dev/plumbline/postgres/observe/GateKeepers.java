// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.observe;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * The sessions that keep the statements of one session waiting. To open two for every statement would take the server longer than most
 * statements do.
 */
public final class GateKeepers implements AutoCloseable {
    private final Connection watched;
    private final Deque<GateKeeper> idle = new ArrayDeque<>();
    private boolean open = true;

    /** Creates an empty lodge. */
    public GateKeepers(Connection watched) {
        this.watched = watched;
    }

    /**
     * Returns one that is not at work.
     *
     * @param further opens further connections to the database
     */
    GateKeeper call(Supplier<Connection> further) throws SQLException {
        GateKeeper ready;
        synchronized (idle) {
            ready = idle.poll();
        }
        return ready == null ? GateKeeper.of(further.get(), GateKeeper.process(watched)) : ready;
    }

    /** Takes one back that has let go of everything. */
    void dismiss(GateKeeper keeper) throws SQLException {
        synchronized (idle) {
            if (open) {
                idle.add(keeper);
                return;
            }
        }
        keeper.close();
    }

    /** Closes their sessions; one that is still at work is closed when it has done. */
    @Override
    public void close() throws SQLException {
        synchronized (idle) {
            open = false;
            while (!idle.isEmpty()) {
                idle.remove().close();
            }
        }
    }
}
