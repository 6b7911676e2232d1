// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumbline trash}. */
@Command(
        name = "trash",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Lists, restores and drops the tables that 'plan --trash' and 'apply --trash' kept.",
            "They moved them out of the way instead of dropping them (PostgreSQL)."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline trash list --url postgres://app@localhost/app",
            "  plumbline trash restore public.orders",
            "  plumbline trash purge --yes           # what has been there for its time"
        },
        subcommands = {TrashListCommand.class, TrashRestoreCommand.class, TrashPurgeCommand.class})
final class TrashCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getErr());
        }
        return ExitCodes.USAGE;
    }
}
