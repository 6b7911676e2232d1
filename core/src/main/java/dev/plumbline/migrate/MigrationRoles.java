// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.execute.LockName;
import dev.plumbline.execute.MigrationLocks;
import dev.plumbline.execute.SessionControl;
import dev.plumbline.script.SqlDialect;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an engine offers for running migrations.
 *
 * @param locks returns the lock of a name
 */
public record MigrationRoles(
        SqlDialect dialect,
        SessionControl session,
        ScriptRules rules,
        HistoryDialect history,
        Function<LockName, MigrationLocks> locks) {

    /** Returns the lock of a history. That of the usual one is also the lock under which plans are applied. */
    public MigrationLocks lockOf(HistoryLocation location) {
        return locks.apply(
                location.equals(history.defaultLocation())
                        ? LockName.DEFAULT
                        : new LockName(Optional.of(location.schema()), location.table()));
    }
}
