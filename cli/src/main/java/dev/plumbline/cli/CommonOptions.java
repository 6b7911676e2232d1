// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** The options of every command that works on a database. */
final class CommonOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "the configuration; plumbline.toml where there is one")
    @Nullable
    Path config;

    @Option(names = "--env", paramLabel = "NAME", description = "use the table [env.NAME] of the configuration")
    @Nullable
    String env;

    @Option(names = "--debug", description = "print the stack of an error")
    boolean debug;

    /** Returns whether the command was called with {@code --debug}, even where it failed before it began. */
    static boolean isDebug(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        return last.hasMatchedOption("--debug");
    }

    /** Returns the configuration. */
    Configuration configuration() {
        return Configuration.load(config, env, System.getenv());
    }
}
