// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

/** Where a statement of a script belongs. */
public enum Placement {
    /** In a transaction, with its neighbours. */
    TRANSACTION,
    /** Outside any transaction: the database refuses it inside, or it would have no effect there. */
    OUTSIDE,
    /** Anywhere: it changes the session and nothing else, and is run again when a script is taken up in its middle. */
    SESSION,
    /** The script begins a transaction of its own. */
    BEGIN,
    /** The script ends its transaction. */
    COMMIT,
    /** The script throws its transaction away. */
    ROLLBACK
}
