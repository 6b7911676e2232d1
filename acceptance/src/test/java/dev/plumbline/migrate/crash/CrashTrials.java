// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.crash;

import dev.plumbline.Migrations;
import dev.plumbline.OpenDatabase;
import dev.plumbline.migrate.MigrationListener;
import dev.plumbline.migrate.Revision.Direction;
import dev.plumbline.migrate.RunOptions;
import dev.plumbline.migrate.crash.Trial.Kind;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.source.DatabaseUrl;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Carries out trials: a run is killed, the next one goes on, and the database must be that of an undisturbed run. */
final class CrashTrials {
    /** As long as a statement that was begun, or a lease, may outlive its run, and then some. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final int PROCESSES = 2;

    private final CrashSite site;
    private final MigrationSet set;
    private final DatabaseState undisturbed;
    private final List<String> events = new ArrayList<>();
    private final int millis;
    private final Semaphore processes = new Semaphore(PROCESSES);

    CrashTrials(CrashSite site) throws Exception {
        this.site = site;
        site.create("undisturbed");
        DatabaseUrl url = DatabaseUrl.parse(site.url("undisturbed"));
        this.set = CrashMigrations.read(
                CrashMigrations.folder(site.engine()), OpenDatabase.of(url).dialect(), events::add);
        long started = System.nanoTime();
        migrations(url).with(new Recorder(events)).up();
        this.millis = (int) Duration.ofNanos(System.nanoTime() - started).toMillis();
        this.undisturbed = DatabaseState.of(url, set);
    }

    private Migrations migrations(DatabaseUrl url) {
        return OpenDatabase.of(url)
                .migrations(set)
                .with(MigrationListener.NONE)
                .with(RunOptions.DEFAULT.withPatience(PATIENCE));
    }

    /** What came of the trials. */
    record Tally(Map<Kind, int[]> byKind, List<String> failures, Duration took) {
        String text() {
            StringBuilder text = new StringBuilder();
            byKind.forEach(
                    (kind, counts) -> text.append("  %-24s %5d equal %4d not%n".formatted(kind, counts[0], counts[1])));
            return text + "  in " + took.toSeconds() + " s";
        }
    }

    /** Returns the trials there are. */
    List<Trial> plan(int count, long seed) {
        return Trial.all(count, seed, site.kinds(), events, millis);
    }

    Tally run(List<Trial> trials) throws Exception {
        long started = System.nanoTime();
        Map<Kind, int[]> tally = new EnumMap<>(Kind.class);
        List<String> failures = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(site.atOnce());
        try {
            List<Future<List<String>>> results = new ArrayList<>();
            for (Trial trial : trials) {
                if (!trial.kind().ofServer()) {
                    Callable<List<String>> work = () -> carryOut(trial);
                    results.add(threads.submit(work));
                }
            }
            // A server is only stopped when nobody else needs it.
            List<List<String>> ofServer = new ArrayList<>();
            List<List<String>> ofRunner = new ArrayList<>();
            for (Future<List<String>> result : results) {
                ofRunner.add(result.get());
            }
            for (Trial trial : trials) {
                if (trial.kind().ofServer()) {
                    ofServer.add(carryOut(trial));
                }
            }
            for (Trial trial : trials) {
                List<String> differences = (trial.kind().ofServer() ? ofServer : ofRunner).removeFirst();
                tally.computeIfAbsent(trial.kind(), kind -> new int[2])[differences.isEmpty() ? 0 : 1]++;
                if (!differences.isEmpty()) {
                    failures.add(trial + " " + events.get(trial.event() - 1) + "\n    "
                            + String.join("\n    ", differences));
                }
            }
        } finally {
            threads.shutdownNow();
        }
        return new Tally(tally, failures, Duration.ofNanos(System.nanoTime() - started));
    }

    /** Returns what is not as it should be afterwards. */
    private List<String> carryOut(Trial trial) throws Exception {
        String name = "trial_" + trial.number();
        site.create(name);
        Optional<AutoCloseable> held = kill(trial, name);
        DatabaseUrl url = DatabaseUrl.parse(site.url(name));
        Thread release = Thread.ofPlatform().start(() -> release(held, trial.millis()));
        List<String> wrong;
        try {
            migrations(url).up();
            wrong = undisturbed.differences(DatabaseState.of(url, set));
        } catch (RuntimeException e) {
            wrong = List.of(e.toString());
        } finally {
            release.join();
        }
        if (wrong.isEmpty()) {
            site.drop(name);
        }
        return wrong;
    }

    private static void release(Optional<AutoCloseable> held, int millis) {
        if (held.isPresent()) {
            try {
                Thread.sleep(millis);
                held.get().close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Optional<AutoCloseable> kill(Trial trial, String name) throws Exception {
        processes.acquire();
        int park = trial.kind().anyMoment() ? RunnerProcess.NOWHERE : trial.event();
        try (RunnerProcess runner = RunnerProcess.start(site.url(name), CrashMigrations.folder(site.engine()), park)) {
            runner.awaitReady();
            runner.go();
            if (park != RunnerProcess.NOWHERE) {
                runner.await("parked");
            }
            Optional<AutoCloseable> held =
                    trial.kind() == Kind.RUNNER_HELD_UP ? Optional.of(site.holdUp(name)) : Optional.empty();
            switch (trial.kind()) {
                case RUNNER_AT_BOUNDARY, SERVER_AT_BOUNDARY -> {}
                case RUNNER_WITHIN_STATEMENT, SERVER_WITHIN_STATEMENT -> goOn(runner, trial.millis());
                case RUNNER_HELD_UP -> goOn(runner, HELD_UP_BEFORE_KILL);
                case RUNNER_ANY_MOMENT, SERVER_ANY_MOMENT -> Thread.sleep(trial.millis());
            }
            if (trial.kind().ofServer()) {
                site.stopServer();
            }
            runner.kill();
            if (trial.kind().ofServer()) {
                site.startServer();
            }
            return held;
        } finally {
            processes.release();
        }
    }

    /** So that the statement has begun, and waits. */
    private static final int HELD_UP_BEFORE_KILL = 100;

    private static void goOn(RunnerProcess runner, int millis) throws IOException, InterruptedException {
        runner.go();
        Thread.sleep(millis);
    }

    /** Writes down the same events that {@link RunnerProcess} counts. */
    private record Recorder(List<String> events) implements MigrationListener {
        @Override
        public void begins(String migration, Direction direction, int statements) {
            add("begins " + migration);
        }

        @Override
        public void statement(String migration, int number, int statements, String sql) {
            add("statement " + migration + " " + number + ": " + sql);
        }

        @Override
        public void ended(String migration, Direction direction, Duration took) {
            add("ended " + migration);
        }

        private void add(String event) {
            events.add(event);
        }
    }
}
