// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.repair;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.Guards;
import dev.plumbline.migrate.HistoryLocation;
import dev.plumbline.migrate.MigrationEntry;
import dev.plumbline.migrate.MigrationOutcome;
import dev.plumbline.migrate.MigrationRunner;
import dev.plumbline.migrate.MigrationState;
import dev.plumbline.migrate.MigrationStatus;
import dev.plumbline.migrate.Revision;
import dev.plumbline.migrate.Revision.Direction;
import dev.plumbline.migrate.RevisionStatus;
import dev.plumbline.migrate.adopt.AdoptOptions;
import dev.plumbline.migrate.adopt.Adopter;
import dev.plumbline.migrate.adopt.Adoption;
import dev.plumbline.migrate.replay.ReplayTools;
import dev.plumbline.migration.Migration;
import dev.plumbline.migration.MigrationScript;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.plan.Plan;
import dev.plumbline.script.ScriptStatement;
import dev.plumbline.source.ServerMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds out where a migration stopped that did not end, and brings it to its end or back to its beginning. That it did
 * not end may be said by our own history, or by another tool's: golang-migrate calls it dirty, Flyway failed. Such a
 * history is taken over before anything is changed.
 */
public final class Repair {
    private final ReplayTools tools;
    private final Supplier<Connection> connections;
    private final MigrationSet set;
    private final HistoryLocation location;
    private final MigrationRunner runner;
    private final Adopter adopter;
    private final PlanWalker walker;

    /** Creates a repair on a database. */
    public Repair(
            ReplayTools tools,
            Supplier<Connection> connections,
            MigrationSet set,
            HistoryLocation location,
            MigrationRunner runner,
            Adopter adopter,
            PlanWalker walker) {
        this.tools = tools;
        this.connections = connections;
        this.set = set;
        this.location = location;
        this.runner = runner;
        this.adopter = adopter;
        this.walker = walker;
    }

    /**
     * Returns what is the matter; empty when every migration ended. The live database is only read.
     *
     * @throws PlumblineException with {@code HISTORY_CONFLICT} when the files of the migration are not here, or another
     *     tool's history cannot be taken over; with {@code NO_SCRATCH_DATABASE} or {@code DATABASE_ERROR}
     */
    public Optional<Diagnosis> diagnose() {
        return examine().map(Examination::diagnosis);
    }

    /**
     * Returns the way to the end of the migration; empty when every migration ended. It is the rest of its script where
     * the live catalog stands at a point of the replay, else a proven plan to the catalog that the migration makes.
     *
     * @throws PlumblineException also with {@code STANDING_UNKNOWN} when statements that change only rows may or may
     *     not have been run; with {@code MIGRATION_FAILED} when the migration fails in the replay too
     */
    public Optional<WayOut> wayToEnd() {
        return examine().map(this::wayToEnd);
    }

    private WayOut wayToEnd(Examination examination) {
        Diagnosis diagnosis = examination.diagnosis();
        Catalog end = examination.points().after().orElseThrow(() -> failsByItself(diagnosis));
        if (diagnosis.hasAllOfIt()) {
            if (!diagnosis.isCertain()) {
                throw unknown(diagnosis);
            }
            List<ScriptStatement> statements = examination.script().statements();
            return new WayOut(
                    diagnosis,
                    statements.subList(diagnosis.least(), statements.size()).stream()
                            .map(ScriptStatement::sql)
                            .toList(),
                    Optional.empty(),
                    diagnosis.fits() ? List.of() : List.of("What is extra in the live database stays."));
        }
        return new WayOut(
                diagnosis,
                List.of(),
                Optional.of(walker.plan(examination.live(), end)),
                List.of("The live catalog is at no point of the replay, so a plan leads from it to where the migration"
                        + " ends. What the script does to rows is not in the plan."));
    }

    private static PlumblineException failsByItself(Diagnosis diagnosis) {
        return new PlumblineException(
                ErrorCode.MIGRATION_FAILED,
                diagnosis.migration() + " cannot be finished: it fails in the replay too, "
                        + diagnosis.failure().orElseThrow().fact() + ". Nothing was changed.",
                "Correct the script, then finish; or take back what was done with 'repair --undo'.",
                diagnosis.failure().orElseThrow().position().orElse(null),
                null);
    }

    private static PlumblineException unknown(Diagnosis diagnosis) {
        return new PlumblineException(
                ErrorCode.STANDING_UNKNOWN,
                diagnosis.migration() + ": statements 1 to " + diagnosis.least() + " are in place; "
                        + (diagnosis.least() + 1) + " to " + diagnosis.most()
                        + " change rows or nothing that the catalog shows, so that it does not tell whether they were run."
                        + " Nothing was changed.",
                "Look at the rows, then say how many statements are in place: 'repair --done N', and finish.",
                diagnosis.next().map(Diagnosis.Next::position).orElse(null),
                null);
    }

    /**
     * Returns the way back to the beginning, always a proven plan; empty when every migration ended.
     *
     * @throws PlumblineException as {@link #diagnose}
     */
    public Optional<WayOut> wayBack() {
        return examine()
                .map(examination -> new WayOut(
                        examination.diagnosis(),
                        List.of(),
                        Optional.of(walker.plan(
                                examination.live(), examination.points().before())),
                        List.of("What the statements did to rows is not taken back.")));
    }

    /**
     * Brings the migration to its end, and the history with it.
     *
     * @param way what {@link #wayToEnd} returned
     * @throws PlumblineException also as applying a plan or a migration does
     */
    public MigrationOutcome finish(WayOut way, Guards guards) {
        takeOver();
        MigrationEntry entry = required();
        MigrationOutcome outcome;
        if (way.plan().isEmpty()) {
            outcome = runner.finish(entry.id(), way.diagnosis().least());
        } else {
            walk(way.plan().get(), guards);
            outcome = runner.settle(
                    entry.id(),
                    Examination.direction(entry) == Direction.UP ? RevisionStatus.APPLIED : RevisionStatus.ROLLED_BACK);
        }
        settleOld(entry, outcome);
        return outcome;
    }

    /** The other tool's table says what ours says. */
    private void settleOld(MigrationEntry repaired, MigrationOutcome outcome) {
        adopter.settleOld(
                repaired.id().version(),
                outcome.status().current().map(entry -> entry.id().version()));
    }

    /**
     * Brings the migration back to its beginning, and the history with it.
     *
     * @param way what {@link #wayBack} returned
     * @throws PlumblineException also as applying a plan does
     */
    public MigrationOutcome undo(WayOut way, Guards guards) {
        takeOver();
        MigrationEntry entry = required();
        walk(way.plan().orElseThrow(), guards);
        MigrationOutcome outcome = runner.settle(
                entry.id(),
                Examination.direction(entry) == Direction.UP ? RevisionStatus.ROLLED_BACK : RevisionStatus.APPLIED);
        settleOld(entry, outcome);
        return outcome;
    }

    private void walk(Plan plan, Guards guards) {
        if (!plan.isEmpty()) {
            walker.apply(plan, guards);
        }
    }

    /** Puts another tool's history into ours, so that what is done about it is recorded at every moment. */
    private void takeOver() {
        if (runner.history().isEmpty()) {
            refuse(adopter.adopt(AdoptOptions.DEFAULT.withDirtyAsFailed()));
        }
    }

    private MigrationEntry required() {
        return runner.status().in(MigrationState.PARTIAL).stream()
                .findFirst()
                .orElseThrow(() -> new PlumblineException(
                        ErrorCode.HISTORY_CONFLICT,
                        "Every migration has ended meanwhile: another run was quicker. Nothing was done.",
                        "Look at 'status'."));
    }

    private Optional<Examination> examine() {
        List<Revision> rows = runner.history();
        Optional<Adoption> foreign = rows.isEmpty() ? preview() : Optional.empty();
        MigrationStatus status =
                MigrationStatus.of(set, foreign.map(Adoption::revisions).orElse(rows));
        Optional<MigrationEntry> partial =
                status.in(MigrationState.PARTIAL).stream().findFirst();
        if (partial.isEmpty()) {
            return Optional.empty();
        }
        MigrationEntry entry = partial.get();
        try (Connection connection = connections.get()) {
            return Optional.of(Examination.of(
                    tools,
                    connection,
                    location,
                    status,
                    entry,
                    script(entry),
                    recorded(entry, foreign),
                    set.callbacks()));
        } catch (SQLException e) {
            throw new PlumblineException(
                    ErrorCode.DATABASE_ERROR,
                    "The database cannot be examined: " + ServerMessage.of(e).whole() + ". Nothing was changed.",
                    "The role needs to read the catalogs and the history.",
                    null,
                    e);
        }
    }

    /** A database without any history has nothing that did not end. */
    private Optional<Adoption> preview() {
        try {
            return Optional.of(refuse(adopter.preview(AdoptOptions.DEFAULT.withDirtyAsFailed())));
        } catch (PlumblineException e) {
            if (e.code() == ErrorCode.SOURCE_NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Adoption refuse(Adoption adoption) {
        if (adoption.isRefused()) {
            throw new PlumblineException(
                    ErrorCode.HISTORY_CONFLICT,
                    "The history of " + adoption.tool() + " in " + adoption.table() + " does not agree with the files: "
                            + String.join(" ", adoption.refusals()) + " Nothing was changed.",
                    "Put the files right, then repair.");
        }
        return adoption;
    }

    private static String recorded(MigrationEntry entry, Optional<Adoption> foreign) {
        Revision.Progress progress = entry.revision().orElseThrow().progress();
        return foreign.map(adoption -> adoption.tool() + " (" + adoption.table() + ") says that it did not end")
                .orElseGet(() -> "the history says that " + progress.done() + " of " + progress.total()
                        + " statements are " + (progress.direction() == Direction.UP ? "in place" : "undone"));
    }

    private MigrationScript.Sql script(MigrationEntry entry) {
        Migration migration = entry.migration()
                .orElseThrow(() -> conflict(entry.title() + " was begun and not ended, and its files are not here"));
        Optional<MigrationScript> script =
                Examination.direction(entry) == Direction.UP ? Optional.of(migration.up()) : migration.down();
        if (script.isPresent() && script.get() instanceof MigrationScript.Sql sql) {
            return sql;
        }
        throw conflict(entry.title() + " is no SQL, so that it cannot be replayed statement by statement");
    }

    private static PlumblineException conflict(String fact) {
        return new PlumblineException(
                ErrorCode.HISTORY_CONFLICT,
                fact + ". Nothing was changed.",
                "Run 'up' with the files and classes that it was begun with.");
    }

    /**
     * Records how many statements of the migration are in place, where the catalog does not tell.
     *
     * @throws PlumblineException with {@code INVALID_ARGUMENT} for a number that the script does not have
     */
    public void done(int statements) {
        takeOver();
        runner.standAt(required().id(), statements);
    }

    /**
     * Takes the files as they are for what was applied, where they were changed since.
     *
     * @return the titles of the migrations whose record was changed, in order
     */
    public List<String> accept() {
        List<String> accepted = new ArrayList<>();
        for (MigrationEntry entry : runner.status().in(MigrationState.MODIFIED)) {
            runner.accept(entry.id());
            accepted.add(entry.title());
        }
        return List.copyOf(accepted);
    }
}
