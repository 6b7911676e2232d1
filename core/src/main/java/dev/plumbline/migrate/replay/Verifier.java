// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.replay;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.migrate.History;
import dev.plumbline.migrate.HistoryLocation;
import dev.plumbline.migrate.MigrationEntry;
import dev.plumbline.migrate.MigrationState;
import dev.plumbline.migrate.MigrationStatus;
import dev.plumbline.migration.Migration;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.source.MigrationHistory;
import dev.plumbline.source.ScratchDatabase;
import dev.plumbline.source.ServerMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Compares a live database, which is only read, with what its history says that it is. */
public final class Verifier {
    private final ReplayTools tools;
    private final Supplier<Connection> connections;
    private final MigrationSet set;
    private final History history;

    /**
     * Creates a verifier.
     *
     * @param connections opens connections to the live database; each is closed after its use
     */
    public Verifier(ReplayTools tools, Supplier<Connection> connections, MigrationSet set, HistoryLocation location) {
        this.tools = tools;
        this.connections = connections;
        this.set = set;
        this.history = new History(tools.roles().history(), location);
    }

    /**
     * Verifies it.
     *
     * @throws PlumblineException with {@code NO_SCRATCH_DATABASE}, or {@code DATABASE_ERROR} when a database fails;
     *     everything else is a result
     */
    public Verification verify() {
        try (ScratchDatabase scratch = tools.scratch().create();
                Connection connection = connections.get()) {
            return verify(scratch, connection);
        } catch (SQLException e) {
            throw new PlumblineException(
                    ErrorCode.DATABASE_ERROR,
                    "The database cannot be verified: " + ServerMessage.of(e).whole() + ". Nothing was changed.",
                    "The role needs to read the history and what the verify scripts ask for.",
                    null,
                    e);
        }
    }

    private Verification verify(ScratchDatabase scratch, Connection connection) throws SQLException {
        LiveSchema live = LiveSchema.read(tools, connection);
        MigrationStatus status = MigrationStatus.of(set, history.read(connection));
        List<String> notes = new ArrayList<>();
        VerifyScripts scripts = new VerifyScripts(tools, connection, live);
        List<FailedCheck> failed = new ArrayList<>();
        for (MigrationEntry entry : status.entries()) {
            Optional<Migration> checked =
                    entry.migration().filter(migration -> migration.verify().isPresent());
            if (checked.isPresent() && entry.state() == MigrationState.APPLIED) {
                failed.addAll(scripts.run(checked.get()));
            } else if (checked.isPresent() && entry.inPlace()) {
                notes.add("The checks of " + entry.title() + " were not run: its files are not what is in place.");
            }
        }
        ReplaySession session = new ReplaySession(tools, scratch, Optional.of(live));
        HistoryReplay replay = new HistoryReplay(status, session, set.callbacks());
        Superseded superseded = new Superseded(failed, new VerifyScripts(tools, session.connection(), live));
        Optional<ReplayFailure> failure = replay.run(superseded::inPlace);
        notes.addAll(replay.notes());
        if (failure.isPresent()) {
            return new Verification(status, scripts.checks(), failed, Optional.empty(), failure, notes);
        }
        Gap drift = drift(live.catalog(), session.inspect());
        notes.addAll(live.notes(scratch.connection(), tools));
        List<FailedCheck> standing = superseded.remove(notes);
        return new Verification(status, scripts.checks(), standing, Optional.of(drift), failure, notes);
    }

    private Gap drift(Catalog live, Catalog replayed) {
        ObjectKey own = ObjectKey.of(
                ObjectKind.TABLE,
                history.location().schema(),
                history.location().table());
        Catalog known = replayed.contains(own) ? live : live.without(List.of(own));
        Catalog ours = MigrationHistory.leaveOut(known, replayed);
        return GapFinder.between(ours, tools.catalogs().writer().settled(ours, replayed));
    }

    /**
     * Checks that a later migration has overtaken: in the replay they held when their migration was new and do not hold in
     * the end, so that the live database is no worse for failing them.
     */
    private static final class Superseded {
        private final List<FailedCheck> failed;
        private final VerifyScripts replayed;
        private final List<Migration> migrations = new ArrayList<>();
        private final Set<String> heldAtFirst = new HashSet<>();

        Superseded(List<FailedCheck> failed, VerifyScripts replayed) {
            this.failed = failed;
            this.replayed = replayed;
        }

        void inPlace(Migration migration) throws SQLException {
            List<FailedCheck> ofThis = failed.stream()
                    .filter(check -> check.migration().equals(migration.title()))
                    .toList();
            if (!ofThis.isEmpty()) {
                migrations.add(migration);
                ofThis.forEach(check -> heldAtFirst.add(name(check)));
                replayed.run(migration).forEach(check -> heldAtFirst.remove(name(check)));
            }
        }

        List<FailedCheck> remove(List<String> notes) throws SQLException {
            Set<String> overtaken = new HashSet<>();
            for (Migration migration : migrations) {
                replayed.run(migration).stream()
                        .map(Superseded::name)
                        .filter(heldAtFirst::contains)
                        .forEach(overtaken::add);
            }
            List<FailedCheck> standing = new ArrayList<>();
            for (FailedCheck check : failed) {
                if (overtaken.contains(name(check))) {
                    notes.add(
                            name(check) + " does not hold any more, since a later migration changed what it asks for.");
                } else {
                    standing.add(check);
                }
            }
            return standing;
        }

        private static String name(FailedCheck check) {
            return "Check " + check.statement() + " of " + check.migration();
        }
    }
}
