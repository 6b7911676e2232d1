// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.crash;

import dev.plumbline.OpenDatabase;
import dev.plumbline.migrate.MigrationListener;
import dev.plumbline.migrate.MigrationOutcome;
import dev.plumbline.migrate.Revision.Direction;
import dev.plumbline.migrate.RunOptions;
import dev.plumbline.source.DatabaseUrl;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Another JVM that applies the migrations of a folder. It waits to be let go, tells each event (a migration begins, a
 * statement is about to run, a migration has ended), and stands still at one of them if it is told to.
 */
final class RunnerProcess implements AutoCloseable {
    /** No event has that number. */
    static final int NOWHERE = 0;

    private final Process process;
    private final BufferedReader output;

    private RunnerProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /**
     * Starts one.
     *
     * @param park the number of the event, from 1, at which it stands still
     */
    static RunnerProcess start(String url, Path folder, int park) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xmx64m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                RunnerProcess.class.getName(),
                url,
                folder.toString(),
                Integer.toString(park));
        return new RunnerProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Waits until it is ready to begin. */
    void awaitReady() throws IOException {
        await("ready");
    }

    /** Lets it go, or go on. */
    void go() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /**
     * Waits until it says something.
     *
     * @throws IOException if it ends without, with what it said last
     */
    void await(String beginning) throws IOException {
        List<String> said = new ArrayList<>();
        String line = output.readLine();
        while (line != null && !line.startsWith(beginning)) {
            said.add(line);
            line = output.readLine();
        }
        if (line == null) {
            throw new IOException("The other JVM ended before '" + beginning + "': "
                    + String.join("\n", said.subList(Math.max(0, said.size() - 30), said.size())));
        }
    }

    /** Waits for its end and returns all that it said since, its exit code last. */
    List<String> end() throws IOException, InterruptedException {
        List<String> said = new ArrayList<>(output.lines().toList());
        said.add("exit " + process.waitFor());
        return said;
    }

    /** Kills it as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    public static void main(String[] arguments) throws IOException {
        Events events = new Events(Integer.parseInt(arguments[2]));
        OpenDatabase database = OpenDatabase.of(DatabaseUrl.parse(arguments[0]));
        var migrations = database.migrations(CrashMigrations.read(Path.of(arguments[1]), database.dialect(), events))
                .with(events)
                .with(RunOptions.DEFAULT.withPatience(Duration.ofMinutes(2)));
        System.out.println("ready");
        System.in.read();
        MigrationOutcome outcome = migrations.up();
        System.out.println("applied " + outcome.done().size() + ", clean "
                + outcome.status().isClean());
    }

    /** Tells every event, and stands still at one. */
    private static final class Events implements MigrationListener, Consumer<String> {
        private final int park;
        private int number;

        Events(int park) {
            this.park = park;
        }

        @Override
        public void begins(String migration, Direction direction, int statements) {
            accept("begins " + migration);
        }

        @Override
        public void statement(String migration, int statement, int statements, String sql) {
            accept("statement " + migration + " " + statement);
        }

        @Override
        public void ended(String migration, Direction direction, Duration took) {
            accept("ended " + migration);
        }

        @Override
        public void accept(String what) {
            number++;
            System.out.println("event " + number + " " + what);
            if (number == park) {
                System.out.println("parked");
                try {
                    System.in.read();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
