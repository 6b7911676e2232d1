// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.execute.Guards;
import dev.plumbline.migrate.repair.Diagnosis;
import dev.plumbline.migrate.repair.Repair;
import dev.plumbline.migrate.repair.WayOut;
import dev.plumbline.report.JsonReports;
import dev.plumbline.report.MarkdownReport;
import dev.plumbline.source.ScratchDatabases;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plumbline repair}. */
@Command(
        name = "repair",
        mixinStandardHelpOptions = true,
        description = {
            "Finds out where a migration stopped that did not end, and leads it to its end or back.",
            "Also one that another tool calls dirty. It is replayed statement by statement on a scratch database, and the live catalog",
            "is compared with every point on the way.",
            "Without --finish or --undo it only says so: exit code 1 when a migration did not end, 0 when all did."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline repair --url postgres://app@localhost/app --migrations migrations/",
            "  plumbline repair --finish --yes                  # run the rest of it",
            "  plumbline repair --undo --allow DATA_LOSS        # take back what was done",
            "  plumbline repair --accept                        # the changed files are what the database has"
        })
final class RepairCommand extends RunningCommand {
    @Mixin
    private final GuardOptions guards = new GuardOptions();

    @ArgGroup
    private @Nullable Action action;

    /** What is to be done; nothing without it. */
    private static final class Action {
        @Option(names = "--finish", description = "bring the migration to its end")
        @SuppressWarnings("UnusedVariable") // What is done when nothing else of the group is said.
        private boolean finish;

        @Option(names = "--undo", description = "take back what was done of it, by a proven plan")
        private boolean undo;

        @Option(
                names = "--done",
                paramLabel = "N",
                description = "record that N of its statements are in place, where the catalog cannot tell")
        private @Nullable Integer done;

        @Option(
                names = "--accept",
                description = "take the files of applied migrations as they are now for what was applied")
        private boolean accept;
    }

    @Override
    public Integer call() throws IOException {
        try (ScratchDatabases scratch = scratch()) {
            Repair repair = told(migrations()).withScratch(scratch).repair();
            if (action != null && action.accept) {
                List<String> accepted = repair.accept();
                emit(
                        accepted.isEmpty()
                                ? "No file was changed after it was applied.\n"
                                : "Taken as applied: " + String.join(", ", accepted) + ".\n",
                        output.output);
                return ExitCodes.DONE;
            }
            if (action != null && action.done != null) {
                repair.done(action.done);
                emit("Recorded. 'up' or 'repair --finish' goes on from there.\n", output.output);
                return ExitCodes.DONE;
            }
            return action == null ? diagnose(repair) : lead(repair, action.undo);
        }
    }

    private int diagnose(Repair repair) throws IOException {
        Optional<Diagnosis> found = repair.diagnose();
        if (found.isEmpty()) {
            emit(
                    output.format() == Format.json
                            ? "{}\n"
                            : "Every migration has ended; there is nothing to repair.\n",
                    output.output);
            return ExitCodes.DONE;
        }
        emit(shown(found.get()), output.output);
        if (output.format() == Format.text) {
            err().println("'repair --finish' brings it to its end, 'repair --undo' takes it back.");
        }
        return ExitCodes.DIFFERENCES;
    }

    private String shown(Diagnosis diagnosis) {
        return switch (output.format()) {
            case text -> textFor(output.output).of(diagnosis);
            case markdown -> new MarkdownReport().of(diagnosis);
            case json -> new JsonReports().write(diagnosis);
        };
    }

    private int lead(Repair repair, boolean undo) throws IOException {
        Optional<WayOut> found = undo ? repair.wayBack() : repair.wayToEnd();
        if (found.isEmpty()) {
            emit("Every migration has ended; there is nothing to repair.\n", output.output);
            return ExitCodes.DONE;
        }
        WayOut way = found.get();
        err().print(text().of(way.diagnosis()));
        err().print(text().of(way));
        way.plan().filter(plan -> !plan.isEmpty()).ifPresent(plan -> err().print(text().of(plan)));
        err().flush();
        way.plan().ifPresent(guards::refuse);
        if (!way.isThere()) {
            guards.ask(terminal, "Repair %s on %s?".formatted(way.diagnosis().migration(), url().display()));
        }
        Guards allowed = new Guards(guards.allowed(), false);
        return show(undo ? repair.undo(way, allowed) : repair.finish(way, allowed));
    }
}
