// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepCost;
import dev.plumbline.plan.Timeouts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;

/** What an engine's session needs around the steps of a plan. */
public interface SessionControl {
    /** Prepares a connection once, before the first step: search path, checks of function bodies, and the like. */
    void prepare(Connection connection) throws SQLException;

    /** Begins a transaction. SQLite switches foreign keys off before it. */
    void begin(Connection connection) throws SQLException;

    /**
     * Begins a transaction of which is known what is run in it, besides what Plumbline reads, and writes to its own tables. Where
     * none of that can do any harm, {@link #commit} need not look for it.
     *
     * @param statements all that may be run in it, in their order; some of them may be left out
     */
    default void begin(Connection connection, List<String> statements) throws SQLException {
        begin(connection);
    }

    /**
     * Begins a transaction.
     *
     * @param statements all that may be run in it; empty where nobody knows
     */
    default void begin(Connection connection, Optional<List<String>> statements) throws SQLException {
        if (statements.isPresent()) {
            begin(connection, statements.get());
        } else {
            begin(connection);
        }
    }

    /**
     * Looks at the steps that are about to be run in the transaction that has begun.
     *
     * @throws dev.plumbline.error.PlumblineException with {@code UNSUPPORTED} when this session could not carry them out
     *     without losing rows that no step declares
     */
    default void check(Connection connection, List<Step> group) throws SQLException {}

    /**
     * Returns whether the statements of a transaction are better sent together than one by one: where each exchange takes
     * time that others have to wait.
     */
    default boolean sendsTogether() {
        return false;
    }

    /**
     * Commits the transaction, after the engine's own last checks. Where the connection ends meanwhile, {@link CommitOutcome}
     * recognises the error.
     *
     * @throws java.sql.SQLTransactionRollbackException when it was rolled back and must be run once more, at once
     */
    void commit(Connection connection) throws SQLException;

    /** Rolls the transaction back and leaves the session as before it; never throws for a lost connection. */
    void rollback(Connection connection) throws SQLException;

    /** Sets the timeouts that hold for the statements that follow. */
    void timeouts(Connection connection, Timeouts timeouts) throws SQLException;

    /** Returns whether the statement failed only because another session held a lock, so that a retry may succeed. */
    boolean isLockConflict(SQLException error);

    /**
     * Removes what a step that runs outside transactions left half-done when it failed or was killed, such as an invalid
     * index, so that it can be run again. Does nothing when there is nothing.
     */
    void cleanUpAfter(Connection connection, Step step) throws SQLException;

    /**
     * Brings a step that runs outside transactions to its end, where an earlier run has begun it and it can only go forward.
     *
     * @return whether it is at its end, so that it must not be run
     */
    default boolean isFinished(Connection connection, Step step) throws SQLException {
        return false;
    }

    /**
     * Returns an observer of what statements do, from now until {@link CostObserver#finish}. In a transaction it must be
     * finished before the commit.
     */
    CostObserver observe(Connection connection) throws SQLException;

    /**
     * Returns an observer of one statement that stands outside transactions and is about to be run, on another thread's
     * connections where the engine needs them. It must be closed, also when the statement fails.
     *
     * @param connection in auto-commit; runs the statement
     * @param sql the statement
     * @param further opens further connections to the same database
     */
    default CostObserver observeOutside(Connection connection, String sql, Supplier<Connection> further)
            throws SQLException {
        return observe(connection);
    }

    /**
     * Returns observers of one session after the other, in a database where nobody else changes the schema: each may rely on what the one
     * before it has seen.
     */
    default CostObservers observers(Connection connection) {
        return new CostObservers() {
            @Override
            public CostObserver observe() throws SQLException {
                return SessionControl.this.observe(connection);
            }

            @Override
            public CostObserver observeOutside(String sql, Supplier<Connection> further) throws SQLException {
                return SessionControl.this.observeOutside(connection, sql, further);
            }
        };
    }

    /**
     * Returns what looks at the connection's session from outside while it works; empty where nothing can be seen.
     *
     * @param connections opens the database once more, if looking takes that
     */
    default Optional<SessionWatch> watch(Connection connection, Supplier<Connection> connections) throws SQLException {
        return Optional.empty();
    }

    /**
     * Returns whether a scratch database takes the statements of a transaction as one JDBC batch, and is faster so. Which of them
     * fails need not be told.
     */
    default boolean scratchSendsTogether() {
        return false;
    }

    /** Returns how many steps a transaction takes at most that builds a scratch database. Where there is no reason for fewer, all. */
    default int scratchTransaction() {
        return 1_000_000;
    }

    /** Returns whether this login may give objects to any role there is; always where there are no roles. */
    default boolean givesToAnyRole(Connection connection) throws SQLException {
        return true;
    }

    /** Returns the steps without the statements that give objects to roles. */
    default List<Step> givingNothing(List<Step> steps) {
        return steps;
    }

    /**
     * Looks at the steps that are left, before the first of them is run.
     *
     * @param live the catalog that the login has just read
     * @throws dev.plumbline.error.PlumblineException with {@code UNSUPPORTED} when objects would not come to belong to whom
     *     they should, because this login may not give them away, or because another was to carry the steps out
     */
    default void admit(Connection connection, Catalog live, List<Step> steps) throws SQLException {}

    /**
     * Returns what steps are likely to wait for, as the database stands now: one sentence each, sorted by importance. Nothing is
     * waited for, and nothing is locked.
     */
    default List<String> obstacles(Connection connection, List<Step> steps) throws SQLException {
        return List.of();
    }

    /** Watches statements. */
    @FunctionalInterface
    interface CostObserver extends AutoCloseable {
        /** Returns what was seen. */
        StepCost finish() throws SQLException;

        /** Stops watching; does nothing after {@link #finish}. */
        @Override
        default void close() {}
    }

    /** Makes observers, of which one is at work at a time. They are closed before the session that they observe. */
    interface CostObservers extends AutoCloseable {
        /** Returns one as {@link SessionControl#observe} does. */
        CostObserver observe() throws SQLException;

        /** Returns one as {@link SessionControl#observeOutside} does. */
        CostObserver observeOutside(String sql, Supplier<Connection> further) throws SQLException;

        /** Says that what was seen may no longer be so: it was rolled back, or something else was done. */
        default void forget() {}

        @Override
        default void close() throws SQLException {}
    }

    /** Returns what tells how much work statements are on a live database; empty where that cannot be told. */
    default Optional<Magnitudes> magnitudes() {
        return Optional.empty();
    }

    /** Returns what goes over tables in batches; empty where the engine's plans have no such steps. */
    default Optional<BatchWork> batches() {
        return Optional.empty();
    }

    /** Begins a transaction in which nothing can be changed, whatever is run in it. */
    Reading read(Connection connection) throws SQLException;

    /** A transaction that only reads. Closing it rolls it back, and leaves the session as it was before. */
    @FunctionalInterface
    interface Reading extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }

    /**
     * Returns the tables and columns that hold rows, each with what the engine knows it by besides its name: that stays
     * the same when it is renamed or moved, so that a rename can be told from a drop.
     */
    SortedMap<ObjectKey, String> identities(Connection connection) throws SQLException;
}
