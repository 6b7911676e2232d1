// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.PlanOptions;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.plan.CrowdedTransactions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Whether an application uses the database while a plan is applied, and what becomes of what it might miss. */
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

    @Option(
            names = "--expand",
            description =
                    "PostgreSQL: only what comes before the new application: a renamed column or table goes by both names,"
                            + " and columns that are split, merged, or renamed with another type are there in both forms, for"
                            + " reads and writes. Without it the plan leads the whole way and takes the old names and"
                            + " columns away")
    boolean expand;

    @Option(
            names = "--trash",
            paramLabel = "TIME",
            description = {
                "PostgreSQL: put tables and columns into the trash that would be dropped, and keep them there for that long,",
                "such as 30d or 12h; 'trash restore' brings one back, 'trash purge' drops those whose time is over"
            })
    private @Nullable String trash;

    @Option(
            names = "--tables-at-once",
            paramLabel = "NUMBER",
            description = "PostgreSQL: how many tables in use one transaction may lock, where they can be told apart;"
                    + " 10 by default, no limit with --offline")
    private int tablesAtOnce = CrowdedTransactions.UNNOTICED;

    /** Returns the options of a plan: gentle or short, with a trash or without. */
    PlanOptions with(PlanOptions options, Configuration configuration) {
        boolean offline = either.offline && !either.online;
        if (offline && expand) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    "--expand lets two applications work side by side, and --offline says that none does.",
                    "Give one of the two.");
        }
        if (tablesAtOnce < 1) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    "--tables-at-once " + tablesAtOnce + " leaves no table to work on.",
                    "Give at least 1.");
        }
        PlanOptions cut = options.tablesAtOnce(tablesAtOnce);
        PlanOptions paced = offline ? cut.offline() : expand ? cut.expand() : cut;
        return configuration
                .value("trash", trash)
                .map(KeptFor::parse)
                .map(paced::keeping)
                .orElse(paced);
    }
}
