// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.trial;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.migrate.Segment;
import dev.plumbline.migrate.replay.LiveSchema;
import dev.plumbline.migrate.replay.ReplayException;
import dev.plumbline.migrate.replay.ReplayFailure;
import dev.plumbline.migrate.replay.ReplaySession;
import dev.plumbline.migrate.replay.ReplayTools;
import dev.plumbline.migrate.replay.ReplayWatcher;
import dev.plumbline.migrate.trial.TriedMigration.WayBack;
import dev.plumbline.migration.Migration;
import dev.plumbline.migration.MigrationScript;
import dev.plumbline.script.ScriptStatement;
import dev.plumbline.source.ScratchDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tries scripts one after the other on one scratch database, looking at every statement. After each the database is in
 * the state that the script leads to, or, where it failed, in the state before it. Not safe for use by several threads.
 */
public final class Trial implements AutoCloseable {
    private final ReplayTools tools;
    private final Optional<LiveSchema> base;
    private final List<MigrationScript> behind = new ArrayList<>();
    private ScratchDatabase database;
    private ReplaySession session;

    /** The catalog as it is now; null where it was not looked at. */
    private @Nullable Catalog known;

    /**
     * Makes the scratch database.
     *
     * @param base what it holds at the beginning; empty for nothing
     * @throws PlumblineException with {@code NO_SCRATCH_DATABASE}, or {@code SOURCE_NOT_LOADED} when the base cannot be
     *     made there
     */
    public Trial(ReplayTools tools, Optional<LiveSchema> base) {
        this.tools = tools;
        this.base = base;
        this.database = make();
        this.session = session();
    }

    private ScratchDatabase make() {
        return base.isPresent()
                ? tools.catalogs().build(base.get().catalog())
                : tools.scratch().create();
    }

    private ReplaySession session() {
        return new ReplaySession(tools, database, base);
    }

    /**
     * Runs a script that others build upon, without looking at it.
     *
     * @return why it fails; empty where it does not
     */
    public Optional<ReplayFailure> prepare(MigrationScript script) {
        return talk(() -> {
            known = null;
            try {
                session.run(script, ReplayWatcher.NONE);
                session.takeNotes();
                behind.add(script);
                return Optional.empty();
            } catch (ReplayException e) {
                again();
                return Optional.of(e.failure());
            }
        });
    }

    /** Tries a migration of a folder: up, and where it has a way down, down and up again. */
    public TriedMigration run(Migration migration) {
        return talk(() -> {
            boolean oneWay = migration.down().isEmpty();
            Course course = new Course(catalog(), new Made(), true);
            TriedScript up = course.run(migration.up());
            keep(up);
            Optional<WayBack> back = oneWay || up.failure().isPresent()
                    ? Optional.empty()
                    : Optional.of(back(up, migration.down().orElseThrow(), course.made()));
            return new TriedMigration(migration.title(), true, up, back, oneWay);
        });
    }

    /** Tries a script that is no migration of a folder. */
    public TriedMigration run(MigrationScript script, String title) {
        return talk(() -> {
            TriedScript up = new Course(catalog(), new Made(), true).run(script);
            keep(up);
            return new TriedMigration(title, false, up, Optional.empty(), true);
        });
    }

    /** Leaves the database as the script made it, or, where it failed, as it was before. */
    private void keep(TriedScript up) throws SQLException {
        if (up.failure().isEmpty()) {
            behind.add(up.script());
            known = up.after();
        } else if (up.after().fingerprint().equals(up.before().fingerprint())) {
            known = up.before();
        } else {
            again();
        }
    }

    private WayBack back(TriedScript up, MigrationScript script, Made made) throws SQLException {
        TriedScript down = new Course(up.after(), made.without(up.before()), false).run(script);
        if (down.failure().isPresent()) {
            if (!down.after().fingerprint().equals(up.after().fingerprint())) {
                again();
            }
            return new WayBack(down, Optional.empty(), Optional.empty(), Optional.empty());
        }
        Optional<Gap> rest = Optional.of(GapFinder.between(down.after(), up.before()));
        try {
            session.run(up.script(), ReplayWatcher.NONE);
            session.takeNotes();
            Gap other = GapFinder.between(session.inspect(), up.after());
            if (!other.isEmpty()) {
                again();
            }
            return new WayBack(down, rest, Optional.empty(), Optional.of(other));
        } catch (ReplayException e) {
            again();
            return new WayBack(down, rest, Optional.of(e.failure()), Optional.empty());
        }
    }

    private Catalog catalog() throws SQLException {
        Catalog now = known == null ? session.inspect() : known;
        known = now;
        return now;
    }

    /** Makes the state after the last script that succeeded again, on a new scratch database. */
    private void again() throws SQLException {
        database.close();
        database = make();
        session = session();
        for (MigrationScript script : behind) {
            try {
                session.run(script, ReplayWatcher.NONE);
            } catch (ReplayException e) {
                throw new SQLException(
                        "what worked before does not any more: " + e.failure().fact(), e);
            }
        }
        session.takeNotes();
    }

    /** One script on its way. */
    private final class Course {
        private final Catalog before;
        private final boolean closely;
        private final TrialWatcher watcher;

        Course(Catalog before, Made made, boolean closely) throws SQLException {
            this.before = before;
            this.closely = closely;
            this.watcher = new TrialWatcher(tools, session, before, made, closely);
        }

        Made made() {
            return watcher.made();
        }

        TriedScript run(MigrationScript script) throws SQLException {
            try {
                session.run(script, watcher);
                Catalog after = closely && watcher.isCurrent() ? watcher.catalog() : session.inspect();
                return tried(script, after, Optional.empty(), Optional.empty());
            } catch (ReplayException e) {
                return tried(
                        script,
                        session.inspect(),
                        Optional.of(e.failure()),
                        e.databaseError().map(SQLException::getSQLState));
            }
        }

        private TriedScript tried(
                MigrationScript script, Catalog after, Optional<ReplayFailure> failure, Optional<String> state) {
            return new TriedScript(
                    script, statements(script), before, after, failure, state, List.copyOf(session.takeNotes()));
        }

        private List<TriedStatement> statements(MigrationScript script) {
            if (!(script instanceof MigrationScript.Sql sql)) {
                return List.of();
            }
            Map<Integer, Integer> transactions = transactions(sql);
            List<TriedStatement> statements = new ArrayList<>();
            try {
                for (ScriptStatement statement : sql.statements()) {
                    Integer transaction = transactions.get(statement.number());
                    if (transaction != null) {
                        statements.add(watcher.of(statement, transaction));
                    }
                }
            } catch (PlumblineException e) {
                // It cannot be split, which is the failure of the script.
                return List.of();
            }
            return statements;
        }

        /** Returns the transaction of each statement by its number; none where the script cannot be cut. */
        private Map<Integer, Integer> transactions(MigrationScript.Sql script) {
            Map<Integer, Integer> transactions = new HashMap<>();
            try {
                int transaction = 0;
                for (Segment segment : Segment.of(script, tools.roles().rules())) {
                    transaction += segment.outside() ? 0 : 1;
                    for (ScriptStatement statement : segment.statements()) {
                        transactions.put(statement.number(), segment.outside() ? 0 : transaction);
                    }
                }
            } catch (PlumblineException e) {
                // The failure of the script says why.
                transactions.clear();
            }
            return transactions;
        }
    }

    /** Work that talks to the scratch database. */
    @FunctionalInterface
    private interface Talk<T> {
        T talk() throws SQLException;
    }

    private static <T> T talk(Talk<T> work) {
        try {
            return work.talk();
        } catch (SQLException e) {
            throw ReplayTools.scratchFails(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
