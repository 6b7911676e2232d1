// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.plan;

/** What an action does to its object, in the order in which several on one object follow each other. */
public enum Verb {
    CREATE,
    ALTER,
    /** Renames it, keeping everything in it. */
    RENAME,
    /** Changes rows, not the schema. */
    CONVERT,
    /** Makes the table anew and copies its rows; SQLite only. */
    REBUILD,
    DROP
}
