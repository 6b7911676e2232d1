// SPDX-License-Identifier: Apache-2.0
/**
 * Begins a history on a database that was not empty: by taking over what another tool recorded, or from a version that
 * somebody names. Input: a {@link dev.plumbline.migration.MigrationSet} and a database. Output: rows of the {@link
 * dev.plumbline.migrate.History}, or the reasons why there are none. No migration is ever run here.
 */
@NullMarked
package dev.plumbline.migrate.adopt;

import org.jspecify.annotations.NullMarked;
