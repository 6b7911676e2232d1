// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.trial;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.error.ErrorCode;
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
import dev.plumbline.source.ServerMessage;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        return new ReplaySession(tools, database, base.flatMap(LiveSchema::searchPath));
    }

    /**
     * Runs a script that others build upon, without looking at it.
     *
     * @return why it fails; empty where it does not
     */
    public Optional<ReplayFailure> prepare(MigrationScript script) {
        return talk(() -> {
            Catalog before = session.inspect();
            try {
                session.run(script, ReplayWatcher.NONE);
                behind.add(script);
                return Optional.empty();
            } catch (ReplayException e) {
                backTo(before);
                return Optional.of(e.failure());
            }
        });
    }

    /** Tries a migration of a folder: up, and where it has a way down, down and up again. */
    public TriedMigration run(Migration migration) {
        return talk(() -> {
            Catalog before = session.inspect();
            Course course = new Course(before, new Made());
            TriedScript up = course.run(migration.up());
            boolean oneWay = migration.down().isEmpty();
            if (up.failure().isPresent()) {
                backTo(before);
                return new TriedMigration(migration.title(), true, up, Optional.empty(), oneWay);
            }
            behind.add(migration.up());
            if (oneWay) {
                return new TriedMigration(migration.title(), true, up, Optional.empty(), true);
            }
            WayBack back = back(up, migration.down().orElseThrow(), course.made());
            backTo(up.after());
            return new TriedMigration(migration.title(), true, up, Optional.of(back), false);
        });
    }

    /** Tries a script that is no migration of a folder. */
    public TriedMigration run(MigrationScript script, String title) {
        return talk(() -> {
            Catalog before = session.inspect();
            TriedScript up = new Course(before, new Made()).run(script);
            if (up.failure().isPresent()) {
                backTo(before);
            } else {
                behind.add(script);
            }
            return new TriedMigration(title, false, up, Optional.empty(), true);
        });
    }

    private WayBack back(TriedScript up, MigrationScript script, Made made) throws SQLException {
        TriedScript down = new Course(up.after(), made).run(script);
        if (down.failure().isPresent()) {
            return new WayBack(down, Optional.empty(), Optional.empty(), Optional.empty());
        }
        Optional<Gap> rest = Optional.of(GapFinder.between(down.after(), up.before()));
        try {
            session.run(up.script(), ReplayWatcher.NONE);
            session.takeNotes();
            return new WayBack(
                    down, rest, Optional.empty(), Optional.of(GapFinder.between(session.inspect(), up.after())));
        } catch (ReplayException e) {
            return new WayBack(down, rest, Optional.of(e.failure()), Optional.empty());
        }
    }

    /** Makes everything again, unless the database is as it should be. */
    private void backTo(Catalog wanted) throws SQLException {
        session.takeNotes();
        if (session.inspect().fingerprint().equals(wanted.fingerprint())) {
            return;
        }
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
        private final TrialWatcher watcher;

        Course(Catalog before, Made made) throws SQLException {
            this.before = before;
            this.watcher = new TrialWatcher(tools, session, before, made);
        }

        Made made() {
            return watcher.made();
        }

        TriedScript run(MigrationScript script) throws SQLException {
            try {
                session.run(script, watcher);
                Catalog after = script instanceof MigrationScript.Sql ? watcher.catalog() : session.inspect();
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
            throw new PlumblineException(
                    ErrorCode.DATABASE_ERROR,
                    "The scratch database fails: " + ServerMessage.of(e).whole() + ".",
                    "Nothing but the scratch database was touched. Run again when the cause is gone.",
                    null,
                    e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
