// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.migration.MigrationSet;
import dev.plumbline.migration.SumFile;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plumbline sum}. */
@Command(
        name = "sum",
        mixinStandardHelpOptions = true,
        description = {
            "Writes plumbline.sum into the folder of migrations: a line for each, in order.",
            "Two branches that each add a migration then conflict in git, instead of in production. 'create' keeps the file up to",
            "date; 'up' refuses (exit code 3) migrations that do not fit it. A folder without the file does without."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline sum --migrations db/migrations    # begin with it, or after a merge: look first, then write anew",
            "  plumbline sum --check                       # exit code 1 when it does not fit"
        })
final class SumCommand extends PlumblineCommand {
    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final MigrationsOptions options = new MigrationsOptions();

    @Option(names = "--check", description = "only compare, write nothing")
    private boolean check;

    @Override
    public Integer call() {
        Configuration configuration = common.configuration();
        Path folder = MigrationBench.requiredFolder(options, configuration);
        MigrationSet set = MigrationBench.read(
                options, connection, configuration, MigrationBench.dialect(connection, configuration));
        if (check) {
            List<String> problems = SumCheck.problems(folder, set);
            problems.forEach(out()::println);
            return problems.isEmpty() ? ExitCodes.DONE : ExitCodes.DIFFERENCES;
        }
        SumFile.of(set).write(folder);
        out().println("wrote " + folder.resolve(SumFile.NAME) + ", "
                + set.migrations().size() + (set.migrations().size() == 1 ? " migration" : " migrations"));
        return ExitCodes.DONE;
    }
}
