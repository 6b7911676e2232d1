// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.migrate.adopt.AdoptOptions;
import dev.plumbline.migrate.adopt.Adopter;
import dev.plumbline.migrate.adopt.Adoption;
import dev.plumbline.report.JsonReports;
import dev.plumbline.report.MarkdownReport;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code plumbline adopt}. */
@Command(
        name = "adopt",
        mixinStandardHelpOptions = true,
        description = {
            "Takes over the history that another tool has kept in the database.",
            "Known are golang-migrate, Flyway, Liquibase, dbmate, goose, Sqitch, Diesel, sqlx, Atlas, and",
            "schema_version(version, applied_at). Dates and authors are kept, no migration is run, and the old table is left where it",
            "is. Where files and history disagree it says how, and nothing is written (exit code 3)."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline adopt --url postgres://app@localhost/app --migrations db/migrations --dry-run",
            "  plumbline adopt --table public.schema_migrations --remove-old",
            "  plumbline adopt --dirty-as-failed      # then: plumbline repair"
        })
final class AdoptCommand extends MigratingCommand {
    @Option(
            names = "--table",
            paramLabel = "[SCHEMA.]TABLE",
            description = "the table of the other tool, where there are several, or it is not called as usual")
    private @Nullable String table;

    @Option(names = "--dry-run", description = "only show what would be taken over")
    private boolean dryRun;

    @Option(
            names = "--dirty-as-failed",
            description = "take a migration that is dirty or failed over as failed, for 'repair'; else it is refused")
    private boolean dirtyAsFailed;

    @Option(
            names = "--late-as-pending",
            description = "leave files pending that are older than the newest recorded one; else they are refused")
    private boolean lateAsPending;

    @Option(
            names = "--accept-modified",
            description =
                    "take files as they are now that the other tool's checksum does not fit; else they are refused")
    private boolean acceptModified;

    @Option(names = "--remove-old", description = "drop the table of the other tool, in the same transaction")
    private boolean removeOld;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "the zone of times that were recorded without one, such as Europe/Zurich; UTC by default")
    private @Nullable String zone;

    @Override
    public Integer call() throws IOException {
        AdoptOptions wanted = new AdoptOptions(
                Optional.ofNullable(table),
                dirtyAsFailed,
                lateAsPending,
                acceptModified,
                removeOld,
                zone == null ? AdoptOptions.DEFAULT.zone() : zone(zone));
        Adopter adopter = migrations().adopter();
        Adoption adoption = dryRun ? adopter.preview(wanted) : adopter.adopt(wanted);
        emit(
                switch (output.format()) {
                    case text -> textFor(output.output).of(adoption);
                    case markdown -> new MarkdownReport().of(adoption);
                    case json -> new JsonReports().write(adoption);
                },
                output.output);
        return adoption.isRefused() ? ExitCodes.REFUSED : ExitCodes.DONE;
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    "There is no time zone '" + text + "'.",
                    "Write it as Europe/Zurich, UTC or +02:00.",
                    null,
                    e);
        }
    }
}
