// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

/** When a migration is applied. */
public enum MigrationKind {
    /** Once, in its place among the versions. */
    VERSIONED,
    /** After all versions, and again whenever its checksum has changed; its name stands for its version. */
    REPEATABLE,
    /** Instead of all migrations up to its version, on a database without a history. */
    BASELINE
}
