// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.replay;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.migrate.replay.TestedMigration.Verdict;
import dev.plumbline.migration.Callback;
import dev.plumbline.migration.CallbackCourse;
import dev.plumbline.migration.Migration;
import dev.plumbline.migration.MigrationKind;
import dev.plumbline.migration.MigrationScript;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.source.ScratchDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tries every migration on a scratch database that begins empty: up, down, up, with the catalogs compared at each end. A
 * way down that is wrong does not hide what comes after it: the scratch database is then made again from the beginning.
 */
public final class MigrationTester {
    private final ReplayTools tools;
    private final MigrationSet set;

    /** Creates a tester. */
    public MigrationTester(ReplayTools tools, MigrationSet set) {
        this.tools = tools;
        this.set = set;
    }

    /**
     * Tries them. A baseline is tried by itself, and compared with the migrations that it stands for; where those are not
     * there any more, it is the beginning of all others.
     *
     * @throws PlumblineException with {@code NO_SCRATCH_DATABASE}, or {@code DATABASE_ERROR} when one fails; what a
     *     migration does wrong is a result
     */
    public MigrationTest test() {
        try (Course course = new Course()) {
            List<TestedMigration> tested = new ArrayList<>();
            for (Migration migration : set.migrations()) {
                if (migration.kind() != MigrationKind.BASELINE || isBeginning(migration)) {
                    tested.add(course.test(migration));
                }
            }
            List<TestedMigration> all = withBaselines(tested, course);
            course.end().ifPresent(all::add);
            return new MigrationTest(all);
        } catch (SQLException e) {
            throw ReplayTools.scratchFails(e);
        }
    }

    private List<TestedMigration> withBaselines(List<TestedMigration> tested, Course course) throws SQLException {
        List<TestedMigration> all = new ArrayList<>();
        int next = 0;
        for (Migration migration : set.migrations()) {
            all.add(migration.kind() == MigrationKind.BASELINE ? baseline(migration, course) : tested.get(next++));
        }
        return all;
    }

    /** The only baseline there is, when no version is left that it stands for. */
    private boolean isBeginning(Migration migration) {
        return migration.kind() == MigrationKind.BASELINE
                && set.migrations().stream()
                        .filter(other -> other.kind() != MigrationKind.REPEATABLE)
                        .filter(other -> !other.equals(migration))
                        .allMatch(other -> other.kind() == MigrationKind.VERSIONED
                                && other.version().compareTo(migration.version()) > 0);
    }

    private TestedMigration baseline(Migration baseline, Course course) throws SQLException {
        try (Scratch scratch = new Scratch(tools)) {
            for (Callback callback : new CallbackCourse(set.callbacks()).before(baseline)) {
                scratch.session().run(callback.script(), ReplayWatcher.NONE);
            }
            scratch.session().run(baseline.up(), ReplayWatcher.NONE);
            Catalog made = scratch.session().inspect();
            List<String> notes = scratch.session().takeNotes();
            Optional<Catalog> wanted = course.upTo(baseline);
            return wanted.isEmpty() || made.fingerprint().equals(wanted.get().fingerprint())
                    ? new TestedMigration(baseline.title(), Verdict.NO_DOWN, Optional.empty(), Optional.empty(), notes)
                    : new TestedMigration(
                            baseline.title(),
                            Verdict.BASELINE_DIFFERS,
                            Optional.empty(),
                            Optional.of(GapFinder.between(made, wanted.get())),
                            notes);
        } catch (ReplayException e) {
            return new TestedMigration(
                    baseline.title(), Verdict.FAILS, Optional.of(e.failure()), Optional.empty(), List.of());
        }
    }

    /** The way through all migrations, on one scratch database as long as it is in the right state. */
    private final class Course implements AutoCloseable {
        /** The ways up that were run, and the callbacks between them. */
        private final List<MigrationScript> behind = new ArrayList<>();

        private final TreeMap<Integer, Catalog> baselines = new TreeMap<>();
        private final CallbackCourse callbacks = new CallbackCourse(set.callbacks());
        private Scratch scratch = new Scratch(tools);
        private Catalog catalog;
        private boolean blocked;

        Course() throws SQLException {
            catalog = scratch.session().inspect();
        }

        TestedMigration test(Migration migration) throws SQLException {
            if (blocked) {
                return new TestedMigration(
                        migration.title(), Verdict.NOT_REACHED, Optional.empty(), Optional.empty(), List.of());
            }
            Catalog before;
            try {
                before = afterCallbacks(callbacks.before(migration));
                scratch.session().run(migration.up(), ReplayWatcher.NONE);
            } catch (ReplayException e) {
                blocked = true;
                return failed(
                        migration.title(), Verdict.FAILS, e, scratch.session().takeNotes());
            }
            List<String> notes = scratch.session().takeNotes();
            catalog = scratch.session().inspect();
            behind.add(migration.up());
            remember(migration);
            return migration.down().isEmpty()
                    ? new TestedMigration(migration.title(), Verdict.NO_DOWN, Optional.empty(), Optional.empty(), notes)
                    : downAndUp(migration, migration.down().get(), before, notes);
        }

        /** Returns the catalog once these were run. */
        private Catalog afterCallbacks(List<Callback> due) throws SQLException, ReplayException {
            for (Callback callback : due) {
                scratch.session().run(callback.script(), ReplayWatcher.NONE);
                behind.add(callback.script());
            }
            return due.isEmpty() ? catalog : scratch.session().inspect();
        }

        /** Runs the callbacks behind all migrations; returns what is wrong with them. */
        Optional<TestedMigration> end() throws SQLException {
            for (Callback callback : blocked ? List.<Callback>of() : callbacks.end()) {
                try {
                    scratch.session().run(callback.script(), ReplayWatcher.NONE);
                } catch (ReplayException e) {
                    return Optional.of(failed(
                            callback.origin(),
                            Verdict.FAILS,
                            e,
                            scratch.session().takeNotes()));
                }
            }
            return Optional.empty();
        }

        private TestedMigration downAndUp(Migration migration, MigrationScript down, Catalog before, List<String> notes)
                throws SQLException {
            @Nullable TestedMigration wrong = null;
            Verdict verdict = Verdict.DOWN_FAILS;
            try {
                scratch.session().run(down, ReplayWatcher.NONE);
                Catalog back = scratch.session().inspect();
                if (!back.fingerprint().equals(before.fingerprint())) {
                    wrong = differs(migration, Verdict.DOWN_DOES_NOT_RESTORE, back, before, notes);
                }
                verdict = Verdict.DOES_NOT_REPEAT;
                scratch.session().run(migration.up(), ReplayWatcher.NONE);
                Catalog again = scratch.session().inspect();
                if (again.fingerprint().equals(catalog.fingerprint())) {
                    scratch.session().takeNotes();
                    return wrong == null
                            ? new TestedMigration(
                                    migration.title(), Verdict.OK, Optional.empty(), Optional.empty(), notes)
                            : wrong;
                }
                wrong = wrong == null ? differs(migration, Verdict.DOES_NOT_REPEAT, again, catalog, notes) : wrong;
            } catch (ReplayException e) {
                wrong = wrong == null ? failed(migration.title(), verdict, e, notes) : wrong;
                // A transaction that failed has changed nothing, and making everything again takes its time.
                if (scratch.session().inspect().fingerprint().equals(catalog.fingerprint())) {
                    scratch.session().takeNotes();
                    return wrong;
                }
            }
            begin();
            return wrong;
        }

        /** Makes the state after the last migration again, on a new scratch database. */
        private void begin() throws SQLException {
            scratch.close();
            scratch = new Scratch(tools);
            try {
                for (MigrationScript script : behind) {
                    scratch.session().run(script, ReplayWatcher.NONE);
                }
                scratch.session().takeNotes();
            } catch (ReplayException e) {
                throw new SQLException(
                        "what worked before does not any more: " + e.failure().fact(), e);
            }
        }

        private void remember(Migration migration) {
            for (int i = 0; i < set.migrations().size(); i++) {
                Migration baseline = set.migrations().get(i);
                if (baseline.kind() == MigrationKind.BASELINE
                        && migration.kind() == MigrationKind.VERSIONED
                        && migration.version().compareTo(baseline.version()) <= 0) {
                    baselines.put(i, catalog);
                }
            }
        }

        /** Returns the catalog of the migrations that a baseline stands for; empty where there is none of them. */
        Optional<Catalog> upTo(Migration baseline) {
            return Optional.ofNullable(baselines.get(set.migrations().indexOf(baseline)));
        }

        @Override
        public void close() {
            scratch.close();
        }
    }

    private static TestedMigration differs(
            Migration migration, Verdict verdict, Catalog found, Catalog wanted, List<String> notes) {
        return new TestedMigration(
                migration.title(), verdict, Optional.empty(), Optional.of(GapFinder.between(found, wanted)), notes);
    }

    private static TestedMigration failed(String title, Verdict verdict, ReplayException e, List<String> notes) {
        return new TestedMigration(title, verdict, Optional.of(e.failure()), Optional.empty(), notes);
    }

    /** A scratch database with its session. */
    private static final class Scratch implements AutoCloseable {
        private final ScratchDatabase database;
        private final ReplaySession session;

        Scratch(ReplayTools tools) {
            this.database = tools.scratch().create();
            this.session = new ReplaySession(tools, database, Optional.empty());
        }

        ReplaySession session() {
            return session;
        }

        @Override
        public void close() {
            database.close();
        }
    }
}
