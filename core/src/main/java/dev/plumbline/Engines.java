// SPDX-License-Identifier: Apache-2.0
package dev.plumbline;

import dev.plumbline.engine.Engine;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.postgres.PostgresEngine;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.ScratchDatabases;
import dev.plumbline.sqlite.LibsqlEngine;
import dev.plumbline.sqlite.SqliteEngine;
import dev.plumbline.sqlite.SqliteScratchDatabases;

/** The engines that Plumbline knows. */
public final class Engines {
    private Engines() {}

    /** Returns the engine of that database. */
    public static Engine forUrl(DatabaseUrl url) {
        return forId(url.engineId());
    }

    /**
     * Returns the engine of that name, {@code postgres}, {@code sqlite} or {@code libsql}.
     *
     * @throws PlumblineException with {@code INVALID_ARGUMENT} for any other
     */
    public static Engine forId(String id) {
        return switch (id) {
            case "postgres" -> new PostgresEngine();
            case "sqlite" -> new SqliteEngine();
            case "libsql" -> new LibsqlEngine();
            default ->
                throw new PlumblineException(
                        ErrorCode.INVALID_ARGUMENT,
                        "Plumbline has no engine '" + id + "'.",
                        "The engines are postgres, sqlite and libsql.");
        };
    }

    /** Returns the scratch databases of an engine that need no server: SQLite has such, and libSQL makes do with them. */
    static ScratchDatabases defaultScratch(Engine engine) {
        return engine.id().equals("postgres") ? new NoScratchDatabases() : new SqliteScratchDatabases();
    }
}
