// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

/** How a migration stands between its files and the history. */
public enum MigrationState {
    /** It is in place, and its files are what was applied. */
    APPLIED,
    /** It has not been applied. */
    PENDING,
    /** It has not been applied, and one that comes after it has: it was merged late. */
    OUT_OF_ORDER,
    /** It is a repeatable one that was applied, and has changed since. */
    OUTDATED,
    /** It is in place, but its files are not what was applied. */
    MODIFIED,
    /** It is in place, but has no files. */
    MISSING,
    /** It has begun and did not end. */
    PARTIAL,
    /** It is older than the baseline of this database, and never needed. */
    IGNORED
}
