// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code plumbline} command. */
@Command(
        name = "plumbline",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        description =
                "Measures how far a database stands from its declared schema, plans the way back, proves it, walks it.")
public final class Main implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    /** Runs the command and ends the process with its exit code. */
    public static void main(String... args) {
        System.exit(commandLine().execute(args));
    }

    /** Returns the command line, ready to execute; tests give it writers of their own. */
    public static CommandLine commandLine() {
        return new CommandLine(new Main());
    }

    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getErr());
        }
        return CommandLine.ExitCode.USAGE;
    }
}
