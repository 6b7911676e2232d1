// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.ApplyOptions;
import dev.plumbline.PlanOptions;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.Outcome;
import dev.plumbline.plan.Plan;
import dev.plumbline.report.JsonReports;
import dev.plumbline.report.MarkdownReport;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.SchemaSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline apply}. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        description = {
            "Carries a plan out: one made now, or one that was saved.",
            "It refuses (exit code 3) hazards that were not allowed, plans that are not proven, and databases that are not",
            "what the plan was made for. Interrupted, it is called again and goes on where it stopped."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline apply --url postgres://app@localhost/app --desired schema/",
            "  plumbline apply plan.json --url postgres://app@localhost/app --yes",
            "  plumbline apply --yes --allow DATA_LOSS"
        })
final class ApplyCommand extends PlumblineCommand {
    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final SideOptions sides = new SideOptions();

    @Mixin
    private final GuardOptions guards = new GuardOptions();

    @Mixin
    private final BackupOptions backup = new BackupOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final ApplicationOptions application = new ApplicationOptions();

    @Option(
            names = "--lock-timeout",
            paramLabel = "SECONDS",
            description =
                    "how long a step waits for a lock, and the application behind it, before it gives way and is tried again;"
                            + " 3 by default, less for a database that is busy: 0.5")
    private @Nullable Double lockTimeout;

    @Option(names = "--no-proof", description = "apply a plan without a proof, or with one that does not hold")
    private boolean noProof;

    @Option(
            names = "--end-idle",
            paramLabel = "SECONDS",
            description = {
                "PostgreSQL: end sessions that hold a lock which a step waits for and that have been idle inside",
                "their transaction for that long; never one that works"
            })
    private @Nullable Integer endIdle;

    @Parameters(arity = "0..1", paramLabel = "PLANFILE", description = "a plan that 'plan -o FILE.json' wrote")
    private @Nullable Path planFile;

    @Override
    public Integer call() throws IOException {
        requireTimeout();
        Configuration configuration = common.configuration();
        DatabaseUrl url = configuration
                .source("url", connection.url)
                .map(DatabaseUrl::parse)
                .orElseThrow(() -> new PlumblineException(
                        ErrorCode.INVALID_ARGUMENT,
                        "No database is named, so there is nothing to apply a plan to.",
                        "Give --url, or let plumbline init write plumbline.toml."));
        SchemaSource live = new SchemaSource.LiveDatabase(url);
        List<SchemaSource> sources = new ArrayList<>(List.of(live));
        if (planFile == null) {
            sources.add(Sources.desired(sides, configuration));
        }
        try (Workbench workbench = Workbench.of(connection, configuration, terminal, sources, !sides.noCache)) {
            Plan plan = planFile == null
                    ? PlanCommand.make(
                            workbench,
                            live,
                            sources.get(1),
                            configuration,
                            sides,
                            application.with(new PlanOptions(!noProof, sides.strict), configuration))
                    : new JsonReports().readPlan(Sources.read(planFile), planFile.toString());
            if (plan.isEmpty()) {
                workbench.plumbline().copiesLeft(url).forEach(err()::println);
                err().flush();
                emit(shown(plan), null);
                return ExitCodes.DONE;
            }
            err().print(text().of(plan));
            err().flush();
            guards.refuse(plan);
            workbench.plumbline().obstacles(plan, url).forEach(err()::println);
            err().flush();
            guards.ask(
                    terminal,
                    "Apply %d %s to %s?"
                            .formatted(
                                    plan.steps().size(), plan.steps().size() == 1 ? "step" : "steps", url.display()));
            Outcome outcome = workbench.plumbline().apply(plan, url, options());
            workbench.quiet();
            emit(shown(outcome), output.output);
            return outcome.reachedDesired() ? ExitCodes.DONE : ExitCodes.DIFFERENCES;
        }
    }

    private ApplyOptions options() {
        ApplyOptions options = new ApplyOptions(
                guards.allowed(),
                ApplyOptions.DEFAULT.retries(),
                noProof,
                !backup.noBackup,
                Optional.ofNullable(endIdle).map(Duration::ofSeconds));
        return lockTimeout == null ? options : options.waitingAtMost(Duration.ofMillis(Math.round(lockTimeout * 1000)));
    }

    private void requireTimeout() {
        if (lockTimeout != null && !(lockTimeout >= 0.001)) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    "A lock timeout of " + lockTimeout + " s is none, so nothing was touched.",
                    "Give --lock-timeout a number of seconds, 0.001 or more.");
        }
    }

    private String shown(Plan plan) {
        return switch (output.format()) {
            case text -> text().of(plan);
            case markdown -> new MarkdownReport().of(plan);
            case json -> new JsonReports().write(plan);
        };
    }

    private String shown(Outcome outcome) {
        return switch (output.format()) {
            case text -> text().of(outcome);
            case markdown -> new MarkdownReport().of(outcome);
            case json -> new JsonReports().write(outcome);
        };
    }
}
