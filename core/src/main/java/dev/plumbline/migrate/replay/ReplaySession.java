// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.replay;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.migrate.Placement;
import dev.plumbline.migrate.ScriptFailure;
import dev.plumbline.migrate.ScriptRules;
import dev.plumbline.migrate.Segment;
import dev.plumbline.migration.MigrationScript;
import dev.plumbline.script.ScriptStatement;
import dev.plumbline.source.LoadSession;
import dev.plumbline.source.ScratchDatabase;
import dev.plumbline.source.ServerMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Runs the scripts of migrations on a scratch database, in the transactions in which a run would. What differs from a run:
 * there is no history; roles that the scripts name are made; what would act on the whole server is left out; and a
 * statement that fails only because the application's rows are not there is left out too, and noted. Not safe for use by
 * several threads.
 */
public final class ReplaySession {
    private static final String SAVEPOINT = "plumbline_replay";

    private final ReplayTools tools;
    private final ScratchDatabase database;
    private final Optional<String> searchPath;
    private final SortedMap<String, String> declared;
    private final LoadSession session;
    private final List<String> notes = new ArrayList<>();

    /**
     * Creates a session; the scratch database stays the caller's to close.
     *
     * @param live the database whose scripts are run, in sessions as that has them; empty for none
     */
    public ReplaySession(ReplayTools tools, ScratchDatabase database, Optional<LiveSchema> live) {
        this.tools = tools;
        this.database = database;
        this.searchPath =
                tools.options().searchPath().isEmpty() ? live.flatMap(LiveSchema::searchPath) : Optional.empty();
        this.declared = live.map(LiveSchema::declared).orElseGet(TreeMap::new);
        this.session = new LoadSession(
                database, tools.roles().dialect(), tools.options().searchPath());
    }

    /** Returns the connection to the scratch database. */
    public Connection connection() {
        return database.connection();
    }

    /** Returns a further connection to the scratch database, which the caller closes. */
    Connection open() {
        return database.open();
    }

    /** Returns the catalog as it is now. */
    public Catalog inspect() throws SQLException {
        return tools.catalogs().inspect(connection());
    }

    /** Returns what was left out since this was last asked, and why, one sentence each. */
    public List<String> takeNotes() {
        List<String> taken = List.copyOf(notes);
        notes.clear();
        return taken;
    }

    /** Runs a script from its beginning to its end. */
    public void run(MigrationScript script, ReplayWatcher watcher) throws ReplayException, SQLException {
        run(script, 0, Integer.MAX_VALUE, watcher);
    }

    /**
     * Runs a part of a script; settings of the session before it are made again.
     *
     * @param from how many statements are in place already
     * @param to how many shall be in place in the end; only what is committed up to there is run
     * @throws ReplayException when it fails; what was committed before stays
     * @throws SQLException when the session itself fails
     */
    public void run(MigrationScript script, int from, int to, ReplayWatcher watcher)
            throws ReplayException, SQLException {
        try {
            begin(script);
            switch (script) {
                case MigrationScript.Sql sql -> run(sql, from, to, watcher);
                case MigrationScript.Java java -> run(java, from, to);
            }
        } catch (ScriptFailure e) {
            throw ReplayException.of(e, script, database, tools.scratch().description());
        } catch (PlumblineException e) {
            throw ReplayException.of(e, 0);
        }
    }

    /** Puts the session in order for a script, as a run does. */
    private void begin(MigrationScript script) throws SQLException {
        tools.roles().rules().reset(connection(), tools.start(script, declared));
        session.forScratch();
        if (searchPath.isPresent()) {
            session.searchPath(searchPath.get());
        }
    }

    private void run(MigrationScript.Java java, int from, int to) throws ReplayException, SQLException, ScriptFailure {
        if (from > 0 || to == 0) {
            return;
        }
        try {
            if (!java.options().transaction()) {
                java.work().run(connection());
                return;
            }
            inTransaction(Optional.empty(), () -> java.work().run(connection()));
        } catch (ScriptFailure e) {
            if (!WantOfRows.explains(e.error())) {
                throw e;
            }
            notes.add(java + " was left out, because it fails without the application's rows: "
                    + ServerMessage.of(e.error()).text() + ".");
        } catch (DanglingRows e) {
            notes.add(java + " was left out: the rows that it makes refer to rows of the application.");
        } catch (SQLException e) {
            throw new ScriptFailure(null, e);
        } catch (PlumblineException e) {
            throw e;
        } catch (RuntimeException e) {
            throw ReplayException.of(e, java.toString());
        }
    }

    private void run(MigrationScript.Sql script, int from, int to, ReplayWatcher watcher)
            throws SQLException, ScriptFailure {
        ScriptRules rules = tools.roles().rules();
        for (ScriptStatement statement : script.statements()
                .subList(0, Math.min(from, script.statements().size()))) {
            if (rules.placement(statement, script.options().transaction()) == Placement.SESSION) {
                session.execute(statement);
            }
        }
        for (Segment segment : Segment.of(script, rules)) {
            if (segment.end() > from && segment.end() <= to) {
                run(segment, watcher);
            }
        }
    }

    private void run(Segment segment, ReplayWatcher watcher) throws SQLException, ScriptFailure {
        boolean withRows = true;
        while (true) {
            List<String> segmentNotes = new ArrayList<>();
            watcher.segment(segment.outside());
            try {
                if (segment.outside()) {
                    execute(segment.statements().getFirst(), false, watcher);
                } else {
                    Attempt attempt = new Attempt(segment, withRows, watcher, segmentNotes);
                    inTransaction(
                            Optional.of(segment.statements().stream()
                                    .map(ScriptStatement::sql)
                                    .toList()),
                            attempt::run);
                }
                watcher.segmentEnded();
                notes.addAll(segmentNotes);
                return;
            } catch (ScriptFailure e) {
                Optional<String> role = session.roleToStub(e.error());
                if (role.isPresent()) {
                    session.stubRole(role.get());
                } else if (withRows && e.number() == 0 && WantOfRows.isReference(e.error())) {
                    withRows = false;
                } else {
                    throw e;
                }
            } catch (DanglingRows e) {
                if (!withRows) {
                    throw e.refused();
                }
                withRows = false;
            }
        }
    }

    /** What runs in a transaction. */
    @FunctionalInterface
    private interface Work {
        void run() throws SQLException, ScriptFailure;
    }

    /** Runs work in a transaction, and once more where the engine says so; what it may run is empty where nobody knows. */
    private void inTransaction(Optional<List<String>> statements, Work work) throws SQLException, ScriptFailure {
        try {
            onceInTransaction(statements, work);
        } catch (ScriptFailure e) {
            if (!(e.error() instanceof SQLTransactionRollbackException)) {
                throw e;
            }
            onceInTransaction(statements, work);
        }
    }

    private void onceInTransaction(Optional<List<String>> statements, Work work) throws SQLException, ScriptFailure {
        boolean committed = false;
        try {
            tools.roles().session().begin(connection(), statements);
            session.inTransaction(true);
            work.run();
            commit();
            committed = true;
        } catch (SQLException e) {
            throw new ScriptFailure(null, e);
        } finally {
            session.inTransaction(false);
            if (!committed) {
                tools.roles().session().rollback(connection());
            }
        }
    }

    private void commit() throws SQLException {
        try {
            tools.roles().session().commit(connection());
        } catch (PlumblineException e) {
            throw new DanglingRows(e);
        }
    }

    /** The engine refuses the commit, because rows refer to rows that are not there. */
    private static final class DanglingRows extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final PlumblineException refused;

        DanglingRows(PlumblineException refused) {
            super(refused);
            this.refused = refused;
        }

        PlumblineException refused() {
            return refused;
        }
    }

    /** One try at a segment in its transaction. */
    private final class Attempt {
        private final Segment segment;
        private final boolean withRows;
        private final ReplayWatcher watcher;
        private final List<String> segmentNotes;

        Attempt(Segment segment, boolean withRows, ReplayWatcher watcher, List<String> segmentNotes) {
            this.segment = segment;
            this.withRows = withRows;
            this.watcher = watcher;
            this.segmentNotes = segmentNotes;
        }

        void run() throws SQLException, ScriptFailure {
            for (ScriptStatement statement : segment.statements()) {
                if (!WantOfRows.worksOnRows(statement)) {
                    execute(statement, true, watcher);
                } else if (withRows) {
                    onRows(statement);
                } else {
                    leaveOut(statement, "the rows that it makes refer to rows of the application");
                }
            }
        }

        private void onRows(ScriptStatement statement) throws SQLException, ScriptFailure {
            command("SAVEPOINT " + SAVEPOINT);
            try {
                execute(statement, true, watcher);
            } catch (ScriptFailure e) {
                if (!WantOfRows.explains(e.error(), statement)) {
                    throw e;
                }
                command("ROLLBACK TO SAVEPOINT " + SAVEPOINT);
                leaveOut(
                        statement,
                        "it fails without the application's rows: "
                                + ServerMessage.of(e.error()).text());
            }
            command("RELEASE SAVEPOINT " + SAVEPOINT);
        }

        private void leaveOut(ScriptStatement statement, String why) {
            String sentence = statement.position().location() + " was left out: " + why + ".";
            segmentNotes.add(sentence);
            watcher.leftOut(statement, sentence);
        }

        private void command(String sql) throws SQLException {
            try (Statement jdbc = connection().createStatement()) {
                jdbc.execute(sql);
            }
        }
    }

    private void execute(ScriptStatement statement, boolean transaction, ReplayWatcher watcher)
            throws SQLException, ScriptFailure {
        if (session.isServerWide(statement)) {
            watcher.leftOut(statement, statement.position().location() + " was left out: it acts on the whole server.");
            session.execute(statement);
            return;
        }
        watcher.before(statement);
        session.inTransaction(transaction);
        try {
            session.execute(statement);
        } catch (SQLException e) {
            throw new ScriptFailure(statement, e);
        }
        watcher.after(statement);
    }
}
