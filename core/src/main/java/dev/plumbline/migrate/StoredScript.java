// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.migration.MigrationOptions;
import dev.plumbline.migration.MigrationScript;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.SqlScript;
import java.time.Duration;
import java.util.Optional;

/** The way down as the history keeps it: the script, with what its author asked for as directives at its top. */
public final class StoredScript {
    private static final String NO_TRANSACTION = "-- plumbline: no transaction\n";

    private StoredScript() {}

    /** Returns the text to be stored; none for Java, which only its class can undo. */
    public static Optional<String> text(MigrationScript script) {
        return script instanceof MigrationScript.Sql sql ? Optional.of(text(sql)) : Optional.empty();
    }

    private static String text(MigrationScript.Sql script) {
        MigrationOptions options = script.options();
        StringBuilder text = new StringBuilder();
        if (!options.transaction()) {
            text.append(NO_TRANSACTION);
        }
        options.lockTimeout().ifPresent(limit -> text.append(directive("lock_timeout", limit)));
        options.statementTimeout().ifPresent(limit -> text.append(directive("statement_timeout", limit)));
        return text.append(script.script().text()).toString();
    }

    private static String directive(String name, Duration limit) {
        return "-- plumbline: " + name + " " + limit.toMillis() + "ms\n";
    }

    /** Returns the script of a stored text. */
    static MigrationScript read(String text, String name, SqlDialect dialect) {
        SqlScript script = new SqlScript(name, text);
        return new MigrationScript.Sql(
                script,
                dialect,
                text.startsWith(NO_TRANSACTION)
                        ? MigrationOptions.DEFAULT.withoutTransaction()
                        : MigrationOptions.DEFAULT);
    }
}
