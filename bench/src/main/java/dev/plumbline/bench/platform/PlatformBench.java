// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.platform;

import dev.plumbline.bench.JobFolder;
import dev.plumbline.bench.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Everything about the agent platform. {@code bench/run platform --help} says what can be asked for. */
public final class PlatformBench {
    private static final String USAGE = """
            usage: bench/run platform [--rows N,N...] [--calls N] [--rounds N] [--without PART,PART...] [--server URL] [--keep yes] [--resume yes] [--into FOLDER]
            Measures packs/mcp on a PostgreSQL with pgvector, keeps what each size measured in docs/benchmarks/platform, and
            writes docs/benchmarks-platform.md from all that is there. By default: 100000 embeddings, 300 calls, 3 rounds.
            100000 embeddings take 5 GB of disk on the server. --without leaves out what takes most of the time where there are many:
            hnsw and ivfflat, the indexes over whole vectors, which no search of the pack reads; before, the database as it stood, with
            the authentication and the queries that are compared with it. The page says so. The server is --server, else PLUMBLINE_TEST_POSTGRES_URL, else one
            that scripts/postgres-tools starts; the user is a superuser. The two databases plumbline_bench_before and
            plumbline_bench_after are made anew and dropped; with --keep yes they stay, and the next run with it takes them if they have as many
            embeddings. With --resume, sizes that are there with the same settings are left as
            they are. --rows 0 only writes the page. --into is for trials: another folder than docs.
            """;
    private static final List<String> OPTIONS =
            List.of("--rows", "--calls", "--rounds", "--without", "--server", "--keep", "--resume", "--into");

    private PlatformBench() {}

    /** Runs it. The first argument is the root of the tree. */
    public static void main(String... args) throws IOException, InterruptedException, SQLException {
        Options options = Options.of(args, 1, OPTIONS, USAGE);
        Path root = Path.of(args[0]);
        int calls = options.number("--calls", 300);
        int rounds = options.number("--rounds", 3);
        List<String> leftOut = options.list("--without", "");
        boolean keep = options.text("--keep").filter("yes"::equals).isPresent();
        boolean resume = options.isResumed();
        Path docs = options.docs(root);
        Files.createDirectories(docs);
        JobFolder jobs = new JobFolder(docs.resolve("benchmarks/platform"), PlatformPage.JOBS);
        for (int rows : options.numbers("--rows", "100000")) {
            if (rows > 0) {
                jobs.run(
                        "platform-" + rows,
                        calls + " calls, " + rounds + " rounds, " + Sample.TENANTS + " tenants"
                                + options.text("--without")
                                        .map(parts -> ", without " + parts)
                                        .orElse(""),
                        resume,
                        figures -> {
                            try (PlatformServer server = PlatformServer.get(root, options.text("--server"), keep)) {
                                new PlatformTrial(server, root.resolve("packs/mcp"), leftOut, rows, calls, rounds)
                                        .run(figures);
                            }
                        });
            }
            PlatformPage.write(jobs, docs.resolve("benchmarks-platform.md"));
        }
    }
}
