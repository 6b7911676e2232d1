// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.DefaultPrivilege;
import dev.plumbline.catalog.Grant;
import dev.plumbline.catalog.Owners;
import dev.plumbline.catalog.Ownership;
import dev.plumbline.catalog.Policy;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.UserMapping;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.plan.ActionWriter;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Planner;
import dev.plumbline.plan.Step;
import dev.plumbline.source.Introspector;
import dev.plumbline.source.ProgressListener;
import dev.plumbline.source.ScratchDatabase;
import dev.plumbline.source.ScratchDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Makes a catalog that exists only as a value into a scratch database, with the statements a plan would use. */
public final class ScratchCatalog {
    private final ScratchDatabases scratch;
    private final Introspector introspector;
    private final ActionWriter writer;
    private final SessionControl session;
    private final ProgressListener progress;
    private final boolean owners;

    /** Creates a maker from what an engine offers. */
    public ScratchCatalog(
            ScratchDatabases scratch,
            Introspector introspector,
            ActionWriter writer,
            SessionControl session,
            ProgressListener progress) {
        this(scratch, introspector, writer, session, progress, false);
    }

    private ScratchCatalog(
            ScratchDatabases scratch,
            Introspector introspector,
            ActionWriter writer,
            SessionControl session,
            ProgressListener progress,
            boolean owners) {
        this.owners = owners;
        this.scratch = scratch;
        this.introspector = introspector;
        this.writer = writer;
        this.session = session;
        this.progress = progress;
    }

    /** Returns one whose catalogs have the owners of objects as objects. */
    public ScratchCatalog comparingOwners(boolean compared) {
        return new ScratchCatalog(scratch, introspector, writer, session, progress, compared);
    }

    /** Returns whether its catalogs have the owners of objects as objects. */
    boolean comparesOwners() {
        return owners;
    }

    /**
     * Returns a scratch database that holds the catalog, without rows; the caller closes it.
     *
     * @throws PlumblineException with {@code SOURCE_NOT_LOADED} when a statement fails; nothing is left behind then
     */
    public ScratchDatabase build(Catalog catalog) {
        ScratchDatabase database = scratch.create();
        boolean built = false;
        try {
            Catalog made = feasible(database.connection(), catalog);
            roles(made).forEach(database::stubRole);
            fill(database.connection(), made);
            built = true;
            return database;
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            if (!built) {
                database.close();
            }
        }
    }

    /**
     * Returns a scratch database that holds the catalog, without rows and without its owners unless these are compared: to see
     * what becomes of names. The caller closes it.
     *
     * @throws PlumblineException as {@link #build} does
     */
    ScratchDatabase buildUngiven(Catalog catalog) {
        return build(owners ? catalog : catalog.with(Ownership.NONE));
    }

    /** A login that cannot give objects away does without owners, unless they are what is compared. */
    Catalog feasible(Connection connection, Catalog catalog) throws SQLException {
        return givesObjects(connection) ? catalog : catalog.with(Ownership.NONE);
    }

    /** Returns whether this login gives objects to other roles: it can, or owners are what is compared. */
    boolean givesObjects(Connection connection) throws SQLException {
        return owners || session.givesToAnyRole(connection);
    }

    /** Returns the steps as this login can carry them out: where it cannot give objects away, without the statements that do. */
    List<Step> feasible(Connection connection, List<Step> steps) throws SQLException {
        return givesObjects(connection) ? steps : session.givingNothing(steps);
    }

    /**
     * Returns the catalog that steps lead to, carried out without rows.
     *
     * @throws PlumblineException with {@code SOURCE_NOT_LOADED} when a statement fails
     */
    public Catalog after(Catalog catalog, List<Step> steps) {
        return after(catalog, steps, connection -> {});
    }

    /** What is asked of a database. */
    @FunctionalInterface
    interface Question {
        /** Asks it. */
        void ask(Connection connection) throws SQLException;
    }

    /**
     * Returns the catalog that steps lead to, carried out without rows.
     *
     * @param question what is asked of the database then; what it throws is passed on
     * @throws PlumblineException with {@code SOURCE_NOT_LOADED} when a statement of a step fails
     */
    Catalog after(Catalog catalog, List<Step> steps, Question question) {
        try (ScratchDatabase database = build(catalog)) {
            run(database.connection(), feasible(database.connection(), steps));
            question.ask(database.connection());
            return inspect(database.connection());
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static PlumblineException failed(SQLException e) {
        return new PlumblineException(
                ErrorCode.DATABASE_ERROR, "The scratch database failed: " + e.getMessage(), null, null, e);
    }

    private void fill(Connection connection, Catalog catalog) throws SQLException {
        session.prepare(connection);
        // Steps name what the server chose on the live database, too.
        Catalog said = writer.said(catalog);
        run(connection, new Planner(writer).steps(GapFinder.between(inspect(connection), said)));
    }

    private void run(Connection connection, List<Step> steps) {
        UnwatchedRunner runner = new UnwatchedRunner(session);
        for (List<Step> group : pieces(steps)) {
            try {
                runner.run(connection, group);
            } catch (StepException e) {
                throw new PlumblineException(
                        ErrorCode.SOURCE_NOT_LOADED,
                        "The schema cannot be made again on a scratch database (" + scratch.description() + "): "
                                + e.fact() + ".",
                        "A scratch database on a server that has what is missing helps: --scratch-url.",
                        e.position(),
                        e.error());
            }
            progress.progress(
                    "building the scratch database", group.get(group.size() - 1).number(), steps.size());
        }
    }

    /** Nobody sees a scratch database half made: what is committed together there is as much as suits the engine. */
    private List<List<Step>> pieces(List<Step> steps) {
        int most = session.scratchTransaction();
        List<List<Step>> pieces = new ArrayList<>();
        for (List<Step> group : Plan.groups(steps)) {
            for (int from = 0; from < group.size(); from += most) {
                pieces.add(group.subList(from, Math.min(group.size(), from + most)));
            }
        }
        return pieces;
    }

    /** Returns the catalog that the connection sees. */
    public Catalog inspect(Connection connection) throws SQLException {
        return withOwners(introspector.inspect(connection));
    }

    /** Returns the catalog as the transaction sees it that is open on the connection, if one is. */
    public Catalog inspectWithin(Connection connection) throws SQLException {
        return withOwners(introspector.inspectWithin(connection));
    }

    private Catalog withOwners(Catalog catalog) {
        return owners ? Owners.compared(catalog) : catalog;
    }

    /** Returns what writes the statements that make its catalogs. */
    public ActionWriter writer() {
        return writer;
    }

    SessionControl session() {
        return session;
    }

    /** Returns the roles that the catalog names or gives objects to, apart from everyone and the owner, who are always there. */
    public static NavigableSet<String> roles(Catalog catalog) {
        NavigableSet<String> roles = new TreeSet<>();
        catalog.objects().stream().flatMap(ScratchCatalog::rolesOf).forEach(roles::add);
        if (catalog.ownership().binding()) {
            roles.addAll(catalog.ownership().roles().values());
        }
        roles.removeIf(role -> role.equals("PUBLIC") || role.equals("<owner>"));
        return roles;
    }

    private static Stream<String> rolesOf(SchemaObject object) {
        if (object instanceof Grant grant) {
            return Stream.of(grant.grantee());
        }
        if (object instanceof DefaultPrivilege privilege) {
            return Stream.of(privilege.creator(), privilege.grantee());
        }
        if (object instanceof UserMapping mapping) {
            return Stream.of(mapping.user());
        }
        return object instanceof Policy policy ? policy.roles().stream() : Stream.of();
    }
}
