// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.replay;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.LiveCosts;
import dev.plumbline.execute.Magnitudes;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.gap.GapText;
import dev.plumbline.migrate.History;
import dev.plumbline.migrate.HistoryLocation;
import dev.plumbline.migrate.Itinerary;
import dev.plumbline.migrate.Revision;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.migration.Version;
import dev.plumbline.plan.StepCost;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.source.RowEstimates;
import dev.plumbline.source.ScratchDatabase;
import dev.plumbline.source.ServerMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Finds out what a run would do, without doing it: carries it out on a scratch database that is given the catalog of the
 * live one, which is only read. What the live database's rows would make of it, it cannot see.
 */
public final class Rehearsal {
    private final ReplayTools tools;
    private final Supplier<Connection> connections;
    private final MigrationSet set;
    private final History history;

    /**
     * Creates a rehearsal.
     *
     * @param connections opens connections to the live database; each is closed after its use
     */
    public Rehearsal(ReplayTools tools, Supplier<Connection> connections, MigrationSet set, HistoryLocation location) {
        this.tools = tools;
        this.connections = connections;
        this.set = set;
        this.history = new History(tools.roles().history(), location);
    }

    /**
     * Returns what applying everything that is pending would do.
     *
     * @throws PlumblineException with {@code HISTORY_CONFLICT} where the run would refuse, {@code DATABASE_ERROR} when
     *     the live database cannot be read
     */
    public DryRun up() {
        return run(revisions -> Itinerary.up(set, revisions, tools.options(), dialect()));
    }

    /**
     * Returns what undoing the last migrations would do.
     *
     * @throws PlumblineException as {@link #up()}
     */
    public DryRun down(int count) {
        return run(revisions -> Itinerary.down(set, revisions, count, dialect()));
    }

    /**
     * Returns what going to a version would do; {@code 0} is the state before the first.
     *
     * @throws PlumblineException as {@link #up()}, and with {@code INVALID_ARGUMENT} for a version that nobody knows
     */
    public DryRun to(String version) {
        return run(revisions -> Itinerary.to(set, revisions, Version.of(version), tools.options(), dialect()));
    }

    private SqlDialect dialect() {
        return tools.roles().dialect();
    }

    private DryRun run(Function<List<Revision>, Itinerary> course) {
        try (Connection connection = connections.get()) {
            LiveSchema live = LiveSchema.read(tools, connection);
            Itinerary itinerary = course.apply(history.read(connection));
            if (itinerary.legs().isEmpty()) {
                return new DryRun(itinerary.status(), List.of(), Optional.empty(), itinerary.notes());
            }
            DryRun run = rehearse(itinerary, live, RowEstimates.read(connection, live.catalog()));
            Optional<Magnitudes> magnitudes = tools.roles().session().magnitudes();
            return magnitudes.isEmpty() ? run : sized(run, magnitudes.get(), connection);
        } catch (SQLException e) {
            throw new PlumblineException(
                    ErrorCode.DATABASE_ERROR,
                    "The run cannot be rehearsed: " + ServerMessage.of(e).whole() + ". Nothing was changed.",
                    "The role needs to read the history and the system catalogs.",
                    null,
                    e);
        }
    }

    /** Says how large the relations are on the live database, and how long much work takes. */
    private DryRun sized(DryRun run, Magnitudes magnitudes, Connection connection) {
        List<StepCost> costs = run.migrations().stream()
                .flatMap(migration -> migration.statements().stream())
                .flatMap(statement -> statement.cost().stream())
                .toList();
        try {
            LiveCosts live = LiveCosts.read(costs, magnitudes, connection, tools.scratch());
            List<RehearsedMigration> migrations = new ArrayList<>();
            for (RehearsedMigration migration : run.migrations()) {
                List<RehearsedStatement> statements = new ArrayList<>();
                for (RehearsedStatement statement : migration.statements()) {
                    statements.add(
                            statement.cost().isEmpty()
                                    ? statement
                                    : statement.with(live.of(statement.cost().orElseThrow())));
                }
                migrations.add(migration.with(statements));
            }
            return new DryRun(run.status(), migrations, run.notRehearsed(), run.notes());
        } catch (SQLException e) {
            // What the statements do was seen all the same; a size that has to be waited for is not worth it.
            return run;
        }
    }

    private DryRun rehearse(Itinerary itinerary, LiveSchema live, SortedMap<ObjectKey, Long> rows) throws SQLException {
        List<String> notes = new ArrayList<>(itinerary.notes());
        try (ScratchDatabase scratch = tools.catalogs().build(live.catalog())) {
            notes.addAll(live.notes(scratch.connection(), tools));
            Catalog start = tools.catalogs().inspect(scratch.connection());
            Gap unlike = GapFinder.between(start, live.catalog());
            if (!unlike.isEmpty()) {
                notes.add("The scratch database is not quite as the live one: " + GapText.brief(unlike) + ".");
            }
            Lineage lineage = new Lineage(
                    dialect(), live.catalog(), rows, tools.roles().session().identities(scratch.connection()));
            LegRehearsal legs = new LegRehearsal(
                    tools, new ReplaySession(tools, scratch, Optional.of(live)), lineage, set.callbacks());
            return new DryRun(itinerary.status(), legs.run(itinerary.legs(), start), Optional.empty(), notes);
        } catch (PlumblineException e) {
            // Only the way to the scratch database ends here; what a migration does wrong is its own result.
            return new DryRun(
                    itinerary.status(),
                    itinerary.legs().stream()
                            .map(leg -> LegRehearsal.untried(leg, tools))
                            .toList(),
                    Optional.of(ReplayException.of(e, 0).failure()),
                    notes);
        }
    }
}
