// SPDX-License-Identifier: Apache-2.0
package dev.plumbline;

import dev.plumbline.alignment.Aligner;
import dev.plumbline.alignment.Alignment;
import dev.plumbline.alignment.AlignmentMapping;
import dev.plumbline.alignment.ClassPath;
import dev.plumbline.engine.Engine;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.migration.FolderOptions;
import dev.plumbline.migration.JavaMigrations;
import dev.plumbline.migration.MigrationFolder;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.ServerMessage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** A database to which there is a way already: a pool's, or that of a URL. Immutable. */
public final class OpenDatabase {
    private final Engine engine;
    private final Supplier<Connection> connections;

    private OpenDatabase(Engine engine, Supplier<Connection> connections) {
        this.engine = engine;
        this.connections = connections;
    }

    /** Returns the database of a URL. */
    public static OpenDatabase of(DatabaseUrl url) {
        return new OpenDatabase(Engines.forUrl(url), url::open);
    }

    /**
     * Returns a database of an engine that is reached in the caller's own way.
     *
     * @param connections opens connections; each is closed after its use
     */
    public static OpenDatabase of(Engine engine, Supplier<Connection> connections) {
        return new OpenDatabase(engine, connections);
    }

    static OpenDatabase of(DataSource dataSource) {
        Supplier<Connection> connections = () -> connect(dataSource);
        try (Connection connection = connections.get()) {
            String product = connection.getMetaData().getDatabaseProductName();
            return new OpenDatabase(
                    Engines.forId(product.toLowerCase(Locale.ROOT).replace("postgresql", "postgres")), connections);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static Connection connect(DataSource dataSource) {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static PlumblineException failed(SQLException e) {
        return new PlumblineException(
                ErrorCode.CONNECTION_FAILED,
                "The data source gives no connection: " + e.getMessage() + ".",
                "Check that the database runs and that the data source is set up for it.",
                null,
                e);
    }

    /** Returns how its scripts are split into statements. */
    public SqlDialect dialect() {
        return engine.dialect();
    }

    /**
     * Returns the migrations of a folder, in whatever format they are written, with those in Java that are found by
     * {@link java.util.ServiceLoader}.
     *
     * @throws PlumblineException with {@code SOURCE_NOT_FOUND} or {@code SOURCE_NOT_LOADED} when it cannot be read
     */
    public Migrations migrations(Path folder) {
        FolderOptions options = FolderOptions.DEFAULT.withJavaMigrations(
                JavaMigrations.find(Thread.currentThread().getContextClassLoader()));
        return migrations(MigrationFolder.read(folder, engine.dialect(), options));
    }

    /**
     * Returns where the types of this application do not fit the database, which is only read:
     *
     * <pre>{@code
     * Plumbline.on(dataSource)
     *         .align(AlignmentMapping.of("memories", Memory.class).and("users", User.class))
     *         .requireAligned();
     * }</pre>
     *
     * @throws PlumblineException with {@code SOURCE_NOT_FOUND} when a type is not on the class path of the calling thread,
     *     or {@code DATABASE_ERROR} when the catalog cannot be read
     */
    public Alignment align(AlignmentMapping mapping) {
        try (ClassPath classes = ClassPath.ofThread()) {
            return align(mapping, classes);
        }
    }

    /**
     * Returns where types that are found elsewhere do not fit the database, which is only read.
     *
     * @param classes where the types are found; it stays the caller's to close
     * @throws PlumblineException as {@link #align(AlignmentMapping)} does
     */
    public Alignment align(AlignmentMapping mapping, ClassPath classes) {
        try (Connection connection = connections.get()) {
            return new Aligner(engine.introspector().inspect(connection), engine.columnTypes(), classes).align(mapping);
        } catch (SQLException e) {
            throw new PlumblineException(
                    ErrorCode.DATABASE_ERROR,
                    "The catalog cannot be read: " + ServerMessage.of(e).whole() + ". Nothing was changed.",
                    "The role needs to connect and to read the system catalogs, no more.",
                    null,
                    e);
        }
    }

    /** Returns migrations that were read, or made, before. */
    public Migrations migrations(MigrationSet set) {
        return Migrations.of(engine, connections, set);
    }
}
