// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.memory;

import dev.plumbline.bench.Folders;
import dev.plumbline.bench.JobFolder;
import dev.plumbline.bench.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Everything about the memory store. {@code bench/run memory --help} says what can be asked for. */
public final class MemoryBench {
    private static final String USAGE = """
            usage: bench/run memory [--rows N,N...] [--users N] [--rounds N] [--inserts N] [--embeddings N]
                                    [--only PART,...] [--resume yes] [--into FOLDER]
            Measures packs/memory, job by job, keeps what each measured in docs/benchmarks/memory, and writes
            docs/benchmarks-memory.md from all that is there. By default: 10000, 100000 and 1000000 memories of 1000 users,
            with a fifth as many entities; a tenth of the most for the index sets, and as many embeddings; 3 rounds. Takes
            up to 20 GB of disk in the temporary folder, and about two hours. The parts are indexes, inserts, conversion,
            json, floats (with sqlite-vec), libsql; and page, which measures nothing and only writes the page. With
            --resume, jobs that are there with the same settings are left as they are. --into is for trials: another folder
            than docs.
            """;
    private static final List<String> OPTIONS =
            List.of("--rows", "--users", "--rounds", "--inserts", "--embeddings", "--only", "--resume", "--into");
    private static final String PARTS = "indexes,inserts,conversion,json,floats,libsql";

    private MemoryBench() {}

    /** Runs it. The first argument is the root of the tree, the second the cache folder. */
    public static void main(String... args) throws IOException, InterruptedException, SQLException {
        Options options = Options.of(args, 2, OPTIONS, USAGE);
        Path root = Path.of(args[0]);
        Path folder = Files.createTempDirectory("plumbline-memory");
        try {
            run(root, Path.of(args[1]), folder, options);
        } finally {
            Folders.delete(folder);
        }
    }

    private static void run(Path root, Path cache, Path folder, Options options)
            throws IOException, InterruptedException, SQLException {
        int[] rows = options.numbers("--rows", "10000,100000,1000000");
        Arrays.sort(rows);
        int users = options.number("--users", 1_000);
        int rounds = options.number("--rounds", 3);
        int most = rows[rows.length - 1];
        int inserts = options.number("--inserts", most / 10);
        int embeddings = options.number("--embeddings", most / 10);
        boolean resume = options.isResumed();
        List<String> parts = options.list("--only", PARTS);
        Path docs = options.docs(root);
        Files.createDirectories(docs);
        Path pack = root.resolve("packs/memory");
        Path migrations = pack.resolve("migrations");
        Path page = docs.resolve("benchmarks-memory.md");
        JobFolder jobs = new JobFolder(docs.resolve("benchmarks/memory"), MemoryPage.JOBS);
        for (int size : parts.contains("indexes") ? rows : new int[0]) {
            jobs.run(
                    "indexes-" + size,
                    users + " users, " + rounds + " rounds",
                    resume,
                    figures -> new IndexTrial(folder, migrations, rounds).run(size, users, figures));
            MemoryPage.write(jobs, page);
        }
        if (parts.contains("inserts")) {
            jobs.run(
                    "inserts",
                    inserts + " memories, " + users + " users, " + rounds + " rounds",
                    resume,
                    figures -> new InsertTrial(folder).run(sets(pack), inserts, users, rounds, figures));
            MemoryPage.write(jobs, page);
        }
        String these = embeddings + " embeddings, " + users + " users";
        Optional<Path> extension = VectorExtension.get(cache);
        if (parts.contains("conversion")) {
            jobs.run("conversion", embeddings / 100 + " and " + embeddings / 20 + " embeddings", resume, figures -> {
                for (int size : new int[] {embeddings / 100, embeddings / 20}) {
                    new ConversionTrial(folder, pack).run(size, extension, figures);
                }
            });
            MemoryPage.write(jobs, page);
        }
        EmbeddingTrial search = new EmbeddingTrial(folder, pack, embeddings, users, extension);
        if (parts.contains("json")) {
            jobs.run("embeddings-json", these, resume, search::json);
            MemoryPage.write(jobs, page);
        }
        if (parts.contains("floats")) {
            jobs.run("embeddings-floats", these, resume, search::floats);
            MemoryPage.write(jobs, page);
        }
        if (parts.contains("libsql")) {
            Optional<LibsqlServer> server = LibsqlServer.start(root, folder);
            if (server.isPresent()) {
                try (LibsqlServer started = server.get()) {
                    jobs.run("embeddings-libsql", these, resume, new LibsqlTrial(started, embeddings, users)::run);
                }
            } else {
                System.err.println("bench: no libSQL server for this machine; what it measured before stays");
            }
        }
        MemoryPage.write(jobs, page);
    }

    private static List<InsertTrial.IndexSet> sets(Path pack) {
        Path migrations = pack.resolve("migrations");
        return List.of(
                new InsertTrial.IndexSet("before 1.3.0", pack.resolve("migrations-23-indexes"), "1"),
                new InsertTrial.IndexSet("of 001", migrations, "1"),
                new InsertTrial.IndexSet("of 001 and 002", migrations, "2"));
    }
}
