// SPDX-License-Identifier: Apache-2.0
package dev.plumbline;

import dev.plumbline.alignment.Aligner;
import dev.plumbline.alignment.Alignment;
import dev.plumbline.alignment.AlignmentMapping;
import dev.plumbline.alignment.ClassPath;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.UnmodelledObject;
import dev.plumbline.engine.Engine;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.Guards;
import dev.plumbline.execute.LiveCosts;
import dev.plumbline.execute.LockName;
import dev.plumbline.execute.Magnitudes;
import dev.plumbline.execute.Outcome;
import dev.plumbline.execute.PlanExecutor;
import dev.plumbline.execute.Prover;
import dev.plumbline.execute.RecastHints;
import dev.plumbline.execute.RenamedCatalog;
import dev.plumbline.execute.Retries;
import dev.plumbline.execute.SafeCopies;
import dev.plumbline.execute.SavedPlan;
import dev.plumbline.execute.ScratchCatalog;
import dev.plumbline.execute.Waiting;
import dev.plumbline.execute.WorkUnderWay;
import dev.plumbline.gap.Gap;
import dev.plumbline.migrate.RunOptions;
import dev.plumbline.migrate.replay.LiveSchema;
import dev.plumbline.migrate.replay.PlannedScript;
import dev.plumbline.migrate.replay.ReplayTools;
import dev.plumbline.migrate.replay.ScriptProof;
import dev.plumbline.plan.Plan;
import dev.plumbline.review.Circumstances;
import dev.plumbline.review.Review;
import dev.plumbline.review.ReviewSettings;
import dev.plumbline.review.ReviewUnit;
import dev.plumbline.review.Reviewer;
import dev.plumbline.review.rules.RuleBook;
import dev.plumbline.source.CatalogCache;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.Hint;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.ProgressListener;
import dev.plumbline.source.SchemaLoader;
import dev.plumbline.source.SchemaSource;
import dev.plumbline.source.ScratchDatabases;
import dev.plumbline.source.ServerMessage;
import dev.plumbline.source.SqliteErrors;
import dev.plumbline.workload.Workload;
import dev.plumbline.workload.WorkloadExplainer;
import dev.plumbline.workload.WorkloadReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The way from two schemas to one: load both, measure the gap, plan, prove, apply. Immutable; the scratch databases
 * that it is given stay the caller's to close.
 *
 * <pre>{@code
 * Plumbline plumbline = Plumbline.of(Engines.forUrl(url), scratch);
 * LoadedSchema actual = plumbline.load(new SchemaSource.LiveDatabase(url));
 * LoadedSchema desired = plumbline.load(new SchemaSource.SqlFiles(Path.of("schema")));
 * Plan plan = plumbline.plan(actual, desired, PlanOptions.DEFAULT);
 * plumbline.apply(plan, url, ApplyOptions.DEFAULT);
 * }</pre>
 */
public final class Plumbline {
    private final Engine engine;
    private final ScratchDatabases scratch;
    private final ProgressListener progress;
    private final List<String> searchPath;
    private final Optional<CatalogCache> cache;
    private final boolean owners;

    private Plumbline(
            Engine engine,
            ScratchDatabases scratch,
            ProgressListener progress,
            List<String> searchPath,
            Optional<CatalogCache> cache,
            boolean owners) {
        this.cache = cache;
        this.owners = owners;
        this.engine = engine;
        this.scratch = scratch;
        this.progress = progress;
        this.searchPath = List.copyOf(searchPath);
    }

    /** Returns the library for one engine, with the place where its scratch databases are made. */
    public static Plumbline of(Engine engine, ScratchDatabases scratch) {
        return new Plumbline(engine, scratch, ProgressListener.NONE, List.of(), Optional.empty(), false);
    }

    /** Returns the library for one engine, for what needs no scratch database. */
    public static Plumbline of(Engine engine) {
        return of(engine, new NoScratchDatabases());
    }

    /**
     * Returns the migrations' side of the library, on the database that an application already has a way to:
     *
     * <pre>{@code
     * Plumbline.on(dataSource).migrations(Path.of("migrations")).up();
     * }</pre>
     *
     * @throws PlumblineException with {@code CONNECTION_FAILED}, or {@code UNSUPPORTED} for another engine's database
     */
    public static OpenDatabase on(DataSource dataSource) {
        return OpenDatabase.of(dataSource);
    }

    /** Returns the same with a listener that hears how far the work has come. */
    public Plumbline withProgress(ProgressListener listener) {
        return new Plumbline(engine, scratch, listener, searchPath, cache, owners);
    }

    /** Returns the same with the search path under which SQL files and migrations are run; empty for the default. */
    public Plumbline withSearchPath(List<String> schemas) {
        return new Plumbline(engine, scratch, progress, schemas, cache, owners);
    }

    /** Returns the same with a cache for the catalogs of SQL files; they are loaded each time by default. */
    public Plumbline withCatalogCache(CatalogCache catalogs) {
        return new Plumbline(engine, scratch, progress, searchPath, Optional.of(catalogs), owners);
    }

    /**
     * Returns the same with or without the owners of objects among what is compared. Without, a plan gives back to its owner
     * what it makes again. With, what the desired side does not say of an object's owner stays as it is.
     */
    public Plumbline comparingOwners(boolean compared) {
        return new Plumbline(engine, scratch, progress, searchPath, cache, compared);
    }

    /**
     * Returns the schema that a source declares. A live database is only read.
     *
     * @throws PlumblineException with {@code SOURCE_NOT_LOADED} and the position when its SQL fails
     */
    public LoadedSchema load(SchemaSource source) {
        return new SchemaLoader(engine.dialect(), engine.introspector(), scratch, searchPath, cache, progress)
                .load(source);
    }

    /**
     * Returns what stands between two schemas. Renames that the desired side's hints declare are carried out first, on
     * a scratch database; the tables of other migration tools are no difference unless the desired side has them too, nor is
     * what a plan that is not finished has standing beside what it changes: that is told as information.
     */
    public Gap gap(LoadedSchema actual, LoadedSchema desired) {
        WorkUnderWay work = WorkUnderWay.in(
                actual.catalog(), engine.actionWriter().unfinished(actual.catalog()), desired.catalog());
        LoadedSchema said = RecastHints.underWay(desired, actual.catalog(), engine.actionWriter());
        RenamedCatalog renamed = settlement().renamed(actual.with(work.plain()), said);
        Gap gap = renamed.gapToRead(settlement().settled(said, renamed).catalog());
        return work.named(gap.explaining(Hint.ofValues(said.hints())));
    }

    private Settlement settlement() {
        return new Settlement(comparingScratch(), engine.actionWriter(), owners);
    }

    /**
     * Returns the plan from one schema to the other, with its reverse; proven unless the options say otherwise. A plan
     * whose proof fails is returned all the same, with the problems in its proof.
     *
     * @throws PlumblineException with {@code UNSUPPORTED} in strict mode when an object is not modelled
     */
    public Plan plan(LoadedSchema actual, LoadedSchema desired, PlanOptions options) {
        return half(actual, desired, options).plan();
    }

    /**
     * Returns the plan as {@link #plan} does, and the schema that it leads to: with options that expand, the one in which both
     * names and both forms work, from which a second plan leads on.
     *
     * @throws PlumblineException as {@link #plan} does; with {@code UNSUPPORTED} too where something cannot go by two names, or columns
     *     cannot be there in both forms
     */
    public PlannedHalf half(LoadedSchema actual, LoadedSchema desired, PlanOptions options) {
        if (options.strict()) {
            requireModelled(actual);
            requireModelled(desired);
        }
        return new Planning(settlement(), engine.actionWriter(), prover()).half(actual, desired, options);
    }

    private Prover prover() {
        return new Prover(comparingScratch(), engine.sessionControl(), engine.rowSeeder(), progress);
    }

    /**
     * Returns a plan that was saved, proven again: as it is now, whoever has written it. One whose proof fails is returned all the
     * same, with the problems in its proof.
     *
     * @param actual the schema that it begins with
     * @param desired the schema that is declared, asked for only where the plan does not lead to the schema that it was made for:
     *     if it leads to this one, it promises this one from now on, else it is said what is different; empty where none is known
     * @throws PlumblineException with {@code FINGERPRINT_CHANGED} where the plan does not begin with that schema
     */
    public Plan prove(Plan plan, LoadedSchema actual, Supplier<Optional<LoadedSchema>> desired) {
        SavedPlan saved = SavedPlan.of(plan, actual, engine.actionWriter());
        Plumbline comparing = comparingOwners(saved.owners());
        return saved.proven(
                comparing.comparingScratch(),
                comparing.prover(),
                () -> desired.get().map(schema -> comparing.settlement().declared(actual.with(saved.start()), schema)));
    }

    /**
     * Returns what the proof of a migration says that was written out of a plan: as it is now, there and back where it has a way back.
     *
     * @param actual the schema that it begins with
     * @param desired as {@link #prove(Plan, LoadedSchema, Supplier)} has it
     * @throws PlumblineException with {@code FINGERPRINT_CHANGED} where it does not begin with that schema
     */
    public ScriptProof.Found prove(
            PlannedScript script, LoadedSchema actual, Supplier<Optional<LoadedSchema>> desired) {
        SavedPlan.Start start = SavedPlan.Start.of(
                        actual,
                        engine.actionWriter(),
                        fingerprint -> fingerprint.abbreviated().equals(script.from()))
                .orElseThrow(() -> SavedPlan.Start.another(actual, script.from(), ""));
        Plumbline comparing = comparingOwners(start.owners());
        try {
            return ScriptProof.of(
                    comparing.replayTools(),
                    engine.rowSeeder(),
                    script,
                    start.catalog(),
                    () -> desired.get()
                            .map(schema -> comparing.settlement().declared(actual.with(start.catalog()), schema)));
        } catch (SQLException e) {
            throw ReplayTools.scratchFails(e);
        }
    }

    private ReplayTools replayTools() {
        return new ReplayTools(
                engine.migrationRoles(), RunOptions.DEFAULT.withSearchPath(searchPath), scratch, comparingScratch());
    }

    /**
     * Returns a plan with the sizes that the relations of its steps have on a live database, and about how long the steps take
     * there that have much to do. The database is only read, and only about these relations. A plan that was not proven, or
     * whose database does not tell, is returned as it is.
     *
     * @throws PlumblineException with {@code CONNECTION_FAILED}
     */
    public Plan withSizes(Plan plan, DatabaseUrl live) {
        Optional<Magnitudes> magnitudes = engine.sessionControl().magnitudes();
        if (magnitudes.isEmpty()
                || plan.steps().stream().allMatch(step -> step.cost().isEmpty())) {
            return plan;
        }
        try (Connection connection = live.open()) {
            return LiveCosts.of(plan, magnitudes.get(), connection, scratch);
        } catch (SQLException e) {
            // What the steps do is proven all the same; a size that has to be waited for is not worth it.
            return plan;
        }
    }

    /**
     * Returns where the types of an application do not fit a schema.
     *
     * @param classes where the types are found; it stays the caller's to close
     * @throws PlumblineException with {@code SOURCE_NOT_FOUND} when a type is not there
     */
    public Alignment align(LoadedSchema schema, AlignmentMapping mapping, ClassPath classes) {
        return new Aligner(schema.catalog(), engine.columnTypes(), classes).align(mapping);
    }

    private static void requireModelled(LoadedSchema schema) {
        List<UnmodelledObject> unmodelled = schema.catalog().unmodelled();
        if (!unmodelled.isEmpty()) {
            throw new PlumblineException(
                    ErrorCode.UNSUPPORTED,
                    schema.origin() + " has " + unmodelled.size() + " objects that Plumbline does not compare: "
                            + unmodelled.stream()
                                    .map(Object::toString)
                                    .limit(10)
                                    .collect(Collectors.joining(", "))
                            + ".",
                    "Leave strict mode to plan for everything else; these objects are not touched.");
        }
    }

    /**
     * Applies a plan to the database that it was made for. When an earlier run was interrupted, this one goes on where
     * that one stopped.
     *
     * @throws PlumblineException with {@code HAZARD_NOT_ALLOWED}, {@code NOT_PROVEN} or {@code FINGERPRINT_CHANGED}
     *     before anything was touched, with {@code STEP_FAILED} or {@code LOCK_NOT_AVAILABLE} afterwards
     */
    public Outcome apply(Plan plan, DatabaseUrl url, ApplyOptions options) {
        return apply(
                options.lockTimeout().map(plan::waitingAtMost).orElse(plan),
                url::open,
                new Guards(options.allowed(), options.allowUnproven()),
                options);
    }

    /** Applies a plan; what the options say of hazards and proofs is in the guards. */
    Outcome apply(Plan plan, Supplier<Connection> connections, Guards guards, ApplyOptions options) {
        PlanExecutor executor = new PlanExecutor(
                engine.introspector(),
                engine.sessionControl(),
                engine.migrationLocks(LockName.DEFAULT),
                options.backup() ? engine.safeCopies() : SafeCopies.NONE,
                new Waiting(Retries.times(options.retries()), options.endIdle()),
                progress);
        return executor.apply(plan, connections, guards);
    }

    /**
     * Returns the copies that earlier runs have made beside a database, which did not come to their end: one sentence
     * for each, with the way back to it.
     *
     * @throws PlumblineException with {@code CONNECTION_FAILED} or {@code DATABASE_ERROR}
     */
    public List<String> copiesLeft(DatabaseUrl url) {
        return seenIn(url, connection -> engine.safeCopies().left(connection));
    }

    /**
     * Returns what a plan's steps would have to wait for if they were applied now, such as sessions that have been in a
     * transaction for long: one sentence for each; and what standbys will notice of them. Which locks steps take is known of a
     * plan that was proven.
     *
     * @throws PlumblineException with {@code CONNECTION_FAILED} or {@code DATABASE_ERROR}
     */
    public List<String> obstacles(Plan plan, DatabaseUrl url) {
        return seenIn(url, connection -> engine.sessionControl().obstacles(connection, plan.steps()));
    }

    /**
     * Returns the trash of a database.
     *
     * @throws PlumblineException with {@code UNSUPPORTED} where there is none for its kind
     */
    public DatabaseTrash trash(DatabaseUrl url) {
        return DatabaseTrash.of(engine, url);
    }

    @FunctionalInterface
    interface Look<T> {
        List<T> at(Connection connection) throws SQLException;
    }

    static <T> List<T> seenIn(DatabaseUrl url, Look<T> look) {
        try (Connection connection = url.open()) {
            return look.at(connection);
        } catch (SQLException e) {
            throw new PlumblineException(
                    ErrorCode.DATABASE_ERROR,
                    "The database fails: " + ServerMessage.of(e).whole() + ".",
                    SqliteErrors.wayOut(e).orElse("Look whether the database is reachable and sound."),
                    null,
                    e);
        }
    }

    /**
     * Returns what a schema, or a change from one to another, means for the queries of an application. Every query is
     * explained, none is executed.
     *
     * @param live the database that {@code actual} was read from, where there is one; its statistics are read
     * @param desired the schema after the change; empty to look at the actual one alone
     */
    public WorkloadReport workload(
            Workload workload, LoadedSchema actual, Optional<DatabaseUrl> live, Optional<LoadedSchema> desired) {
        return new WorkloadExplainer(engine.queryExplainer(), scratchCatalog(), searchPath, progress)
                .explain(workload, actual, live.map(url -> url::open), desired);
    }

    /**
     * Reviews migrations: tries them statement by statement on scratch databases, and lets the rules judge what was seen.
     *
     * @param base the schema that they find; empty for what the migrations before them in their folder make, or nothing
     * @param rows about how many rows tables of the live database hold; empty where none is looked at
     * @throws PlumblineException with {@code NO_SCRATCH_DATABASE}, or {@code DATABASE_ERROR} when one fails; what is
     *     wrong with a file is a finding
     */
    public Review review(
            List<ReviewUnit> units,
            Optional<LoadedSchema> base,
            SortedMap<ObjectKey, Long> rows,
            ReviewSettings settings) {
        ReplayTools tools = new ReplayTools(
                engine.migrationRoles(), RunOptions.DEFAULT.withSearchPath(searchPath), scratch, scratchCatalog());
        return new Reviewer(tools, RuleBook.rules(), base.map(schema -> new LiveSchema(schema.catalog())))
                .review(units, settings, new Circumstances(engine.dialect(), settings.runner(), rows));
    }

    private ScratchCatalog comparingScratch() {
        return scratchCatalog().comparingOwners(owners);
    }

    private ScratchCatalog scratchCatalog() {
        return new ScratchCatalog(
                scratch, engine.introspector(), engine.actionWriter(), engine.sessionControl(), progress);
    }
}
