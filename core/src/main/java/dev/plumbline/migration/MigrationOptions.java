// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import java.time.Duration;
import java.util.Optional;

/**
 * What the author of a script asks for, in a directive, a file name or a file beside it.
 *
 * @param transaction whether its statements run in a transaction where they can; if not, each is committed by itself
 * @param lockTimeout how long a statement may wait for a lock; empty for the runner's own limit, zero for no limit
 * @param statementTimeout how long a statement may run; empty for no limit
 * @param proven the checksum that the script had when it was proven as a plan; empty where it was not
 */
public record MigrationOptions(
        boolean transaction,
        Optional<Duration> lockTimeout,
        Optional<Duration> statementTimeout,
        Optional<Checksum> proven) {
    /** Nothing was asked for. */
    public static final MigrationOptions DEFAULT = new MigrationOptions(true, Optional.empty(), Optional.empty());

    /** Creates options of a script that was not proven as a plan. */
    public MigrationOptions(boolean transaction, Optional<Duration> lockTimeout, Optional<Duration> statementTimeout) {
        this(transaction, lockTimeout, statementTimeout, Optional.empty());
    }

    /** Returns the same without a transaction. */
    public MigrationOptions withoutTransaction() {
        return new MigrationOptions(false, lockTimeout, statementTimeout, proven);
    }
}
