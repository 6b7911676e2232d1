// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.execute.LockName;
import dev.plumbline.execute.MigrationLocks;
import dev.plumbline.execute.SafeCopies;
import dev.plumbline.execute.SessionControl;
import dev.plumbline.script.SqlDialect;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an engine offers for running migrations.
 *
 * @param locks returns the lock of a name
 * @param copies how a database is copied before something is done to it that could cost rows
 */
public record MigrationRoles(
        SqlDialect dialect,
        SessionControl session,
        ScriptRules rules,
        HistoryDialect history,
        Function<LockName, MigrationLocks> locks,
        SafeCopies copies) {

    /** Creates the roles of an engine that copies nothing. */
    public MigrationRoles(
            SqlDialect dialect,
            SessionControl session,
            ScriptRules rules,
            HistoryDialect history,
            Function<LockName, MigrationLocks> locks) {
        this(dialect, session, rules, history, locks, SafeCopies.NONE);
    }

    /** Returns the lock of a history. That of the usual one is also the lock under which plans are applied. */
    public MigrationLocks lockOf(HistoryLocation location) {
        return locks.apply(
                location.equals(history.defaultLocation())
                        ? LockName.DEFAULT
                        : new LockName(Optional.of(location.schema()), location.table()));
    }
}
