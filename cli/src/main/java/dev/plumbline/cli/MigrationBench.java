// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.Engines;
import dev.plumbline.Migrations;
import dev.plumbline.OpenDatabase;
import dev.plumbline.engine.Engine;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.migrate.HistoryLocation;
import dev.plumbline.migrate.MigrationListener;
import dev.plumbline.migrate.RunOptions;
import dev.plumbline.migration.FolderOptions;
import dev.plumbline.migration.JavaMigrations;
import dev.plumbline.migration.MigrationFolder;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.ScratchDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The library's migrations, set up from options and configuration. */
final class MigrationBench {
    private MigrationBench() {}

    /** Returns the database that is meant. */
    static DatabaseUrl url(ConnectionOptions connection, Configuration configuration) {
        return optionalUrl(connection, configuration).orElseThrow(MigrationBench::noDatabase);
    }

    private static PlumblineException noDatabase() {
        return new PlumblineException(
                ErrorCode.INVALID_ARGUMENT,
                "No database is named.",
                "Give --url, or let plumbline init write plumbline.toml.");
    }

    /** Returns the database that is named, if one is. */
    static Optional<DatabaseUrl> optionalUrl(ConnectionOptions connection, Configuration configuration) {
        return configuration.source("url", connection.url).map(url -> LiveUrl.of(url, configuration));
    }

    /** Returns the engine of the database that is named, else that of the scratch databases, else PostgreSQL. */
    static Engine engine(ConnectionOptions connection, Configuration configuration) {
        return optionalUrl(connection, configuration)
                .map(Engines::forUrl)
                .orElseGet(() -> Engines.forId(configuration
                        .value("scratch_url", connection.scratchUrl)
                        .map(ScratchChoice::engineId)
                        .orElse("postgres")));
    }

    static SqlDialect dialect(ConnectionOptions connection, Configuration configuration) {
        return engine(connection, configuration).dialect();
    }

    /** Returns the place for scratch databases, as every other command chooses it; the caller closes it. */
    static ScratchDatabases scratch(
            Optional<DatabaseUrl> live, ConnectionOptions connection, Configuration configuration) {
        return ScratchChoice.of(engine(connection, configuration), connection, configuration, live);
    }

    /** Returns the folder that is meant; empty where none is named and the usual one is not there. */
    static Optional<Path> folder(MigrationsOptions options, Configuration configuration) {
        return configuration
                .source("migrations", options.migrations)
                .map(text -> Path.of(text.startsWith("migrations:") ? text.substring("migrations:".length()) : text))
                .or(() -> Optional.of(Path.of("migrations")).filter(Files::isDirectory));
    }

    static Path requiredFolder(MigrationsOptions options, Configuration configuration) {
        return folder(options, configuration)
                .orElseThrow(() -> new PlumblineException(
                        ErrorCode.INVALID_ARGUMENT,
                        "No folder of migrations is named.",
                        "Give --migrations DIR, or write migrations = \"DIR\" into plumbline.toml."));
    }

    /** Returns the migrations of the folder, those in Java on the class path among them. */
    static MigrationSet read(
            MigrationsOptions options, ConnectionOptions connection, Configuration configuration, SqlDialect dialect) {
        return MigrationFolder.read(
                requiredFolder(options, configuration), dialect, reading(connection, configuration, dialect));
    }

    /** Returns how folders of migrations are read, those in Java on the class path with them. */
    static FolderOptions reading(ConnectionOptions connection, Configuration configuration, SqlDialect dialect) {
        Optional<DatabaseUrl> url = optionalUrl(connection, configuration);
        return connection
                .reading
                .over(configuration.reading().over(FolderOptions.DEFAULT))
                .withFlywayFacts(
                        configuration.list("search_path", connection.searchPath).stream()
                                .findFirst()
                                .orElse(dialect == SqlDialect.POSTGRES ? "public" : "main"),
                        url.map(live -> live.settings().getOrDefault("user", ""))
                                .orElse(""),
                        url.map(DatabaseUrl::databaseName).orElse(""))
                .withJavaMigrations(JavaMigrations.find(Thread.currentThread().getContextClassLoader()));
    }

    /** Returns the migrations on their database. */
    static Migrations of(
            DatabaseUrl url,
            MigrationsOptions options,
            ConnectionOptions connection,
            Configuration configuration,
            MigrationListener listener) {
        return of(
                url,
                read(options, connection, configuration, OpenDatabase.of(url).dialect()),
                options,
                connection,
                configuration,
                listener);
    }

    /** Returns migrations that were read before on a database. */
    static Migrations of(
            DatabaseUrl url,
            MigrationSet set,
            MigrationsOptions options,
            ConnectionOptions connection,
            Configuration configuration,
            MigrationListener listener) {
        Migrations migrations = of(OpenDatabase.of(url), set, options, connection, configuration)
                .with(listener);
        return configuration
                .value("history", options.history)
                .map(text -> migrations.with(location(text, url)))
                .orElse(migrations);
    }

    /** Returns the migrations without a live database, for what only looks at scratch databases. */
    static Migrations withoutDatabase(
            MigrationsOptions options, ConnectionOptions connection, Configuration configuration) {
        OpenDatabase none = OpenDatabase.of(engine(connection, configuration), () -> {
            throw noDatabase();
        });
        return of(none, read(options, connection, configuration, none.dialect()), options, connection, configuration)
                .with(MigrationListener.NONE);
    }

    private static Migrations of(
            OpenDatabase database,
            MigrationSet set,
            MigrationsOptions options,
            ConnectionOptions connection,
            Configuration configuration) {
        RunOptions run = new RunOptions(
                options.outOfOrder,
                options.allowModified,
                options.lockTimeout(),
                RunOptions.DEFAULT.retries(),
                options.longestWait(),
                options.besideOthers,
                configuration.list("search_path", connection.searchPath),
                true,
                Optional.ofNullable(options.endIdle).map(Duration::ofSeconds));
        return database.migrations(set).with(run);
    }

    private static HistoryLocation location(String text, DatabaseUrl url) {
        int dot = text.indexOf('.');
        String schema = dot < 0 ? (url.engineId().equals("postgres") ? "public" : "main") : text.substring(0, dot);
        return new HistoryLocation(schema, text.substring(dot + 1));
    }
}
