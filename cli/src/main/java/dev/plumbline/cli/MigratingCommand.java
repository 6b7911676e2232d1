// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.Migrations;
import dev.plumbline.migrate.MigrationListener;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.ScratchDatabases;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** A command about the migrations of one database. */
abstract class MigratingCommand extends PlumblineCommand {
    @Mixin
    final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    final MigrationsOptions options = new MigrationsOptions();

    @Mixin
    final OutputOptions output = new OutputOptions();

    final DatabaseUrl url() {
        return MigrationBench.url(connection, common.configuration());
    }

    final Path folder() {
        return MigrationBench.requiredFolder(options, common.configuration());
    }

    /** Returns the migrations on their database. */
    final Migrations migrations() {
        return MigrationBench.of(url(), options, connection, common.configuration(), MigrationListener.NONE);
    }

    /** Returns the place for scratch databases; the caller closes it. */
    final ScratchDatabases scratch() {
        return MigrationBench.scratch(Optional.of(url()), connection, common.configuration());
    }
}
