// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.replay;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.ScratchCatalog;
import dev.plumbline.migrate.MigrationRoles;
import dev.plumbline.migrate.RunOptions;
import dev.plumbline.migrate.ScriptStart;
import dev.plumbline.migration.MigrationScript;
import dev.plumbline.source.ScratchDatabases;
import dev.plumbline.source.ServerMessage;
import java.sql.SQLException;
import java.time.Duration;
import java.util.SortedMap;

/**
 * What a replay works with.
 *
 * @param roles what the engine offers for running migrations
 * @param options how the live database is migrated, which a replay does likewise
 * @param scratch where scratch databases are made
 * @param catalogs reads catalogs, and makes them on scratch databases
 */
public record ReplayTools(MigrationRoles roles, RunOptions options, ScratchDatabases scratch, ScratchCatalog catalogs) {
    /**
     * Returns what a session has when a script begins in it.
     *
     * @param declared what is said of that where the script belongs
     */
    ScriptStart start(MigrationScript script, SortedMap<String, String> declared) {
        return new ScriptStart(
                options.searchPath(),
                declared,
                script.options().lockTimeout().orElse(options.lockTimeout()),
                script.options().statementTimeout().orElse(Duration.ZERO));
    }

    /** Returns the error of a scratch database that fails by itself, whatever was run on it. */
    public static PlumblineException scratchFails(SQLException e) {
        return new PlumblineException(
                ErrorCode.DATABASE_ERROR,
                "The scratch database fails: " + ServerMessage.of(e).whole() + ".",
                "Nothing but the scratch database was touched. Run again when the cause is gone.",
                null,
                e);
    }
}
