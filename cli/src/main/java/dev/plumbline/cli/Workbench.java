// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.Engines;
import dev.plumbline.Plumbline;
import dev.plumbline.embedded.CacheFolder;
import dev.plumbline.engine.Engine;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.gap.HealthFacts;
import dev.plumbline.migration.FolderOptions;
import dev.plumbline.report.CatalogFiles;
import dev.plumbline.source.CatalogCache;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.IndexUse;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.MigrationHistory;
import dev.plumbline.source.RowEstimates;
import dev.plumbline.source.SchemaSource;
import dev.plumbline.source.ScratchDatabases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The library, set up for the sources of one command; closing it removes the scratch databases. */
final class Workbench implements AutoCloseable {
    private final Engine engine;
    private final ScratchDatabases scratch;
    private final DelayedProgress progress;
    private final Plumbline plumbline;
    private final FolderOptions reading;

    private Workbench(
            Engine engine,
            ScratchDatabases scratch,
            DelayedProgress progress,
            Plumbline plumbline,
            FolderOptions reading) {
        this.reading = reading;
        this.engine = engine;
        this.scratch = scratch;
        this.progress = progress;
        this.plumbline = plumbline;
    }

    /** Sets the library up for some sources; with or without what is kept of SQL files from earlier runs. */
    static Workbench of(
            ConnectionOptions connection,
            Configuration configuration,
            Terminal terminal,
            List<SchemaSource> sources,
            boolean cached) {
        Optional<String> scratchUrl = configuration.value("scratch_url", connection.scratchUrl);
        Engine engine = Engines.forId(engineId(sources, scratchUrl));
        ScratchDatabases scratch = ScratchChoice.of(engine, connection, configuration, live(sources));
        DelayedProgress progress = new DelayedProgress(terminal);
        Plumbline plumbline = Plumbline.of(engine, scratch)
                .withProgress(progress)
                .withSearchPath(configuration.list("search_path", connection.searchPath));
        Optional<CatalogCache> cache = cached ? catalogs() : Optional.empty();
        return new Workbench(
                engine,
                scratch,
                progress,
                cache.map(plumbline::withCatalogCache).orElse(plumbline),
                connection.reading.over(configuration.reading().over(FolderOptions.DEFAULT)));
    }

    private static Optional<CatalogCache> catalogs() {
        Path folder = CacheFolder.ofUser(System.getenv()).resolve("catalogs");
        return BuildVersion.identity().map(build -> new CatalogFiles(folder, build));
    }

    private static String engineId(List<SchemaSource> sources, Optional<String> scratchUrl) {
        List<String> ids = sources.stream()
                .flatMap(source -> engineOf(source).stream())
                .distinct()
                .toList();
        if (ids.size() == 2 && ids.contains("sqlite") && ids.contains("libsql")) {
            // One language and one catalog; what libSQL's server cannot do is the narrower of the two.
            return "libsql";
        }
        if (ids.size() > 1) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    "The sides belong to different engines, " + String.join(" and ", ids) + ", and cannot be compared.",
                    "Compare PostgreSQL with PostgreSQL, and SQLite with SQLite or libSQL.");
        }
        return ids.stream()
                .findFirst()
                .orElseGet(() -> scratchUrl.map(ScratchChoice::engineId).orElse("postgres"));
    }

    private static Optional<String> engineOf(SchemaSource source) {
        return switch (source) {
            case SchemaSource.LiveDatabase live -> Optional.of(live.url().engineId());
            case SchemaSource.Snapshot snapshot ->
                Optional.of(snapshot.catalog().product().engine());
            case SchemaSource.SqlFiles files -> Optional.empty();
            case SchemaSource.MigrationFolder folder -> Optional.empty();
        };
    }

    private static Optional<DatabaseUrl> live(List<SchemaSource> sources) {
        return sources.stream()
                .filter(SchemaSource.LiveDatabase.class::isInstance)
                .map(source -> ((SchemaSource.LiveDatabase) source).url())
                .findFirst();
    }

    Plumbline plumbline() {
        return plumbline;
    }

    ScratchDatabases scratch() {
        return scratch;
    }

    Engine engine() {
        return engine;
    }

    LoadedSchema load(SchemaSource source) {
        LoadedSchema loaded = loaded(source);
        progress.close();
        return loaded;
    }

    /** Loads the two sides of a comparison, both at a time where they can be. */
    LoadedSides load(SchemaSource actual, SchemaSource desired) {
        LoadedSides sides = LoadedSides.load(actual, desired, this::loaded);
        progress.close();
        return sides;
    }

    private LoadedSchema loaded(SchemaSource source) {
        return plumbline.load(source instanceof SchemaSource.MigrationFolder folder ? folder.with(reading) : source);
    }

    /** Ends the progress that is shown. */
    void quiet() {
        progress.close();
    }

    /** Returns where a schema comes from, with what a live database is besides: its journal mode, and the like. */
    String described(SchemaSource source, LoadedSchema loaded) throws SQLException {
        if (!(source instanceof SchemaSource.LiveDatabase live)) {
            return loaded.origin();
        }
        try (Connection connection = live.url().open()) {
            List<String> facts = engine.introspector().facts(connection);
            return loaded.origin() + (facts.isEmpty() ? "" : " (" + String.join(", ", facts) + ")");
        }
    }

    /** Returns what a live database tells beside its catalog; nothing for any other source. */
    HealthFacts facts(SchemaSource source, LoadedSchema loaded) throws SQLException {
        if (!(source instanceof SchemaSource.LiveDatabase live)) {
            return HealthFacts.NONE;
        }
        try (Connection connection = live.url().open()) {
            return new HealthFacts(
                    MigrationHistory.read(connection, loaded.catalog()).stream()
                            .map(found -> new HealthFacts.History(
                                    found.tool(), found.table().qualifiedName(), found.rows(), found.state()))
                            .toList(),
                    RowEstimates.read(connection, loaded.catalog()),
                    IndexUse.read(connection, loaded.catalog()));
        }
    }

    @Override
    public void close() {
        progress.close();
        scratch.close();
    }
}
