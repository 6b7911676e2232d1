// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.platform;

import dev.plumbline.bench.JobFolder;
import dev.plumbline.bench.JobPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The page {@code benchmarks-platform.md}: its jobs, its tables and what they mean. */
final class PlatformPage {
    /** How the names of its jobs begin. */
    static final List<String> JOBS = List.of("platform-");

    static final String SIZES = "sizes";
    static final String SEARCHES = "searches";
    static final String AUTHENTICATION = "authentication";
    static final String QUERIES = "queries";

    private static final String HEAD = """
            # Benchmarks of the agent platform
            <!-- Written by bench/run platform. Do not edit: run it. -->
            What [packs/mcp](../packs/mcp/README.md) takes to search, to authenticate, and to answer what the database before it answered too.
            Embeddings of 1,536 dimensions of 100 tenants; a fifth of them are one tenant's, the others have as many each. They lie around 500
            subjects, in 64 directions and with a little noise in all, so that there are neighbourhoods; texts have 40 words. There are as many
            tasks, and 20,000 keys. One connection asks, with the rights of the application, one call after the other; what the client takes to write
            a vector and read the answer is in the times. A time is in milliseconds: the median of the rounds, with the least and the most. Figures of each size are in
            [benchmarks/platform](benchmarks/platform).

            """;

    private PlatformPage() {}

    /** Writes the page from all jobs that there are. */
    static void write(JobFolder jobs, Path file) throws IOException {
        JobPage page = new JobPage(jobs, HEAD);
        page.section(
                "## Search\n",
                SEARCHES,
                List.of(
                        "by",
                        "embeddings",
                        "tenants, and theirs",
                        "median",
                        "95th percentile",
                        "recall@10",
                        "target",
                        ""),
                """

                Recall is the part of the ten nearest that is found, over at most 100 questions; they are known by reading all vectors of the tenant.
                The target of a search by vector is recall of 0.95 besides. An agent's are a tenth of a tenant's.

                What it takes: the signs of all of a tenant's vectors are read in one index, under half a microsecond each, or found by HNSW over signs where that is
                reckoned cheaper, which it is for one who has a large part of very many; then the 500 nearest by them are compared as they are. By words, each text
                that has one of them is ranked, some microseconds each, unless rare ones decide. So a tenant's own number counts, and little how many others there are.
                Of an agent its own signs are read; a filter by model or task type reads all of the tenant's. Where HNSW over signs was left out (see below), the largest tenant's figures are not those of the pack.
                A load far above the number of processors multiplies all of these times; recall is the same.
                """);
        page.section(
                "## Authentication\n",
                AUTHENTICATION,
                List.of("keys", "calls a round", "median", "99th percentile", "target", ""),
                "");
        page.groupedSection("""
                ## Before and after
                The median of each; before: the initial schema, whose queries name the tenant; after: the complete one, behind its policies. The
                reviews promise 50 to 80 % less time; the queries are this project's wording of what they ask.

                """, QUERIES, List.of("query", "rows", "before", "after", "time"), """

                Whose key it is is not the same question: before, a row is read by its hash; after, a function compares in constant time, asks whether the
                key, its tenant and all keys above it are valid, and notes the use. Words were a pattern before, without an order;
                after, they are ranked. The nearest vectors of a tenant with few are read one by one by either; after, a hundred are ranked, not ten, the
                tenant is looked up, their signs are read first, and each call is planned anew.
                """);
        page.section(
                "## What is kept\n",
                SIZES,
                List.of(
                        "embeddings",
                        "table",
                        "index of signs by tenant",
                        "HNSW over signs",
                        "HNSW over vectors",
                        "IVFFlat",
                        "server"),
                """

                Each index with the time in which it was built behind the rows, and its size. Those over whole vectors no search of the pack reads.

                ## What this does not show
                Concurrent callers; a cold cache (a million are more than the server keeps in memory, less than the machine does); real texts and a real model's embeddings, whose neighbourhoods
                are otherwise; sizes above those measured; writing while others search.

                """);
        page.write(file);
    }
}
