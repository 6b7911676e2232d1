// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.migrate.Revision.Direction;
import dev.plumbline.migrate.Revision.Progress;
import dev.plumbline.migration.Checksum;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the row of one migration while it is carried out in one direction. */
final class Journal {
    private final History history;
    private final Direction direction;
    private final Revision begin;
    private final @Nullable Checksum applied;
    private final Optional<String> down;

    /** The row as it was written last; rank 0 while there is none. */
    private Revision row;

    private Journal(
            History history, Direction direction, Revision begin, @Nullable Checksum applied, Optional<String> down) {
        this.history = history;
        this.direction = direction;
        this.begin = begin;
        this.applied = applied;
        this.down = down;
        this.row = begin;
    }

    /**
     * Returns that of a migration that is applied.
     *
     * @param row its row: a new one of rank 0, or the one that an earlier run left
     * @param applied the checksum that is written at the end
     * @param down the way down that is written at the end
     */
    static Journal up(History history, Revision row, Checksum applied, Optional<String> down) {
        return new Journal(history, Direction.UP, row, applied, down);
    }

    /** Returns that of a migration that is undone. */
    static Journal down(History history, Revision row) {
        return new Journal(history, Direction.DOWN, row, null, row.down());
    }

    String title() {
        return begin.title();
    }

    Direction direction() {
        return direction;
    }

    /** Writes how far it has come; the last statement makes it applied, or undone. */
    void write(Connection connection, Progress progress, Duration took) throws SQLException {
        Revision next = next(progress, took);
        if (next.rank() == 0) {
            row = history.insert(connection, next);
        } else {
            history.update(connection, next);
            row = next;
        }
    }

    private Revision next(Progress progress, Duration took) {
        boolean complete = progress.done() == progress.total();
        Revision next = row.with(complete ? end() : RevisionStatus.FAILED, progress, took.toMillis());
        return applied == null ? next : next.with(Optional.of(applied), down);
    }

    /** Returns whether the row will be a new one. */
    boolean isNew() {
        return row.rank() == 0;
    }

    /** Returns the statement that writes the row, where it is new, of a migration that is then complete. */
    String text(int statements, OneExchange exchange) {
        Progress complete = new Progress(direction, statements, statements, false);
        return history.insertion(next(complete, Duration.ZERO), exchange);
    }

    /** Returns the row as it was written last. */
    Revision row() {
        return row;
    }

    /** Takes back what was written in a transaction that was rolled back. */
    void backTo(Revision before) {
        row = before;
    }

    private RevisionStatus end() {
        return direction == Direction.UP ? RevisionStatus.APPLIED : RevisionStatus.ROLLED_BACK;
    }
}
