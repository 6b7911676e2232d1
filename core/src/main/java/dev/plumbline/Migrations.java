// SPDX-License-Identifier: Apache-2.0
package dev.plumbline;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.engine.Engine;
import dev.plumbline.execute.Guards;
import dev.plumbline.execute.Outcome;
import dev.plumbline.execute.ScratchCatalog;
import dev.plumbline.migrate.HistoryLocation;
import dev.plumbline.migrate.LoggingListener;
import dev.plumbline.migrate.MigrationCheck;
import dev.plumbline.migrate.MigrationListener;
import dev.plumbline.migrate.MigrationOutcome;
import dev.plumbline.migrate.MigrationRunner;
import dev.plumbline.migrate.MigrationStatus;
import dev.plumbline.migrate.Revision;
import dev.plumbline.migrate.RunOptions;
import dev.plumbline.migrate.adopt.Adopter;
import dev.plumbline.migrate.adopt.Baseline;
import dev.plumbline.migrate.repair.PlanWalker;
import dev.plumbline.migrate.repair.Repair;
import dev.plumbline.migrate.replay.MigrationTest;
import dev.plumbline.migrate.replay.MigrationTester;
import dev.plumbline.migrate.replay.Rehearsal;
import dev.plumbline.migrate.replay.ReplayTools;
import dev.plumbline.migrate.replay.Verification;
import dev.plumbline.migrate.replay.Verifier;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.migration.Version;
import dev.plumbline.plan.Plan;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.ProgressListener;
import dev.plumbline.source.ScratchDatabases;
import java.sql.Connection;
import java.util.List;
import java.util.function.Supplier;

/**
 * A set of migrations and the database that they are for. Immutable and safe for use by several threads; several
 * processes may do the same at once. What is done is told to {@link System.Logger} {@code dev.plumbline}, unless another
 * listener is given.
 */
public final class Migrations {
    private final Engine engine;
    private final Supplier<Connection> connections;
    private final MigrationSet set;
    private final HistoryLocation location;
    private final RunOptions options;
    private final MigrationListener listener;
    private final ScratchDatabases scratch;

    private Migrations(
            Engine engine,
            Supplier<Connection> connections,
            MigrationSet set,
            HistoryLocation location,
            RunOptions options,
            MigrationListener listener,
            ScratchDatabases scratch) {
        this.engine = engine;
        this.connections = connections;
        this.set = set;
        this.location = location;
        this.options = options;
        this.listener = listener;
        this.scratch = scratch;
    }

    static Migrations of(Engine engine, Supplier<Connection> connections, MigrationSet set) {
        return new Migrations(
                engine,
                connections,
                set,
                engine.migrationRoles().history().defaultLocation(),
                RunOptions.DEFAULT,
                new LoggingListener(),
                Engines.defaultScratch(engine));
    }

    /** Returns the same, run in another way. */
    public Migrations with(RunOptions other) {
        return new Migrations(engine, connections, set, location, other, listener, scratch);
    }

    /** Returns the same with a listener that hears what is done. */
    public Migrations with(MigrationListener other) {
        return new Migrations(engine, connections, set, location, options, other, scratch);
    }

    /** Returns the same with the history in another place. */
    public Migrations with(HistoryLocation other) {
        return new Migrations(engine, connections, set, other, options, listener, scratch);
    }

    /**
     * Returns the same with the place where scratch databases are made, which {@link #verify}, {@link #dryRun} and
     * {@link #test} need; it stays the caller's to close. For SQLite they are in memory unless another place is given;
     * for PostgreSQL there is none until one is given.
     */
    public Migrations withScratch(ScratchDatabases other) {
        return new Migrations(engine, connections, set, location, options, listener, other);
    }

    /** Returns the same, making no copy of a SQLite file before what could cost rows. */
    public Migrations withoutBackup() {
        return with(options.withoutBackup());
    }

    /** Returns the migrations. */
    public MigrationSet set() {
        return set;
    }

    /**
     * Applies everything that is pending. Started in many processes at once, each migration is applied by one of them,
     * and all of them return when it is in place.
     *
     * @throws dev.plumbline.error.PlumblineException as {@link MigrationRunner#up()}
     */
    public MigrationOutcome up() {
        return runner().up();
    }

    /**
     * Undoes the last migrations, newest first.
     *
     * @throws dev.plumbline.error.PlumblineException as {@link MigrationRunner#down(int)}
     */
    public MigrationOutcome down(int count) {
        return runner().down(count);
    }

    /**
     * Goes to a version, up or down; {@code 0} is the state before the first.
     *
     * @throws dev.plumbline.error.PlumblineException as {@link MigrationRunner#to(Version)}
     */
    public MigrationOutcome to(String version) {
        return runner().to(Version.of(version));
    }

    /**
     * Undoes the last migration and applies it again.
     *
     * @throws dev.plumbline.error.PlumblineException as {@link MigrationRunner#down(int)}
     */
    public MigrationOutcome redo() {
        return runner().redo();
    }

    /** Returns how files and history stand. The database is only read, and no lock is taken. */
    public MigrationStatus status() {
        return runner().status();
    }

    /**
     * Returns whether an application that comes with these migrations can work with the database as it is. It takes no
     * lock and changes nothing, needs no right but to read the history, and none at all where there is no history.
     *
     * @throws dev.plumbline.error.PlumblineException with {@code DATABASE_ERROR} when the history cannot be read
     */
    public MigrationCheck check() {
        return MigrationCheck.of(status(), options.outOfOrder());
    }

    /**
     * Returns whether the database is what its history says: checksums, the verify scripts of applied migrations, and
     * the live catalog against one that the history makes again on a scratch database. The live database is only read.
     *
     * @throws dev.plumbline.error.PlumblineException with {@code NO_SCRATCH_DATABASE} or {@code DATABASE_ERROR}
     */
    public Verification verify() {
        return new Verifier(replayTools(), connections, set, location).verify();
    }

    /** Returns what finds out what a run would do, without doing it: {@code dryRun().up()}. */
    public Rehearsal dryRun() {
        return new Rehearsal(replayTools(), connections, set, location);
    }

    /**
     * Returns how every migration does on a scratch database that begins empty: up, down and up again, with the catalogs
     * compared at each end. No other database is looked at.
     *
     * @throws dev.plumbline.error.PlumblineException with {@code NO_SCRATCH_DATABASE} or {@code DATABASE_ERROR}
     */
    public MigrationTest test() {
        return new MigrationTester(replayTools(), set).test();
    }

    /**
     * Returns what takes over the history of another tool.
     *
     * @see Adopter#adopt
     */
    public Adopter adopter() {
        return new Adopter(engine.migrationRoles(), connections, set, location, options.patience());
    }

    /**
     * Records that a database which no tool has kept has everything up to a version, without running it.
     *
     * @return the rows that were written
     * @throws dev.plumbline.error.PlumblineException as {@link Baseline#record}
     */
    public List<Revision> baseline(String version) {
        return new Baseline(engine.migrationRoles(), connections, set, location, options.patience())
                .record(Version.of(version));
    }

    /** Returns what finds out where a migration stopped that did not end, and puts it right. */
    public Repair repair() {
        return new Repair(replayTools(), connections, set, location, runner(), adopter(), walker());
    }

    private PlanWalker walker() {
        Plumbline plumbline = Plumbline.of(engine, scratch).withSearchPath(options.searchPath());
        return new PlanWalker() {
            @Override
            public Plan plan(Catalog actual, Catalog desired) {
                return plumbline.plan(
                        LoadedSchema.of(actual, "the live database"),
                        LoadedSchema.of(desired, "the replay"),
                        PlanOptions.DEFAULT);
            }

            @Override
            public Outcome apply(Plan plan, Guards guards) {
                ApplyOptions how = new ApplyOptions(
                        ApplyOptions.DEFAULT.allowed(), options.retries(), false, options.backup(), options.endIdle());
                return plumbline.apply(plan, connections, guards, how);
            }
        };
    }

    private ReplayTools replayTools() {
        return new ReplayTools(
                engine.migrationRoles(),
                options,
                scratch,
                new ScratchCatalog(
                        scratch,
                        engine.introspector(),
                        engine.actionWriter(),
                        engine.sessionControl(),
                        ProgressListener.NONE));
    }

    /** Returns the history by rank, with the rows of migrations that were undone. */
    public List<Revision> history() {
        return runner().history();
    }

    private MigrationRunner runner() {
        return new MigrationRunner(engine.migrationRoles(), connections, set, location, options, listener);
    }
}
