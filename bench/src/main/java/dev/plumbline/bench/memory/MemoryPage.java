// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.memory;

import dev.plumbline.bench.JobFolder;
import dev.plumbline.bench.JobPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The page {@code benchmarks-memory.md}: its jobs, its tables and what they mean. */
final class MemoryPage {
    /** How the names of its jobs begin. */
    static final List<String> JOBS =
            List.of("indexes-", "inserts", "conversion", "embeddings-json", "embeddings-floats", "embeddings-libsql");

    static final String SIZES = "sizes";
    static final String QUERIES = "queries";
    static final String INSERTS = "inserts";
    static final String CONVERSION = "conversion";
    static final String KEPT = "kept";
    static final String SEARCHED = "searched";

    private static final String HEAD = """
            # Benchmarks of the memory store
            <!-- Written by bench/run memory. Do not edit: run it. -->
            What the indexes of [packs/memory](../packs/memory/README.md) bring and cost, and what its ways to keep embeddings do, on
            SQLite through its JDBC driver, and on a libSQL server on the same machine. Rows are spread evenly over users and time, in no
            order of either. Write-ahead log, `synchronous = NORMAL`; the file is in the cache of the operating system, SQLite's own
            cache is as it comes. Figures of each job are in [benchmarks/memory](benchmarks/memory).

            """;

    private MemoryPage() {}

    /** Writes the page from all jobs that there are. */
    static void write(JobFolder jobs, Path file) throws IOException {
        JobPage page = new JobPage(jobs, HEAD);
        page.section(
                "## The two missing indexes (002)\n",
                SIZES,
                List.of("memories", "entities", "users", "indexes before", "file", "indexes after", "file"),
                "");
        page.groupedSection(
                "A time is the median of 300 calls for users in turn, in microseconds, with the 95th percentile; a ratio the"
                        + " median of the\nrounds, with the least and the most.\n\n",
                QUERIES,
                List.of("query", "memories", "before, µs", "after, µs", "times faster"),
                "\nA search for a rare word reads all memories of a user either way: the index saves it the sort alone.\n");
        page.section(
                "## Index sets\nFive sixths of the rows are memories and one sixth entities, a thousand in a transaction; the median"
                        + " of the rounds, with the least and\nthe most.\n\n",
                INSERTS,
                List.of("indexes", "", "full text", "rows", "rows a second", "rows a second of the processor", "file"),
                "");
        page.section(
                "## JSON to floats (003)\nOf " + Vectors.DIMENSIONS
                        + " dimensions, in one transaction; seconds, and of the processor.\n\n",
                CONVERSION,
                List.of("embeddings", "up", "down", "conversion by `vec_f32` alone", "texts equal after up and down"),
                "\nA float half way between two decimals of one length has two that read back as it, and 003 writes the one away"
                        + " from zero: such a text may\nchange, its floats never do.\n");
        page.section(
                "## Embeddings\nOf " + Vectors.DIMENSIONS
                        + " dimensions, made of 32 directions and noise, so that some are near as those of texts are. sqlite-vec "
                        + VectorExtension.VERSION
                        + ".\nAn index stands beside the embeddings and holds them once more, as floats, as"
                        + " their signs, or both. Of the libSQL server, the processor's\ntime is that of its own process.\n\n",
                KEPT,
                List.of(
                        "kept as",
                        "embeddings",
                        "inserted or built, seconds, and of the processor",
                        "space",
                        "bytes each"),
                "\n`libsql_vector_idx` is a graph, each of whose nodes holds its neighbours' vectors too. By default those are"
                        + " floats of many neighbours, whose room and\ntime for many embeddings few have: it is measured on few. The"
                        + " pack has it hold the signs of at most 32 neighbours.\n");
        page.section(
                "A search is exact where all are found by its nature. libSQL's index knows nothing of users, so it is asked for the"
                        + " nearest of all.\n\n",
                SEARCHED,
                List.of("the ten nearest by", "of", "µs", "found of the ten nearest"),
                "");
        page.write(file);
    }
}
