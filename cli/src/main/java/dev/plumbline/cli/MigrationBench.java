// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.Migrations;
import dev.plumbline.OpenDatabase;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The library's migrations, set up from options and configuration. */
final class MigrationBench {
    private MigrationBench() {}

    /** Returns the database that is meant. */
    static DatabaseUrl url(ConnectionOptions connection, Configuration configuration) {
        return configuration
                .value("url", connection.url)
                .map(DatabaseUrl::parse)
                .orElseThrow(() -> new PlumblineException(
                        ErrorCode.INVALID_ARGUMENT,
                        "No database is named.",
                        "Give --url, or let plumbline init write plumbline.toml."));
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
    static MigrationSet read(MigrationsOptions options, Configuration configuration, SqlDialect dialect) {
        FolderOptions reading = FolderOptions.DEFAULT
                .withPlaceholders(options.placeholders)
                .withJavaMigrations(JavaMigrations.find(Thread.currentThread().getContextClassLoader()));
        return MigrationFolder.read(
                requiredFolder(options, configuration),
                dialect,
                options.contexts == null ? reading : reading.withContexts(options.contexts));
    }

    /** Returns the migrations on their database. */
    static Migrations of(
            DatabaseUrl url,
            MigrationsOptions options,
            ConnectionOptions connection,
            Configuration configuration,
            MigrationListener listener) {
        OpenDatabase database = OpenDatabase.of(url);
        RunOptions run = new RunOptions(
                options.outOfOrder,
                options.allowModified,
                Duration.ofSeconds(options.lockTimeout),
                RunOptions.DEFAULT.retries(),
                Duration.ofSeconds(options.wait),
                configuration.list("search_path", connection.searchPath));
        Migrations migrations = database.migrations(read(options, configuration, database.dialect()))
                .with(run)
                .with(listener);
        return configuration
                .value("history", options.history)
                .map(text -> migrations.with(location(text, url)))
                .orElse(migrations);
    }

    private static HistoryLocation location(String text, DatabaseUrl url) {
        int dot = text.indexOf('.');
        String schema = dot < 0 ? (url.engineId().equals("sqlite") ? "main" : "public") : text.substring(0, dot);
        return new HistoryLocation(schema, text.substring(dot + 1));
    }
}
