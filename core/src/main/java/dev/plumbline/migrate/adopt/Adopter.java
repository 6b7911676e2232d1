// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.adopt;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.migrate.History;
import dev.plumbline.migrate.HistoryLocation;
import dev.plumbline.migrate.MigrationRoles;
import dev.plumbline.migrate.Revision;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.migration.Version;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes over what another tool recorded: its dates, authors and durations, with the checksums and the ways down of our
 * files. No migration is run. The other tool must not run meanwhile: its lock is not Plumbline's.
 */
public final class Adopter {
    private final MigrationRoles roles;
    private final MigrationSet set;
    private final History history;
    private final UnderLock underLock;

    /**
     * Creates an adopter.
     *
     * @param connections opens connections to the database; each is closed after its use
     * @param location where the history is to be kept
     * @param patience how long to wait for another run on the same database
     */
    public Adopter(
            MigrationRoles roles,
            Supplier<Connection> connections,
            MigrationSet set,
            HistoryLocation location,
            Duration patience) {
        this.roles = roles;
        this.set = set;
        this.history = new History(roles.history(), location);
        this.underLock = new UnderLock(roles, connections, history, patience);
    }

    /**
     * Returns what {@link #adopt} would write, or why it would not; only reads, and takes no lock.
     *
     * @throws PlumblineException as {@link #adopt} does
     */
    public Adoption preview(AdoptOptions options) {
        return underLock.look(connection -> read(connection, options));
    }

    /**
     * Takes over the history of another tool in one transaction, and drops its table where the options say so.
     *
     * @return what was written; what was written before, when it was taken over before; or why nothing was written,
     *     when files and history disagree
     * @throws PlumblineException with {@code HISTORY_CONFLICT} when there is a history with rows of its own; with {@code
     *     SOURCE_NOT_FOUND}, {@code INVALID_ARGUMENT} or {@code UNSUPPORTED} when there is no history of another tool,
     *     when there are several, or one that cannot be taken over; with {@code LOCK_NOT_AVAILABLE} or {@code
     *     DATABASE_ERROR}. Nothing was changed then.
     */
    public Adoption adopt(AdoptOptions options) {
        Adoption seen = preview(options);
        // Only what can be written is worth the lock; what is written is read again under it.
        return seen.outcome() == Adoption.Outcome.READY
                ? underLock.write(connection -> write(connection, options))
                : seen;
    }

    /**
     * Tells golang-migrate, where it calls a version dirty, that this is over; its table is left as it is otherwise, and
     * so is any other tool's.
     *
     * @param dirty the version that was repaired
     * @param now the version that the database is at; empty for none
     * @return the table that was changed, for people
     */
    public Optional<String> settleOld(Version dirty, Optional<Version> now) {
        return underLock.write(connection -> GolangMigrateState.clean(connection, roles, dirty, now));
    }

    private Adoption write(Connection connection, AdoptOptions options) throws SQLException {
        Adoption adoption = read(connection, options);
        if (adoption.outcome() != Adoption.Outcome.READY) {
            return adoption;
        }
        if (!history.exists(connection)) {
            history.create(connection);
        }
        List<Revision> written = new ArrayList<>();
        for (Revision revision : adoption.revisions()) {
            written.add(history.insert(connection, revision));
        }
        if (options.removeOld()) {
            ForeignTable.find(connection, options.table()).drop(connection, roles.history());
        }
        return adoption.written(written);
    }

    private Adoption read(Connection connection, AdoptOptions options) throws SQLException {
        List<Revision> rows = history.read(connection);
        if (!rows.isEmpty()) {
            return alreadyDone(rows);
        }
        ForeignTable table = ForeignTable.find(connection, options.table());
        HistoryReader reader = HistoryReader.of(table.tool()).orElseThrow();
        ForeignHistory foreign =
                reader.read(table.rows(connection, roles.history()), new RecordedTimes(options.zone()));
        table.lockedBy(connection, roles.history())
                .ifPresent(holder -> foreign.refuse(table.tool().tool() + "'s lock is held by " + holder
                        + ": it runs, or was killed while it ran. Wait for it, or release the lock with its own command"
                        + " when nobody runs it."));
        return AdoptionDraft.of(table.tool(), table.toString(), foreign, set, options, Instant.now());
    }

    private Adoption alreadyDone(List<Revision> rows) {
        Optional<Revision> adopted = rows.stream()
                .filter(row -> row.description().startsWith(Revision.ADOPTED))
                .findFirst();
        if (adopted.isEmpty()) {
            throw new PlumblineException(
                    ErrorCode.HISTORY_CONFLICT,
                    "The history " + history.location() + " has " + rows.size() + " rows of its own already, so that"
                            + " nothing can be taken over. Nothing was changed.",
                    "Where those rows are the mistake, drop the table and adopt again; else there is nothing to do.");
        }
        String origin = adopted.get().description().substring(Revision.ADOPTED.length());
        int bracket = origin.indexOf(" (");
        int end = origin.indexOf(')', Math.max(bracket, 0));
        boolean complete = bracket >= 0 && end > bracket;
        return new Adoption(
                Adoption.Outcome.ALREADY_DONE,
                complete ? origin.substring(0, bracket) : origin,
                complete ? origin.substring(bracket + 2, end) : "",
                rows,
                List.of("The history was taken over before: " + rows.size() + " rows, of which the first came from "
                        + (complete ? origin.substring(0, end + 1) : origin) + ". Nothing was done."),
                List.of());
    }
}
