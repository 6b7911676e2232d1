// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.replay;

import dev.plumbline.execute.ScratchCatalog;
import dev.plumbline.migrate.MigrationRoles;
import dev.plumbline.migrate.RunOptions;
import dev.plumbline.source.ScratchDatabases;

/**
 * What a replay works with.
 *
 * @param roles what the engine offers for running migrations
 * @param options how the live database is migrated, which a replay does likewise
 * @param scratch where scratch databases are made
 * @param catalogs reads catalogs, and makes them on scratch databases
 */
public record ReplayTools(
        MigrationRoles roles, RunOptions options, ScratchDatabases scratch, ScratchCatalog catalogs) {}
