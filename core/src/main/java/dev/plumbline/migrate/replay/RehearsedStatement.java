// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.replay;

import dev.plumbline.error.SourcePosition;
import dev.plumbline.plan.StepCost;
import java.util.Optional;

/**
 * A statement as it would be run.
 *
 * @param number its place in its script, from 1
 * @param sql its text, without the semicolon
 * @param rows the rows behind it that a {@code COPY … FROM STDIN} takes; empty for any other
 * @param transaction the transaction of the migration in which it runs, from 1; 0 for one that runs outside of any
 * @param position where it stands in its file
 * @param cost what it was seen to lock, rewrite and scan, of what the live database has already; empty where it was not
 *     run
 */
public record RehearsedStatement(
        int number,
        String sql,
        Optional<String> rows,
        int transaction,
        SourcePosition position,
        Optional<StepCost> cost) {
    /** Returns the same statement with another cost. */
    RehearsedStatement with(StepCost other) {
        return new RehearsedStatement(number, sql, rows, transaction, position, Optional.of(other));
    }

    /** Returns whether it runs outside any transaction. */
    public boolean outside() {
        return transaction == 0;
    }
}
