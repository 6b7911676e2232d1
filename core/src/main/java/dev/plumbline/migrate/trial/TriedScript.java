// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.trial;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.migrate.replay.ReplayFailure;
import dev.plumbline.migration.MigrationScript;
import dev.plumbline.script.ScriptStatement;
import java.util.List;
import java.util.Optional;

/**
 * A script that was tried.
 *
 * @param script the script
 * @param statements its statements in order, without what only begins and ends transactions; empty for Java, and for a
 *     script that cannot be split
 * @param before the catalog before it
 * @param after the catalog after it, or where it failed, after what it committed
 * @param failure where it fails; empty where it does not
 * @param state the SQLSTATE of that failure, where the server gave one
 * @param notes what could not be tried without an application's rows, one sentence each
 */
public record TriedScript(
        MigrationScript script,
        List<TriedStatement> statements,
        Catalog before,
        Catalog after,
        Optional<ReplayFailure> failure,
        Optional<String> state,
        List<String> notes) {
    public TriedScript {
        statements = List.copyOf(statements);
        notes = List.copyOf(notes);
    }

    /** Returns all statements as they were written, those that begin and end transactions among them. */
    public List<ScriptStatement> written() {
        if (!(script instanceof MigrationScript.Sql sql) || statements.isEmpty()) {
            return List.of();
        }
        return sql.statements();
    }
}
