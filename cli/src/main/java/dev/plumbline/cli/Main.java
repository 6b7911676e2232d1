// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.SimpleTimeZone;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Spec;

/** The {@code plumbline} command. */
@Command(
        name = "plumbline",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        description =
                "Measures how far a database stands from its declared schema, plans the way back, proves it, walks it.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Begin with: plumbline demo        (nothing to install)",
            "        or: plumbline init        (in a project with a database)",
            "",
            "Exit codes: 0 done or nothing to do; 1 differences; 2 usage; 3 refused; 4 database error; 5 internal."
        })
public final class Main implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    /** Runs the command and ends the process with its exit code. */
    public static void main(String... args) {
        // pgjdbc begins each session in the zone of its process (ConnectionFactoryImpl.getParametersForStartup), and
        // RESET goes back
        // to it. What a script means by a time without a zone must not depend on whose machine it is run from.
        TimeZone.setDefault(new SimpleTimeZone(0, "UTC"));
        System.exit(commandLine(args).execute(args));
    }

    /** Returns the command line with all commands, ready to execute; tests give it writers of their own. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        for (String name : List.of(
                "init",
                "inspect",
                "gap",
                "align",
                "plan",
                "prove",
                "apply",
                "workload",
                "create",
                "up",
                "down",
                "to",
                "redo",
                "status",
                "check",
                "verify",
                "test",
                "repair",
                "trash",
                "baseline",
                "adopt",
                "sum",
                "demo",
                "generate-completion")) {
            line.addSubcommand(name, command(name));
        }
        return prepared(line);
    }

    /**
     * Returns the command line for these arguments: with one command alone where they begin with its name, because
     * reading the annotations of the others takes longer than many a command.
     */
    private static CommandLine commandLine(String... args) {
        Object command = args.length == 0 || args[0].equals("generate-completion") ? null : command(args[0]);
        return command == null ? commandLine() : prepared(new CommandLine(new Main()).addSubcommand(args[0], command));
    }

    private static CommandLine prepared(CommandLine line) {
        flow(line);
        return line.setExecutionExceptionHandler(new ErrorHandler())
                .setParameterExceptionHandler(new UsageErrorHandler())
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** Descriptions are written in lines as long as the code's; on a terminal they break where that ends. */
    private static void flow(CommandLine line) {
        UsageMessageSpec usage = line.getCommandSpec().usageMessage();
        List<String> paragraphs = new ArrayList<>();
        boolean ended = true;
        for (String text : usage.description()) {
            if (ended || text.isEmpty()) {
                paragraphs.add(text);
            } else {
                paragraphs.add(paragraphs.removeLast() + " " + text);
            }
            ended = text.isEmpty() || text.matches(".*[.?:]");
        }
        usage.description(paragraphs.toArray(String[]::new));
        line.getSubcommands().values().forEach(Main::flow);
    }

    private static @Nullable Object command(String name) {
        return switch (name) {
            case "init" -> new InitCommand();
            case "inspect" -> new InspectCommand();
            case "gap" -> new GapCommand();
            case "align" -> new AlignCommand();
            case "plan" -> new PlanCommand();
            case "prove" -> new ProveCommand();
            case "apply" -> new ApplyCommand();
            case "workload" -> new WorkloadCommand();
            case "create" -> new CreateCommand();
            case "up" -> new UpCommand();
            case "down" -> new DownCommand();
            case "to" -> new ToCommand();
            case "redo" -> new RedoCommand();
            case "status" -> new StatusCommand();
            case "check" -> new CheckCommand();
            case "repair" -> new RepairCommand();
            case "trash" -> new TrashCommand();
            case "verify" -> new VerifyCommand();
            case "test" -> new TestCommand();
            case "baseline" -> new BaselineCommand();
            case "adopt" -> new AdoptCommand();
            case "sum" -> new SumCommand();
            case "demo" -> new DemoCommand();
            case "generate-completion" -> new GenerateCompletion();
            default -> null;
        };
    }

    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getErr());
        }
        return CommandLine.ExitCode.USAGE;
    }
}
