// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.observe;

import dev.plumbline.plan.LockMode;
import dev.plumbline.source.ServerMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Leads a statement that stands outside transactions through its lock requests one by one, so that none passes unseen. On an
 * empty table it is over in a millisecond, and what a second session sees of it by looking would be chance.
 *
 * <p>Two sessions take turns. The first holds locks on all relations that the statement may touch before it begins, so that it
 * must wait, at its first strong lock or where it waits for the end of other transactions ({@code WaitForLockers} in the
 * server's {@code lmgr.c}). While it waits, what it holds and wants stands in {@code pg_locks}; then the second session takes
 * what can be had, the first lets go, and the statement comes as far as the second lets it. Neither of the two waits for
 * anything but a moment, so that no deadlock lasts, and every turn brings the statement further, so that there is an end.
 */
final class StatementGate implements AutoCloseable {
    private static final long PAUSE_NANOS = 500_000;

    private final Thread thread;
    private final AtomicBoolean over = new AtomicBoolean();
    private final Map<Long, LockMode> strongest = new HashMap<>();
    private final List<GateRelations.Relation> relations;
    private final List<LockMode> modes;
    private final GateKeepers keepers;
    private final GateKeeper first;
    private final GateKeeper second;

    @Nullable
    private volatile String trouble;

    private StatementGate(
            GateKeepers keepers,
            GateKeeper first,
            GateKeeper second,
            List<GateRelations.Relation> relations,
            List<LockMode> modes) {
        this.keepers = keepers;
        this.first = first;
        this.second = second;
        this.relations = relations;
        this.modes = modes;
        this.thread = Thread.ofPlatform().daemon().name("plumbline-gate").unstarted(this::keep);
    }

    /**
     * Returns a gate that is closed already.
     *
     * @param keepers of the session that will run the statement
     * @param further opens further connections to its database
     * @param modes the locks to hold, strongest first
     */
    static StatementGate before(
            GateKeepers keepers,
            Supplier<Connection> further,
            List<GateRelations.Relation> relations,
            List<LockMode> modes)
            throws SQLException {
        List<GateKeeper> called = new ArrayList<>();
        boolean whole = false;
        try {
            called.add(keepers.call(further));
            called.add(keepers.call(further));
            StatementGate gate = new StatementGate(keepers, called.getFirst(), called.getLast(), relations, modes);
            gate.first.take(relations, modes);
            gate.thread.start();
            whole = true;
            return gate;
        } finally {
            if (!whole) {
                called.forEach(GateKeeper::end);
            }
        }
    }

    private void keep() {
        boolean ended = false;
        try {
            takeTurns(first, second);
            first.release();
            second.release();
            keepers.dismiss(first);
            keepers.dismiss(second);
            ended = true;
        } catch (SQLException e) {
            trouble = ServerMessage.of(e).text();
        } finally {
            // The statement must not wait for sessions that nobody leads any more.
            if (!ended) {
                first.end();
                second.end();
            }
        }
    }

    private void takeTurns(GateKeeper one, GateKeeper other) throws SQLException {
        GateKeeper active = one;
        GateKeeper idle = other;
        while (!over.get()) {
            // What is seen between two stops is chance; at a stop it stays as it is.
            if (active.look(new HashMap<>())) {
                active.look(strongest);
                idle.take(relations, modes);
                active.release();
                GateKeeper next = idle;
                idle = active;
                active = next;
            } else {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** Opens the gate and returns the strongest lock on each relation, by its object identifier. */
    Map<Long, LockMode> locks() {
        close();
        return strongest;
    }

    /** Returns what kept it from seeing everything, if anything did. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Opens the gate; waits until its sessions have ended. */
    @Override
    public void close() {
        over.set(true);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
