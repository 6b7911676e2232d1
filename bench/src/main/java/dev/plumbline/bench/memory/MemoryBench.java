// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything about the memory store. {@code bench/run memory --help} says what can be asked for. */
public final class MemoryBench {
    private static final String USAGE = """
            usage: bench/run memory [--rows N,N...] [--users N] [--rounds N] [--inserts N] [--embeddings N] [--only PART,...]
            Measures packs/memory and writes docs/benchmarks-memory.md. By default: 10000, 100000 and 1000000 memories of
            1000 users, with a fifth as many entities; a tenth of the most for the index sets, and as many embeddings;
            3 rounds. Takes up to 20 GB of disk in the temporary folder, and the better part of an hour. The parts are
            indexes, inserts, conversion and search; what was not measured is not on the page.
            """;
    private static final List<String> OPTIONS =
            List.of("--rows", "--users", "--rounds", "--inserts", "--embeddings", "--only");

    private MemoryBench() {}

    /** Runs it. The first argument is the root of the tree, the second the cache folder. */
    public static void main(String... args) throws IOException, InterruptedException, SQLException {
        Map<String, String> options = new HashMap<>();
        for (int i = 2; i < args.length; i += 2) {
            if (!OPTIONS.contains(args[i]) || i + 1 == args.length) {
                System.err.print(USAGE);
                System.exit(args[i].equals("--help") ? 0 : 2);
            }
            options.put(args[i], args[i + 1]);
        }
        Path root = Path.of(args[0]);
        Path folder = Files.createTempDirectory("plumbline-memory");
        try {
            run(root, Path.of(args[1]), folder, options);
        } finally {
            delete(folder);
        }
    }

    private static void run(Path root, Path cache, Path folder, Map<String, String> options)
            throws IOException, InterruptedException, SQLException {
        int[] rows = Arrays.stream(
                        options.getOrDefault("--rows", "10000,100000,1000000").split(",", -1))
                .mapToInt(Integer::parseInt)
                .sorted()
                .toArray();
        int users = number(options, "--users", 1_000);
        int rounds = number(options, "--rounds", 3);
        int most = rows[rows.length - 1];
        int embeddings = number(options, "--embeddings", most / 10);
        List<String> parts = List.of(options.getOrDefault("--only", "indexes,inserts,conversion,search")
                .split(",", -1));
        Path pack = root.resolve("packs/memory");
        Path migrations = pack.resolve("migrations");
        Optional<Path> extension = VectorExtension.get(cache);

        IndexTrial indexes = new IndexTrial(folder, migrations, rounds);
        InsertTrial inserts = new InsertTrial(folder);
        ConversionTrial conversion = new ConversionTrial(folder, pack);
        EmbeddingTrial search = new EmbeddingTrial(folder, pack, embeddings, users, extension);
        MemoryPage page = new MemoryPage(root.resolve("docs"));
        for (int size : parts.contains("indexes") ? rows : new int[0]) {
            indexes.run(size, users);
            System.err.println("bench: indexes at " + size + " memories");
            page.write(indexes, inserts, conversion, search, rounds);
        }
        if (parts.contains("inserts")) {
            inserts.run(sets(pack), number(options, "--inserts", most / 10), users, rounds);
            System.err.println("bench: inserts");
            page.write(indexes, inserts, conversion, search, rounds);
        }
        for (int size : parts.contains("conversion") ? new int[] {embeddings / 100, embeddings / 20} : new int[0]) {
            conversion.run(size, extension);
            System.err.println("bench: conversion of " + size);
            page.write(indexes, inserts, conversion, search, rounds);
        }
        if (parts.contains("search")) {
            search.run();
        }
        page.write(indexes, inserts, conversion, search, rounds);
    }

    private static List<InsertTrial.IndexSet> sets(Path pack) {
        Path migrations = pack.resolve("migrations");
        return List.of(
                new InsertTrial.IndexSet("before 1.3.0", pack.resolve("migrations-23-indexes"), "1"),
                new InsertTrial.IndexSet("of 001", migrations, "1"),
                new InsertTrial.IndexSet("of 001 and 002", migrations, "2"));
    }

    private static int number(Map<String, String> options, String option, int usual) {
        return Integer.parseInt(options.getOrDefault(option, Integer.toString(usual)));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
