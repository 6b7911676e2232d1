// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.Migrations;
import dev.plumbline.OpenDatabase;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.migrate.FleetRun;
import dev.plumbline.migrate.FleetRun.Member;
import dev.plumbline.migrate.FleetRun.Verdict;
import dev.plumbline.migrate.MigrationEntry;
import dev.plumbline.migrate.MigrationListener;
import dev.plumbline.migrate.MigrationOutcome;
import dev.plumbline.migrate.MigrationState;
import dev.plumbline.migrate.MigrationStatus;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.report.JsonReports;
import dev.plumbline.report.MarkdownReport;
import dev.plumbline.source.DatabaseUrl;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** One of the commands about migrations, on many namespaces of a libSQL server. */
final class FleetCommand {
    private final PlumblineCommand command;
    private final ConnectionOptions connection;
    private final MigrationsOptions options;
    private final OutputOptions output;
    private final FleetOptions fleet;

    FleetCommand(
            PlumblineCommand command,
            ConnectionOptions connection,
            MigrationsOptions options,
            OutputOptions output,
            FleetOptions fleet) {
        this.command = command;
        this.connection = connection;
        this.options = options;
        this.output = output;
        this.fleet = fleet;
    }

    /**
     * Applies or undoes migrations on each.
     *
     * @param prepare refuses what must not be run anywhere
     */
    int change(List<String> names, Consumer<Migrations> prepare, Function<Migrations, MigrationOutcome> work)
            throws IOException {
        return onEach(names, prepare, (name, migrations) -> {
            long begun = System.nanoTime();
            MigrationOutcome outcome = work.apply(migrations);
            int done = outcome.done().size();
            return new Member(
                    name,
                    done > 0 ? Verdict.CHANGED : Verdict.UNCHANGED,
                    done,
                    outcome.status().current().map(MigrationEntry::title),
                    Optional.empty(),
                    Duration.ofNanos(System.nanoTime() - begun));
        });
    }

    /** Says how migrations stand on each. */
    int status(List<String> names) throws IOException {
        return onEach(names, nothing -> {}, (name, migrations) -> {
            long begun = System.nanoTime();
            MigrationStatus status = migrations.status();
            return new Member(
                    name,
                    status.isClean() ? Verdict.UNCHANGED : Verdict.BEHIND,
                    status.in(MigrationState.PENDING).size(),
                    status.current().map(MigrationEntry::title),
                    Optional.empty(),
                    Duration.ofNanos(System.nanoTime() - begun));
        });
    }

    @FunctionalInterface
    private interface Work {
        Member on(String name, Migrations migrations);
    }

    /** The folder is read once, whatever the number of databases. */
    private int onEach(List<String> names, Consumer<Migrations> prepare, Work work) throws IOException {
        Configuration configuration = command.common.configuration();
        String template = configuration
                .source("url", connection.url)
                .orElseThrow(() -> new PlumblineException(
                        ErrorCode.INVALID_ARGUMENT, "No database is named.", "Give --url with the server's address."));
        DatabaseUrl first = url(template, names.getFirst(), configuration);
        MigrationSet set = MigrationBench.read(
                options, connection, configuration, OpenDatabase.of(first).dialect());
        Function<DatabaseUrl, Migrations> on =
                url -> MigrationBench.of(url, set, options, connection, configuration, MigrationListener.NONE);
        prepare.accept(on.apply(first));
        DelayedProgress progress = new DelayedProgress(command.terminal);
        int[] ended = {0};
        FleetRun run = fleet.fleet()
                .run(
                        names,
                        name -> work.on(name, on.apply(url(template, name, configuration))),
                        member -> progress.progress(member.name(), ++ended[0], names.size()));
        progress.close();
        command.emit(
                switch (output.format()) {
                    case text -> command.textFor(output.output).of(run);
                    case markdown -> new MarkdownReport().of(run);
                    case json -> new JsonReports().write(run);
                },
                output.output);
        return code(run);
    }

    private static DatabaseUrl url(String template, String name, Configuration configuration) {
        if (template.contains("{namespace}")) {
            return LiveUrl.of(template.replace("{namespace}", name), configuration);
        }
        DatabaseUrl server = LiveUrl.of(template, configuration);
        if (!server.engineId().equals("libsql")) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Only a libSQL server has namespaces, and " + server.display() + " is none.",
                    "Leave --namespaces away, or give the URL of the server: http://host:port");
        }
        return server.withDatabase(name);
    }

    /** The first failure decides. */
    private static int code(FleetRun run) {
        Optional<Exception> failure = run.in(Verdict.FAILED).stream()
                .flatMap(member -> member.error().stream())
                .findFirst();
        if (failure.isPresent()) {
            return failure.get() instanceof PlumblineException known
                    ? ExitCodes.of(known.code().category())
                    : ExitCodes.INTERNAL;
        }
        return run.in(Verdict.BEHIND).isEmpty() ? ExitCodes.DONE : ExitCodes.DIFFERENCES;
    }
}
