// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.Migrations;
import dev.plumbline.migrate.MigrationOutcome;
import dev.plumbline.migrate.replay.DryRun;
import dev.plumbline.migrate.replay.Rehearsal;
import picocli.CommandLine.Command;

/** {@code plumbline up}. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = {
            "Applies every migration that is pending, in order, and records each in the history.",
            "Any number of runs may be started at once. An interrupted one is called again and goes on where it stopped."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline up --url postgres://app@localhost/app --migrations db/migrations",
            "  plumbline up --dry-run                  # the SQL and what it would do; changes nothing",
            "  plumbline up --env production --wait 60 --quiet"
        })
final class UpCommand extends RehearsableCommand {
    @Override
    void prepare(Migrations migrations) {
        SumCheck.require(folder(), migrations.set());
        tellWhatIsNotRead(migrations.set());
    }

    @Override
    MigrationOutcome run(Migrations migrations) {
        return migrations.up();
    }

    @Override
    DryRun rehearse(Rehearsal rehearsal) {
        return rehearsal.up();
    }
}
