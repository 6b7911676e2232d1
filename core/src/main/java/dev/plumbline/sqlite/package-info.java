// SPDX-License-Identifier: Apache-2.0
/**
 * The SQLite engine: how its catalog is read, its statements are written and its sessions are held. Input and output are
 * those of the roles that it implements. It needs a JDBC driver at run time and knows none.
 *
 * <p>SQLite keeps statements, not a catalog. What no PRAGMA tells is read from the text in {@code sqlite_schema}, as
 * tokens: enough to compare two statements that SQLite itself accepted, not to understand SQL.
 */
@NullMarked
package dev.plumbline.sqlite;

import org.jspecify.annotations.NullMarked;
