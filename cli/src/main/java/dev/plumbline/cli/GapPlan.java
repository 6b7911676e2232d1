// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.PlanOptions;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.MigrationHistory;
import dev.plumbline.source.SchemaSource;
import dev.plumbline.source.ScratchDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a new migration has to do: from where the migrations of a folder lead to the desired schema.
 *
 * @param plan the plan, with its proof
 * @param desired the catalog that it reaches
 */
record GapPlan(Plan plan, Catalog desired) {

    /**
     * Plans.
     *
     * @param folder the migrations to begin behind; empty when there are none yet, to begin with nothing
     */
    static GapPlan make(
            ConnectionOptions connection,
            Configuration configuration,
            Terminal terminal,
            Optional<String> actual,
            Optional<String> desired,
            @Nullable List<String> schemas,
            Optional<Path> folder)
            throws SQLException {
        SideOptions sides = new SideOptions();
        sides.desired = desired.or(() -> configuration.source("desired", null)).orElse(null);
        SchemaSource goal = Sources.desired(sides, Configuration.NONE);
        Optional<SchemaSource> start =
                actual.map(Sources::parse).or(() -> folder.map(SchemaSource.MigrationFolder::new));
        List<SchemaSource> sources = new ArrayList<>(List.of(goal));
        start.ifPresent(sources::addFirst);
        Optional<DatabaseUrl> server = MigrationBench.optionalUrl(connection, configuration);
        server.map(SchemaSource.LiveDatabase::new).ifPresent(sources::add);
        try (Workbench workbench = Workbench.of(connection, configuration, terminal, sources, true)) {
            LoadedSchema from = start.isPresent() ? workbench.load(start.get()) : nothing(workbench);
            LoadedSchema to = new SchemaFilter(configuration.list("schemas", schemas))
                    .desiredOver(from, withoutHistories(workbench.load(goal)));
            Plan plan = workbench.plumbline().plan(from, to, PlanOptions.DEFAULT);
            workbench.quiet();
            return new GapPlan(plan, to.catalog());
        }
    }

    boolean proven() {
        return plan.proof().filter(Proof::holds).isPresent();
    }

    private static LoadedSchema nothing(Workbench workbench) throws SQLException {
        try (ScratchDatabase database = workbench.scratch().create()) {
            return LoadedSchema.of(
                    workbench.engine().introspector().inspect(database.connection()),
                    "nothing, before the first migration");
        }
    }

    /** A live database that is the desired side has a history of its own, which no migration makes. */
    private static LoadedSchema withoutHistories(LoadedSchema schema) {
        return new LoadedSchema(MigrationHistory.leaveOut(schema.catalog()), schema.hints(), schema.origin());
    }
}
