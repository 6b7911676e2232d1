// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.PlanOptions;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Whether an application uses the database while a plan is applied. */
final class ApplicationOptions {
    @ArgGroup
    private final Either either = new Either();

    private static final class Either {
        @Option(
                names = "--online",
                description = "plan for a database in use: gentle steps that keep nobody waiting; the default")
        private boolean online;

        @Option(
                names = "--offline",
                description =
                        "plan for a database that nobody uses meanwhile: the shortest way, which may lock tables for long")
        private boolean offline;
    }

    /** Returns the options of a plan, gentle or short. */
    PlanOptions with(PlanOptions options) {
        return either.offline && !either.online ? options.offline() : options;
    }
}
