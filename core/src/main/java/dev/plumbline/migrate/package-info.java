// SPDX-License-Identifier: Apache-2.0
/**
 * Versioned migrations: applied in order, recorded, verified, undone. Input: a {@link
 * dev.plumbline.migration.MigrationSet} and a database. Output: its {@link dev.plumbline.migrate.History} and what was
 * done. Whatever happens to the process, the next run knows where this one stopped.
 */
@NullMarked
package dev.plumbline.migrate;

import org.jspecify.annotations.NullMarked;
