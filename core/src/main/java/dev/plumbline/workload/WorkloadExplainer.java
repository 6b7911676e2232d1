// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.workload;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.Taken;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.ScratchCatalog;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.MigrationHistory;
import dev.plumbline.source.ProgressListener;
import dev.plumbline.source.ScratchDatabase;
import dev.plumbline.source.ServerMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Explains a workload on one schema, or on two. */
public final class WorkloadExplainer {
    private final QueryExplainer explainer;
    private final ScratchCatalog scratch;
    private final List<String> searchPath;
    private final ProgressListener progress;

    /**
     * Creates an explainer.
     *
     * @param searchPath the schemas in which names are found that the workload does not qualify; empty for the default
     */
    public WorkloadExplainer(
            QueryExplainer explainer, ScratchCatalog scratch, List<String> searchPath, ProgressListener progress) {
        this.explainer = explainer;
        this.scratch = scratch;
        this.searchPath = List.copyOf(searchPath);
        this.progress = progress;
    }

    /** A schema under its conditions, with what it says to each query. */
    private record Explained(WorkloadReport.Side side, List<Explanation> explanations) {}

    /**
     * Explains every query.
     *
     * @param live opens the database that {@code actual} was read from, where there is one; it is only read
     * @throws PlumblineException with {@code DATABASE_ERROR} when a database fails; a query that a schema refuses is part
     *     of the report
     */
    public WorkloadReport explain(
            Workload workload,
            LoadedSchema actual,
            Optional<Supplier<Connection>> live,
            Optional<LoadedSchema> desired) {
        try (Connections connections = new Connections(live)) {
            // Two sides are explained under the same conditions, or what differs between those would look like a
            // change.
            Explained before = live.isPresent() && desired.isEmpty()
                    ? onLive(workload, actual, connections.live().orElseThrow())
                    : onScratch(workload, actual, connections.live());
            Optional<Explained> after = Optional.empty();
            if (desired.isPresent()) {
                after = Optional.of(onScratch(workload, desired.get(), connections.live()));
            }
            List<QueryReport> queries = new ArrayList<>();
            for (int i = 0; i < workload.queries().size(); i++) {
                int at = i;
                queries.add(new QueryReport(
                        workload.queries().get(i),
                        before.explanations().get(i),
                        after.map(side -> side.explanations().get(at))));
            }
            return new WorkloadReport(workload.origin(), before.side(), after.map(Explained::side), queries);
        } catch (SQLException e) {
            throw new PlumblineException(
                    ErrorCode.DATABASE_ERROR,
                    "The queries of " + workload.origin() + " cannot be explained: "
                            + ServerMessage.of(e).whole() + ".",
                    "The role needs to connect and to read the system catalogs; nothing was executed.",
                    null,
                    e);
        }
    }

    private Explained onLive(Workload workload, LoadedSchema schema, Connection live) throws SQLException {
        return explained(workload, schema, live, explainer.prepareLive(live));
    }

    private Explained onScratch(Workload workload, LoadedSchema schema, Optional<Connection> live) throws SQLException {
        try (ScratchDatabase database = scratch.build(schema.catalog())) {
            Connection connection = database.connection();
            return explained(workload, schema, connection, explainer.prepareScratch(connection, live, searchPath));
        }
    }

    private Explained explained(Workload workload, LoadedSchema schema, Connection connection, Conditions conditions)
            throws SQLException {
        List<Explanation> explanations = new ArrayList<>();
        for (WorkloadQuery query : workload.queries()) {
            explanations.add(explain(connection, query));
            progress.progress(
                    "explaining queries",
                    explanations.size(),
                    workload.queries().size());
        }
        return new Explained(side(schema, conditions, explanations), explanations);
    }

    private Explanation explain(Connection connection, WorkloadQuery query) throws SQLException {
        try {
            return explainer.explain(connection, query);
        } catch (SQLException e) {
            if (connection.isClosed() || !connection.isValid(5)) {
                throw e;
            }
            return new Explanation.Refusal(ServerMessage.of(e).whole());
        }
    }

    private static WorkloadReport.Side side(
            LoadedSchema schema, Conditions conditions, List<Explanation> explanations) {
        Set<String> used = explanations.stream()
                .filter(QueryPlan.class::isInstance)
                .flatMap(plan -> ((QueryPlan) plan).indexes().stream())
                .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
        List<Index> all = indexes(MigrationHistory.leaveOut(schema.catalog()));
        // What a partition has is a part of its parent's index: that one counts, and is used where a part is.
        List<Index> indexes =
                all.stream().filter(index -> whole(index).isEmpty()).toList();
        return new WorkloadReport.Side(
                schema.origin(),
                conditions,
                indexes.size(),
                indexes.stream()
                        .filter(index -> !index.unique() && !isUsed(index, used, all))
                        .map(index -> index.key().name())
                        .sorted()
                        .toList());
    }

    private static boolean isUsed(Index index, Set<String> used, List<Index> all) {
        return used.contains(index.key().name())
                || all.stream()
                        .filter(part -> whole(part).filter(index.key()::equals).isPresent())
                        .anyMatch(part -> isUsed(part, used, all));
    }

    private static Optional<ObjectKey> whole(Index part) {
        return part.attachedTo().or(() -> part.taken().map(Taken::by));
    }

    private static List<Index> indexes(Catalog catalog) {
        return catalog.objects().stream()
                .filter(Index.class::isInstance)
                .map(Index.class::cast)
                .toList();
    }

    /** The connection to the live database, opened when it is first needed. */
    private static final class Connections implements AutoCloseable {
        private final Optional<Supplier<Connection>> opener;
        private Optional<Connection> opened = Optional.empty();

        Connections(Optional<Supplier<Connection>> opener) {
            this.opener = opener;
        }

        Optional<Connection> live() {
            if (opened.isEmpty()) {
                opened = opener.map(Supplier::get);
            }
            return opened;
        }

        @Override
        public void close() throws SQLException {
            if (opened.isPresent()) {
                opened.get().close();
            }
        }
    }
}
