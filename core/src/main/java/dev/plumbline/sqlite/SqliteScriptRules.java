// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.migrate.Placement;
import dev.plumbline.migrate.ScriptRules;
import dev.plumbline.migrate.ScriptStart;
import dev.plumbline.script.ScriptStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** What SQLite wants of the statements in people's scripts. */
final class SqliteScriptRules implements ScriptRules {
    /** Without effect, or refused, within a transaction (SQLite documentation, "PRAGMA Statements"). */
    private static final Set<String> PRAGMAS_OUTSIDE = Set.of(
            "AUTO_VACUUM",
            "INCREMENTAL_VACUUM",
            "JOURNAL_MODE",
            "LOCKING_MODE",
            "PAGE_SIZE",
            "SYNCHRONOUS",
            "TEMP_STORE",
            "WAL_CHECKPOINT");

    /** These are kept in the database itself, and are taken back with the transaction. */
    private static final Set<String> PRAGMAS_OF_THE_DATABASE = Set.of("USER_VERSION", "APPLICATION_ID");

    @Override
    public Placement placement(ScriptStatement statement, boolean transaction) {
        return switch (statement.word(0)) {
            case "BEGIN" -> Placement.BEGIN;
            case "COMMIT", "END" -> Placement.COMMIT;
            case "ROLLBACK" ->
                statement.word(1).equals("TO") || statement.word(2).equals("TO")
                        ? Placement.TRANSACTION
                        : Placement.ROLLBACK;
            case "VACUUM", "ATTACH", "DETACH" -> Placement.OUTSIDE;
            case "PRAGMA" -> pragma(statement);
            default -> Placement.TRANSACTION;
        };
    }

    /** The schema may stand before its name: {@code PRAGMA main.journal_mode}. */
    private static Placement pragma(ScriptStatement statement) {
        String name = statement.isSymbol(2, '.') ? statement.word(3) : statement.word(1);
        if (PRAGMAS_OUTSIDE.contains(name)) {
            return Placement.OUTSIDE;
        }
        return PRAGMAS_OF_THE_DATABASE.contains(name) ? Placement.TRANSACTION : Placement.SESSION;
    }

    /** Sets the wait for locks only: a script before may have left other settings, but none that outlives its session. */
    @Override
    public void reset(Connection connection, ScriptStart start) throws SQLException {
        long wait = start.lockTimeout().isZero()
                ? Integer.MAX_VALUE
                : Math.min(start.lockTimeout().toMillis(), Integer.MAX_VALUE);
        Queries.run(connection, "PRAGMA busy_timeout = " + wait);
    }

    @Override
    public void asOneself(Connection connection) {
        // There are no roles.
    }

    @Override
    public boolean clear(Connection connection, ScriptStatement statement) {
        // Nothing of SQLite's is left half-done.
        return false;
    }

    /** VACUUM and the settings do no harm a second time, and what was attached is gone with its session. */
    @Override
    public Aftermath settle(Connection connection, ScriptStatement statement) {
        return Aftermath.NOT_DONE;
    }

    @Override
    public String user(Connection connection) {
        return System.getProperty("user.name", "");
    }
}
