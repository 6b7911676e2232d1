// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.migration.FolderOptions;
import dev.plumbline.migration.MigrationFolder;
import dev.plumbline.migration.MigrationFormat;
import dev.plumbline.migration.NextMigration;
import dev.plumbline.migration.SumFile;
import dev.plumbline.report.NewMigration;
import dev.plumbline.report.ProofSentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline create}. */
@Command(
        name = "create",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the files of a new migration, numbered and named as the folder has it.",
            "They are NNN_name.up.sql, .down.sql and .verify.sql, or those of the other tool whose folder it is.",
            "With --from-gap it is written out: the proven plan from the schema that the folder's migrations lead to, run on",
            "a scratch database, to the desired one; up, down and, in Plumbline's own format, the checks. A plan whose proof",
            "fails is not written (exit code 3)."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline create add_tenants",
            "  plumbline create add_tenants --from-gap --desired schema/",
            "  plumbline create as_it_is --from-gap --actual empty.sql --desired postgres://app@localhost/app"
        })
final class CreateCommand extends PlumblineCommand {
    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final MigrationsOptions options = new MigrationsOptions();

    @Parameters(paramLabel = "NAME", description = "what it does, in a few words")
    private String name = "";

    @Option(names = "--timestamp", description = "number it by the time in UTC, whatever the folder has so far")
    private boolean timestamp;

    @Option(names = "--from-gap", description = "write it out of a proven plan")
    private boolean fromGap;

    @Option(
            names = "--desired",
            paramLabel = "SOURCE",
            description = "with --from-gap: the desired side; 'desired' of the configuration by default")
    private @Nullable String desired;

    @Option(
            names = "--actual",
            paramLabel = "SOURCE",
            description =
                    "with --from-gap: the side to begin from, such as the URL of a live database, instead of what the"
                            + " folder's migrations lead to")
    private @Nullable String actual;

    @Option(
            names = "--schema",
            paramLabel = "NAME",
            description = "with --from-gap: compare this schema alone; may be given several times")
    private @Nullable List<String> schemas;

    @Override
    public Integer call() throws IOException, SQLException {
        Configuration configuration = common.configuration();
        String fileName = NewMigration.fileName(name);
        if (fileName.isEmpty()) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    "'" + name + "' has nothing that could stand in the name of a file.",
                    "Say in a few words what it does: add_tenants.");
        }
        Path folder = MigrationBench.folder(options, configuration).orElse(Path.of("migrations"));
        Optional<SumFile> sum = Files.isDirectory(folder) ? SumFile.read(folder) : Optional.empty();
        if (sum.isPresent()) {
            SumCheck.require(
                    folder,
                    MigrationBench.read(
                            options, connection, configuration, MigrationBench.dialect(connection, configuration)));
        }
        Instant now = Instant.now();
        Optional<MigrationFormat> format = format(configuration);
        NextMigration next = NextMigration.in(folder, now, format);
        if (timestamp) {
            next = next.at(now);
        }
        Optional<NewMigration> migration = fromGap
                ? planned(next, fileName, folder, configuration)
                : Optional.of(NewMigration.empty(next, fileName));
        if (migration.isEmpty()) {
            err().println("nothing to do, so no migration was written");
            return ExitCodes.DONE;
        }
        migration.get().write().forEach(file -> out().println("wrote " + file));
        if (sum.isPresent()) {
            SumFile.of(MigrationBench.read(
                            options, connection, configuration, MigrationBench.dialect(connection, configuration)))
                    .write(folder);
            out().println("wrote " + folder.resolve(SumFile.NAME));
        }
        return ExitCodes.DONE;
    }

    private Optional<MigrationFormat> format(Configuration configuration) {
        return connection
                .reading
                .over(configuration.reading().over(FolderOptions.DEFAULT))
                .format();
    }

    private Optional<NewMigration> planned(
            NextMigration next, String fileName, Path folder, Configuration configuration) throws SQLException {
        boolean has = Files.isDirectory(folder)
                && MigrationFolder.detect(folder, format(configuration)).isPresent();
        GapPlan plan = GapPlan.make(
                connection,
                configuration,
                terminal,
                Optional.ofNullable(actual),
                Optional.ofNullable(desired),
                schemas,
                has ? Optional.of(folder) : Optional.empty());
        if (plan.plan().isEmpty()) {
            return Optional.empty();
        }
        if (!plan.proven()) {
            err().print(text().of(plan.plan()));
            throw new PlumblineException(
                    ErrorCode.NOT_PROVEN,
                    "The plan above is not proven, so no migration was written.",
                    "The problems stand below its first line; 'plumbline plan -o DIR' writes a plan all the same.");
        }
        int steps = plan.plan().steps().size();
        err().println(steps + (steps == 1 ? " step. " : " steps. ") + ProofSentence.of(plan.plan()));
        return Optional.of(NewMigration.of(next, fileName, plan.plan(), plan.desired()));
    }
}
