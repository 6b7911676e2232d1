// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.script.SqlDialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Makes a catalog of whatever a schema comes from. SQL is run on scratch databases, which are gone afterwards. */
public final class SchemaLoader {
    private final Introspector introspector;
    private final SqlFilesLoader sqlFiles;
    private final MigrationFolderLoader migrations;
    private final ProgressListener progress;

    /**
     * Creates a loader from what an engine offers.
     *
     * @param searchPath the schemas in which SQL finds and makes what it does not qualify; empty for the default
     * @param cache where the catalogs of SQL files are kept from one run to the next; empty to load them each time
     */
    public SchemaLoader(
            SqlDialect dialect,
            Introspector introspector,
            ScratchDatabases scratch,
            List<String> searchPath,
            Optional<CatalogCache> cache,
            ProgressListener progress) {
        List<String> path = List.copyOf(searchPath);
        this.introspector = introspector;
        this.sqlFiles = new SqlFilesLoader(dialect, introspector, scratch, path, cache, progress);
        this.migrations = new MigrationFolderLoader(dialect, introspector, scratch, path, progress);
        this.progress = progress;
    }

    /**
     * Returns the schema that a source declares.
     *
     * @throws PlumblineException with {@code SOURCE_NOT_FOUND}, {@code CONNECTION_FAILED}, or {@code
     *     SOURCE_NOT_LOADED} with the position of the statement that failed
     */
    public LoadedSchema load(SchemaSource source) {
        progress.progress("loading " + source.description(), 0, 0);
        try {
            return switch (source) {
                case SchemaSource.LiveDatabase live -> live(live);
                case SchemaSource.Snapshot snapshot -> LoadedSchema.of(snapshot.catalog(), snapshot.origin());
                case SchemaSource.SqlFiles files -> declared(sqlFiles.load(files));
                case SchemaSource.MigrationFolder folder -> declared(migrations.load(folder));
            };
        } catch (SQLException e) {
            throw new PlumblineException(
                    ErrorCode.DATABASE_ERROR,
                    "The catalog of " + source.description() + " cannot be read: "
                            + ServerMessage.of(e).whole() + ".",
                    SqliteErrors.wayOut(e)
                            .orElse("The role needs to connect and to read the system catalogs, no more."),
                    null,
                    e);
        }
    }

    /** What belongs to the login of the scratch database is what nobody said anything of. */
    private static LoadedSchema declared(LoadedSchema schema) {
        Catalog catalog = schema.catalog();
        return new LoadedSchema(catalog.with(catalog.ownership().declared()), schema.hints(), schema.origin());
    }

    private LoadedSchema live(SchemaSource.LiveDatabase live) throws SQLException {
        try (Connection connection = live.url().open()) {
            return LoadedSchema.of(introspector.inspect(connection), live.description());
        }
    }
}
