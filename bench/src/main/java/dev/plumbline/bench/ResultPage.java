// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench;

import dev.plumbline.bench.Results.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes {@code docs/benchmarks.md} and the plots beside it. */
final class ResultPage {
    private static final String OWN = "Plumbline";

    private final Path docs;
    private final Results results;
    private final Map<String, Path> plots = new LinkedHashMap<>();

    ResultPage(Path docs, Results results) {
        this.docs = docs;
        this.results = results;
    }

    /**
     * Writes it.
     *
     * @param machine what it was measured on, without its name
     * @param method sentences on how
     */
    void write(List<String> machine, List<String> method, List<Tool> tools, List<String> skipped) throws IOException {
        writePlots();
        StringBuilder page = new StringBuilder("""
                # Benchmarks
                <!-- Written by bench/run. Do not edit: run it. -->
                Whole processes, timed from outside, on databases that this run made itself. Quote the ratios, not the seconds: they were
                taken side by side, round by round, and a slow moment of the machine falls on all.

                """);
        page.append("## How\n");
        machine.forEach(line -> page.append("- ").append(line).append('\n'));
        method.forEach(line -> page.append("- ").append(line).append('\n'));
        page.append("\nVersions: ");
        page.append(String.join(
                ", ",
                tools.stream().map(tool -> tool.name() + " " + tool.version()).toList()));
        page.append(".\n\n");
        String group = "";
        for (Job job : results.jobs()) {
            if (!job.group().equals(group)) {
                group = job.group();
                page.append("## ").append(group).append('\n');
                if (plots.containsKey(group)) {
                    page.append("![")
                            .append(group)
                            .append("](")
                            .append(plots.get(group))
                            .append(")\n\n");
                }
            }
            table(page, job);
        }
        page.append("## What is missing\n");
        skipped.forEach(line -> page.append("- ").append(line).append('\n'));
        results.failures()
                .forEach(line -> page.append("- failed: ").append(line).append('\n'));
        page.append("""

                ## What this does not show
                - A server across a network: every round trip here takes microseconds. What waits for answers loses more there.
                - A disk: the server does not flush (`fsync = off`), which makes the floor lower and the ratios higher than in production.
                - Whether a SQLite tool left the settings for flushing alone: the files are compared by what was made, not by how safely.
                - Tables with rows: all are empty, so what a statement costs on data is not in these figures, for any tool.
                - What the tools do besides: a history that can be verified, locks, or a plan that is proven are not the same work as
                  sending the statements.
                """);
        Files.writeString(docs.resolve("benchmarks.md"), page.toString());
    }

    private void table(StringBuilder page, Job job) {
        Map<String, List<Timing>> all = results.of(job);
        List<Timing> floor = all.getOrDefault(job.floor(), List.of());
        if (job.size() > 0) {
            page.append(String.format(Locale.ROOT, "%,d", job.size()).replace(',', ' '))
                    .append(":\n\n");
        }
        page.append("| | seconds | × ").append(floor.isEmpty() ? "floor" : job.floor());
        page.append(" | × best peer | processor seconds | peak memory, MB |\n|---|---|---|---|---|---|\n");
        List<Timing> best = bestPeer(job, all);
        all.forEach((tool, timings) -> {
            page.append("| ")
                    .append(tool.equals(OWN) ? "**" + tool + "**" : tool)
                    .append(" | ");
            page.append(Series.of(timings, Timing::seconds).spread(2)).append(" | ");
            page.append(
                    tool.equals(job.floor())
                            ? "–"
                            : Series.ratios(timings, floor, Timing::seconds).spread(2));
            page.append(" | ");
            page.append(
                    tool.equals(OWN)
                            ? Series.ratios(timings, best, Timing::seconds).spread(2)
                            : "");
            page.append(" | ");
            page.append(number(Series.of(timings, Timing::processor).median(), 2))
                    .append(" | ");
            page.append(number(Series.of(timings, Timing::megabytes).median(), 0))
                    .append(" |\n");
        });
        page.append('\n');
    }

    private static List<Timing> bestPeer(Job job, Map<String, List<Timing>> all) {
        return all.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(OWN) && !entry.getKey().equals(job.floor()))
                .map(Map.Entry::getValue)
                .min((a, b) -> Double.compare(
                        Series.of(a, Timing::seconds).median(),
                        Series.of(b, Timing::seconds).median()))
                .orElse(List.of());
    }

    private static String number(double value, int digits) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + digits + "f", value) : "–";
    }

    private void writePlots() throws IOException {
        Map<String, Map<String, SortedMap<Integer, Double>>> groups = new LinkedHashMap<>();
        for (Job job : results.jobs()) {
            if (job.size() > 0) {
                results.of(job)
                        .forEach((tool, timings) -> groups.computeIfAbsent(job.group(), key -> new LinkedHashMap<>())
                                .computeIfAbsent(tool, key -> new TreeMap<>())
                                .put(
                                        job.size(),
                                        Series.of(timings, Timing::seconds).median()));
            }
        }
        Path folder = docs.resolve("benchmarks");
        Files.createDirectories(folder);
        for (Map.Entry<String, Map<String, SortedMap<Integer, Double>>> group : groups.entrySet()) {
            boolean scales = group.getValue().values().stream().anyMatch(line -> line.size() > 1);
            if (scales) {
                String name = group.getKey().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".svg";
                String sizes = group.getKey().contains("tables") ? "tables" : "migrations";
                Files.writeString(folder.resolve(name), Plot.of(group.getKey(), sizes, group.getValue()));
                plots.put(group.getKey(), Path.of("benchmarks", name));
            }
        }
    }
}
