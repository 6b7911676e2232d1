// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.error.PlumblineException;
import dev.plumbline.source.ProgressListener;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The copy that one run makes before the first thing that could cost rows. It is there until the run has succeeded: one
 * that fails, or is killed, leaves it behind.
 */
public final class Safeguard {
    private final SafeCopies copies;
    private final Supplier<Connection> connections;
    private final ProgressListener progress;
    private @Nullable SafeCopy copy;
    private boolean somethingCommitted;

    /**
     * Creates the safeguard of a run.
     *
     * @param connections opens connections to the database; each is closed after its use
     */
    public Safeguard(SafeCopies copies, Supplier<Connection> connections, ProgressListener progress) {
        this.copies = copies;
        this.connections = connections;
        this.progress = progress;
    }

    /** Returns what earlier runs have left behind: one sentence for each copy. */
    public List<String> left(Connection connection) throws SQLException {
        return copies.left(connection);
    }

    /** Makes the copy, unless there is one or none of the statements could cost a row. */
    public void before(Connection working, List<String> statements) throws SQLException {
        if (copy == null && statements.stream().anyMatch(copies::endangersRows)) {
            beforeAnything(working);
        }
    }

    /** Makes the copy, unless there is one: for code of which nobody knows what it does. */
    public void beforeAnything(Connection working) throws SQLException {
        if (copy == null) {
            copy = copies.take(working, connections, progress).orElse(null);
            somethingCommitted = false;
        }
    }

    /** Hears that a transaction was committed: from now on the copy is the only place where the rows before it are. */
    public void committed() {
        somethingCommitted = true;
    }

    /**
     * Hears that the transaction in which the copy was made met a lock and was rolled back. Others may write before it
     * is tried again, so a copy that is not needed yet goes; the next try makes one of its own.
     */
    public void gaveWay() {
        if (!somethingCommitted) {
            remove();
        }
    }

    /** Removes the copy, because all went well; returns what there is to say about that, one sentence or none. */
    public List<String> succeeded() {
        SafeCopy kept = copy;
        return kept == null || remove()
                ? List.of()
                : List.of("The copy that was made before, " + kept.file() + ", could not be deleted.");
    }

    /** Returns false if it is still there. */
    private boolean remove() {
        SafeCopy made = copy;
        if (made == null) {
            return true;
        }
        try {
            made.remove();
            copy = null;
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns an error that ends the run, with the copy named in it where there is one. */
    public PlumblineException explained(PlumblineException error) {
        SafeCopy kept = copy;
        if (kept == null) {
            return error;
        }
        PlumblineException whole = new PlumblineException(
                error.code(),
                error.getMessage() + " A copy of the database from before is in " + kept.file() + ".",
                error.advice().map(advice -> advice + " ").orElse("") + kept.wayBack()
                        + " Delete the copy when it is not needed any more.",
                error.position().orElse(null),
                error.getCause());
        whole.setStackTrace(error.getStackTrace());
        return whole;
    }
}
