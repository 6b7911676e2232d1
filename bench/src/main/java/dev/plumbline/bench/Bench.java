// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** The comparison with other tools. {@code bench/run --help} says what can be asked for. */
public final class Bench {
    private static final String USAGE = """
            usage: bench/run [--rounds N] [--migrations N,N...] [--sqlite N,N...] [--tables N,N...] [--changes N,N...]
                             [--histories NAME,...] [--resume yes] [--into FOLDER]
                   bench/run jmh [ARG...]
                   bench/run memory [ARG...]
                   bench/run rebuild [ARG...]
                   bench/run platform [ARG...]
                   bench/run traffic [ARG...]
                   bench/run all
            Compares whole processes, keeps what each job measured in docs/benchmarks/tools, and writes docs/benchmarks.md from all
            that is there. By default: 5 rounds; 1000 migrations on PostgreSQL and on SQLite; 100, 1000 and 10000 tables; 1000 changes of as
            many tables of 10000, planned and applied; the migrations of concourse and kratos, where the corpus is beside the tree. With --resume, jobs that are
            there with the same settings are left as they are. An empty list, as in --tables '', leaves them out. 'jmh' runs the
            benchmarks in the small; 'memory', 'rebuild', 'platform' and 'traffic' have pages of their own, and say with --help what
            can be asked for; 'all' measures everything in its full size, which takes most of a day.
            """;

    private static final List<String> OPTIONS = List.of(
            "--rounds", "--migrations", "--sqlite", "--tables", "--changes", "--histories", "--resume", "--into");

    /** How many changes there are among many tables. */
    private static final int CHANGES = 1_000;

    private final Path root;
    private final Options options;
    private final JobFolder folder;
    private final Path docs;
    private final Toolbox toolbox;
    private final int rounds;

    private Bench(Path root, Path cache, Options options) {
        this.root = root;
        this.options = options;
        this.docs = options.docs(root);
        this.folder = new JobFolder(docs.resolve("benchmarks/tools"), ResultPage.JOBS);
        this.toolbox = new Toolbox(root, cache);
        this.rounds = options.number("--rounds", 5);
    }

    /** Runs it. The first argument is the root of the tree, the second the cache folder. */
    public static void main(String... args) throws IOException, InterruptedException, SQLException {
        Options options = Options.of(args, 2, OPTIONS, USAGE);
        new Bench(Path.of(args[0]), Path.of(args[1]), options).run();
    }

    /** A part of the work. */
    @FunctionalInterface
    private interface Part {
        void run(Jobs jobs) throws IOException, SQLException, InterruptedException;
    }

    private void run() throws IOException, InterruptedException, SQLException {
        toolbox.fill();
        Path work = Files.createTempDirectory("plumbline-bench");
        try (Databases databases = new Databases(work)) {
            run("start", databases, work, Jobs::start);
            for (int count : options.numbers("--migrations", "1000")) {
                run("postgres-migrations-" + count, databases, work, jobs -> jobs.migrations("PostgreSQL", count));
            }
            for (int count : options.numbers("--sqlite", "1000")) {
                run("sqlite-migrations-" + count, databases, work, jobs -> jobs.migrations("SQLite", count));
            }
            for (int count : options.numbers("--tables", "100,1000,10000")) {
                run("tables-" + count, databases, work, jobs -> jobs.tables(count));
            }
            for (int count : options.numbers("--changes", "10000")) {
                int changed = Math.min(count, CHANGES);
                run("changes-" + count, databases, work, jobs -> jobs.changes(count, changed));
                run("application-" + count, databases, work, jobs -> jobs.applyChanges(count, changed));
            }
            for (String name : options.list("--histories", "concourse,kratos-pg")) {
                List<Path> scripts = name.isEmpty()
                        ? List.of()
                        : scripts(root.resolve("../shared/corpus/migrations").resolve(name));
                if (scripts.isEmpty()) {
                    System.err.println("bench: no history " + name + " beside the tree");
                } else {
                    run("history-" + name, databases, work, jobs -> jobs.history(name, scripts));
                    run("application-" + name, databases, work, jobs -> jobs.applyHistory(name, scripts));
                }
            }
        } finally {
            Folders.delete(work);
        }
        ResultPage.write(folder, docs);
    }

    private void run(String name, Databases databases, Path work, Part part)
            throws IOException, SQLException, InterruptedException {
        String settings = rounds + " rounds, PostgreSQL " + databases.version();
        folder.run(name, settings, options.isResumed(), figures -> {
            Jobs jobs = new Jobs(toolbox.tools(), databases, work, rounds);
            part.run(jobs);
            jobs.results().into(figures, toolbox.tools(), toolbox.skipped());
        });
        ResultPage.write(folder, docs);
    }

    private static List<Path> scripts(Path history) throws IOException {
        if (!Files.isDirectory(history)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(history)) {
            return files.filter(file -> file.toString().endsWith(".up.sql"))
                    .sorted()
                    .toList();
        }
    }
}
