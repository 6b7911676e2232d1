// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The whole comparison. {@code bench/run --help} says what can be asked for. */
public final class Bench {
    private static final String USAGE = """
            usage: bench/run [--rounds N] [--migrations N,N...] [--sqlite N,N...] [--tables N,N...]
                   bench/run jmh [ARG...]
                   bench/run memory [ARG...]
                   bench/run rebuild [ARG...]
                   bench/run platform [ARG...]
            Compares whole processes and writes docs/benchmarks.md. By default: 5 rounds; 1000 migrations on PostgreSQL
            and on SQLite; 100, 1000 and 10000 tables. 'jmh' runs the benchmarks in the small; 'memory', 'rebuild' and
            'platform' have pages of their own, and say with --help what can be asked for.
            """;

    private static final List<String> OPTIONS = List.of("--rounds", "--migrations", "--sqlite", "--tables");

    private final Path root;
    private final Options options;

    private Bench(Path root, Options options) {
        this.root = root;
        this.options = options;
    }

    /** Runs it. The first argument is the root of the tree, the second the cache folder. */
    public static void main(String... args) throws IOException, InterruptedException, SQLException {
        Options options = Options.of(args, 2, OPTIONS, USAGE);
        new Bench(Path.of(args[0]), options).run(Path.of(args[1]));
    }

    private void run(Path cache) throws IOException, InterruptedException, SQLException {
        Toolbox toolbox = new Toolbox(root, cache);
        toolbox.fill();
        Results results = new Results();
        int rounds = options.number("--rounds", 5);
        Path folder = Files.createTempDirectory("plumbline-bench");
        try (Databases databases = new Databases(folder)) {
            Jobs jobs = new Jobs(toolbox.tools(), databases, folder, rounds, results);
            jobs.start();
            for (int count : options.numbers("--migrations", "1000")) {
                jobs.migrations("PostgreSQL", count);
            }
            for (int count : options.numbers("--sqlite", "1000")) {
                jobs.migrations("SQLite", count);
            }
            for (int count : options.numbers("--tables", "100,1000,10000")) {
                jobs.tables(count);
            }
            new ResultPage(root.resolve("docs"), results)
                    .write(machine(databases), method(rounds), toolbox.tools(), toolbox.skipped());
        } finally {
            delete(folder);
        }
    }

    private static List<String> machine(Databases databases) throws IOException {
        Runtime runtime = Runtime.getRuntime();
        String load = Files.exists(Path.of("/proc/loadavg"))
                ? Files.readString(Path.of("/proc/loadavg")).split(" ", -1)[1]
                : "unknown";
        return List.of(
                String.format(
                        Locale.ROOT,
                        "%d processors (%s), %s, Java %s, PostgreSQL %s (embedded, without flushing to disk)",
                        runtime.availableProcessors(),
                        System.getProperty("os.arch"),
                        System.getProperty("os.name"),
                        System.getProperty("java.runtime.version"),
                        databases.version()),
                "Measured on " + LocalDate.now(ZoneOffset.UTC) + "; load average over the last five minutes " + load
                        + ". Above the number of processors, the machine had other work, and the seconds are too long.");
    }

    private static List<String> method(int rounds) {
        return List.of(
                rounds + " rounds; in each, every tool had its turn, on a database made anew where it changes one.",
                "A figure is the median, with the least and the most in parentheses. A ratio is taken within each round, and"
                        + " its median is shown.",
                "Processor seconds and memory are what the operating system accounted to the process and its children, the"
                        + " server's not included; memory is that of the largest process.",
                "A migration is a table and an index, in a transaction of its own. psql and sqlite3 run the same statements"
                        + " in one session, and keep no history. They are what the others are compared to, not a bound below which"
                        + " nothing can be: another client may wait less for its answers.",
                "Every tool runs as it comes, with default options.");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
