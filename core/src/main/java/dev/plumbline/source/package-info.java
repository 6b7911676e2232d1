// SPDX-License-Identifier: Apache-2.0
/**
 * Where a schema comes from, and how it becomes a catalog. Input: SQL files, a live database, a migration folder, a
 * catalog that was saved. Output: a {@link dev.plumbline.catalog.Catalog} and the hints that stood in the SQL. It runs
 * user SQL only in scratch databases.
 */
@NullMarked
package dev.plumbline.source;

import org.jspecify.annotations.NullMarked;
