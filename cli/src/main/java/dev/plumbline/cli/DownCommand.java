// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.Migrations;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.migrate.MigrationOutcome;
import dev.plumbline.migrate.replay.DryRun;
import dev.plumbline.migrate.replay.Rehearsal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code plumbline down}. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = {
            "Undoes the last migrations, newest first: one, unless a number says otherwise.",
            "A migration whose files are gone is undone by the script that was stored when it was applied; one without a",
            "way down is refused before anything is done."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline down",
            "  plumbline down 3 --dry-run    # what it would drop, and how many rows with it; changes nothing",
            "  plumbline down 3 --url app.db --migrations db/migrations"
        })
final class DownCommand extends RehearsableCommand {
    @Parameters(arity = "0..1", paramLabel = "N", description = "how many; 1 by default")
    private int count = 1;

    @Override
    void prepare(Migrations migrations) {
        if (count < 1) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    "There are no " + count + " migrations to undo.",
                    "Give a number from 1; 'plumbline to 0' undoes everything.");
        }
    }

    @Override
    MigrationOutcome run(Migrations migrations) {
        return migrations.down(count);
    }

    @Override
    DryRun rehearse(Rehearsal rehearsal) {
        return rehearsal.down(count);
    }
}
