// SPDX-License-Identifier: Apache-2.0
/**
 * Migrations as their authors wrote them: a folder in one of the formats that are in use, or Java objects. Input: files.
 * Output: a {@link dev.plumbline.migration.MigrationSet} in the order in which it is to be applied. Nothing here talks to
 * a database.
 */
@NullMarked
package dev.plumbline.migration;

import org.jspecify.annotations.NullMarked;
