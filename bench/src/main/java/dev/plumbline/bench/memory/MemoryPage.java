// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Writes {@code docs/benchmarks-memory.md}. */
final class MemoryPage {
    private final Path docs;
    private final StringBuilder page = new StringBuilder();

    MemoryPage(Path docs) {
        this.docs = docs;
    }

    /** Writes what is measured by now: a part that was not run yet is left out. */
    void write(IndexTrial indexes, InsertTrial inserts, ConversionTrial conversion, EmbeddingTrial search, int rounds)
            throws IOException {
        page.setLength(0);
        head(rounds);
        if (!indexes.measured().isEmpty()) {
            indexes(indexes);
        }
        if (!inserts.results().isEmpty()) {
            inserts(inserts);
        }
        if (!conversion.results().isEmpty()) {
            conversion(conversion);
        }
        if (!search.kept().isEmpty()) {
            embeddings(search);
        }
        Files.writeString(docs.resolve("benchmarks-memory.md"), page.toString());
    }

    private void head(int rounds) throws IOException {
        Path file = Path.of("/proc/loadavg");
        String load = Files.exists(file) ? Files.readString(file).split(" ", -1)[1] : "unknown";
        page.append("""
                # Benchmarks of the memory store
                <!-- Written by bench/run memory. Do not edit: run it. -->
                What the indexes of [packs/memory](../packs/memory/README.md) bring and cost, and what its ways to keep embeddings do, on
                SQLite through its JDBC driver. Rows are spread evenly over users and time, in no order of either.

                """);
        page.append(String.format(
                Locale.ROOT,
                "- %d processors (%s), %s, Java %s; measured on %s, load average over the last five minutes %s. Above the number"
                        + " of processors, the machine had other work: quote the ratios, which are taken side by side.%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.arch"),
                System.getProperty("os.name"),
                System.getProperty("java.runtime.version"),
                LocalDate.now(ZoneOffset.UTC),
                load));
        page.append(
                "- Write-ahead log, `synchronous = NORMAL`; the file is in the cache of the operating system, SQLite's own cache"
                        + " is as it comes.\n");
        page.append("- ")
                .append(rounds)
                .append(" rounds, in turns. A time is the median of 300 calls for users in turn, with the"
                        + " 95th percentile; a ratio is the median of the rounds, with the least and the most.\n\n");
    }

    private void indexes(IndexTrial trial) {
        page.append("## The two missing indexes (002)\n");
        for (IndexTrial.Size size : trial.sizes()) {
            page.append(String.format(
                    Locale.ROOT,
                    "- %s memories and %s entities of %s users: %d indexes, %s; then %d, %s.%n",
                    count(size.memories()),
                    count(size.entities()),
                    count(size.users()),
                    size.indexesBefore(),
                    megabytes(size.sizeBefore()),
                    size.indexesAfter(),
                    megabytes(size.sizeAfter())));
        }
        page.append("\n| query | memories | before, µs | after, µs | times faster |\n|---|---|---|---|---|\n");
        trial.measured().stream()
                .sorted(Comparator.comparingInt(measured -> order(trial, measured)))
                .forEach(measured -> page.append(String.format(
                        Locale.ROOT,
                        "| %s | %s | %s | %s | %.1f (%.1f–%.1f) |%n",
                        measured.query(),
                        count(measured.rows()),
                        latency(measured.before()),
                        latency(measured.after()),
                        measured.ratios().get(measured.ratios().size() / 2),
                        measured.ratios().getFirst(),
                        measured.ratios().getLast())));
        page.append(
                "\nA search for a rare word reads all memories of a user either way: the index saves it the sort alone.\n\n");
    }

    /** By query, then by size. */
    private static int order(IndexTrial trial, IndexTrial.Measured measured) {
        return trial.measured().stream()
                .map(IndexTrial.Measured::query)
                .distinct()
                .toList()
                .indexOf(measured.query());
    }

    private void inserts(InsertTrial trial) {
        Map<String, List<InsertTrial.Inserted>> groups = new LinkedHashMap<>();
        trial.results()
                .forEach(each -> groups.computeIfAbsent(each.set() + "|" + each.fullText(), key -> new ArrayList<>())
                        .add(each));
        page.append("## Index sets\n").append(count(trial.results().getFirst().rows()));
        page.append(" rows, five sixths memories and one sixth entities, a thousand in a transaction.\n\n");
        page.append(
                "| indexes | | full text | rows a second | rows a second of the processor | file |\n|---|---|---|---|---|---|\n");
        groups.values().forEach(runs -> {
            InsertTrial.Inserted first = runs.getFirst();
            page.append(String.format(
                    Locale.ROOT,
                    "| %d | %s | %s | %s | %s | %s |%n",
                    first.indexes(),
                    first.set(),
                    first.fullText() ? "yes" : "no",
                    rate(runs, Taken::seconds),
                    rate(runs, Taken::processorSeconds),
                    megabytes(first.size())));
        });
        page.append('\n');
    }

    private static String rate(List<InsertTrial.Inserted> runs, ToDoubleFunction<Taken> seconds) {
        List<Double> rates = runs.stream()
                .map(run -> run.rows() / seconds.applyAsDouble(run.taken()))
                .sorted()
                .toList();
        return count(Math.round(rates.get(rates.size() / 2))) + " (" + count(Math.round(rates.getFirst())) + "–"
                + count(Math.round(rates.getLast())) + ")";
    }

    private void conversion(ConversionTrial trial) {
        page.append("## JSON to floats (003)\nOf ")
                .append(Vectors.DIMENSIONS)
                .append(" dimensions, in one transaction; seconds, and of the processor.\n\n");
        page.append("| embeddings | up | down | conversion by `vec_f32` alone | texts equal after up and down |");
        page.append("\n|---|---|---|---|---|\n");
        trial.results()
                .forEach(each -> page.append(String.format(
                        Locale.ROOT,
                        "| %s | %s | %s | %s | %s |%n",
                        count(each.rows()),
                        seconds(each.up()),
                        seconds(each.down()),
                        each.byFunction().map(MemoryPage::seconds).orElse("–"),
                        count(each.equal()))));
        page.append('\n');
    }

    private void embeddings(EmbeddingTrial trial) {
        int embeddings = trial.count();
        page.append("## Embeddings\n").append(count(embeddings)).append(" of ").append(Vectors.DIMENSIONS);
        page.append(" dimensions, made of 32 directions and noise, so that some are near as those of texts are. ");
        page.append(
                trial.hasExtension()
                        ? "sqlite-vec " + VectorExtension.VERSION + "."
                        : "sqlite-vec cannot be loaded on this machine.");
        page.append(
                "\n\n| kept as | inserted or built, seconds, and of the processor | space | bytes each |\n|---|---|---|---|\n");
        trial.kept()
                .forEach(kept -> page.append(String.format(
                        Locale.ROOT,
                        "| %s | %s | %s | %s |%n",
                        kept.how(),
                        seconds(kept.taken()),
                        megabytes(kept.bytes()),
                        count(kept.bytes() / embeddings))));
        page.append("\n| the ten nearest by | of | µs | found of the ten nearest |\n|---|---|---|---|\n");
        trial.searched()
                .forEach(searched -> page.append(String.format(
                        Locale.ROOT,
                        "| %s | %s | %s | %.0f %% |%n",
                        searched.how(),
                        searched.scope(),
                        latency(searched.latency()),
                        100 * searched.recall())));
        page.append('\n');
    }

    private static String seconds(Taken taken) {
        return String.format(Locale.ROOT, "%.1f (%.1f)", taken.seconds(), taken.processorSeconds());
    }

    private static String latency(Latency latency) {
        return count(Math.round(latency.median())) + " (" + count(Math.round(latency.high())) + ")";
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
