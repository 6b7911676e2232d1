// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.SqlScript;
import java.nio.file.Path;

/** A file of SQL that belongs to no folder of migrations: each statement is committed by itself, as psql does. */
public final class PlainScript {
    private PlainScript() {}

    /**
     * Reads it, with the directives at its top.
     *
     * @throws dev.plumbline.error.PlumblineException with {@code INVALID_FILE}
     */
    public static MigrationScript.Sql read(Path file, SqlDialect dialect) {
        SqlScript script = SqlScript.read(file);
        return new MigrationScript.Sql(script, dialect, ScriptDirectives.read(script, dialect, false));
    }
}
