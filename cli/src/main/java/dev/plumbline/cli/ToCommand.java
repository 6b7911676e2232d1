// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.Migrations;
import dev.plumbline.migrate.MigrationOutcome;
import dev.plumbline.migrate.replay.DryRun;
import dev.plumbline.migrate.replay.Rehearsal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code plumbline to}. */
@Command(
        name = "to",
        mixinStandardHelpOptions = true,
        description = {
            "Goes to a version: undoes what comes after it, newest first, then applies what is pending up to it.",
            "0 is the state before the first migration."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline to 42",
            "  plumbline to 41 --dry-run    # what going there would do; changes nothing",
            "  plumbline to 0               # undo everything"
        })
final class ToCommand extends RehearsableCommand {
    @Parameters(paramLabel = "VERSION", description = "the version to go to")
    private String version = "";

    @Override
    void prepare(Migrations migrations) {
        SumCheck.require(folder(), migrations.set());
    }

    @Override
    MigrationOutcome run(Migrations migrations) {
        return migrations.to(version);
    }

    @Override
    DryRun rehearse(Rehearsal rehearsal) {
        return rehearsal.to(version);
    }
}
