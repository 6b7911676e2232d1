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

/** Writes {@code docs/benchmarks.md} and the plots beside it, from all jobs that there are. */
final class ResultPage {
    /** How the names of its jobs begin. */
    static final List<String> JOBS = List.of(
            "start", "postgres-migrations-", "sqlite-migrations-", "tables-", "changes-", "history-", "application-");

    private static final String OWN = "Plumbline";
    private static final String HEAD = """
            # Benchmarks
            <!-- Written by bench/run. Do not edit: run it. -->
            Whole processes, timed from outside, on databases that the run made itself. Quote the ratios, not the seconds: they were
            taken side by side, round by round, and a slow moment of the machine falls on all. Pages of their own:
            [changes under traffic](benchmarks-traffic.md), [SQLite's table rebuild](benchmarks-rebuild.md),
            [the memory store](benchmarks-memory.md), [the agent platform](benchmarks-platform.md). `bench/run all` measures all of it.
            Figures of each job are in [benchmarks/tools](benchmarks/tools).

            ## How
            - In each round every tool had its turn, on a database made anew where it changes one.
            - A figure is the median, with the least and the most in parentheses. A ratio is taken within each round, and its median is shown.
              A tool that took over %d seconds for a job is not asked again: its figure, without parentheses, is of one round.
            - Processor seconds and memory are what the operating system accounted to the process and its children, the server's not included;
              memory is that of the largest process.
            - A migration is a table and an index, in a transaction of its own. psql and sqlite3 run the same statements in one session, and keep
              no history. They are what the others are compared to, not a bound below which nothing can be: another client may wait less for
              its answers. A table has seven columns, a key, an index, a check and a reference.
            - A plan is applied as it was kept: by Plumbline with its checks before and after, by psql as the same statements in one session.
            - Every tool runs as it comes, with default options; only Alembic's environment asks for a transaction each. Sqitch starts
              psql or sqlite3 for each migration, and is not asked for 10,000. pg-delta writes a schema as a folder of files, and is
              not asked to for 50,000 tables.
            - PostgreSQL is the embedded one, without flushing to disk, and with room for a lock on each of 50,000 tables
              (`max_locks_per_transaction = 1024`): pg_dump holds them all at once.

            """.formatted(Jobs.PATIENCE);
    private static final String LIMITS = """

            ## What this does not show
            - A server across a network: every round trip here takes microseconds. What waits for answers loses more there.
            - A disk: the server does not flush (`fsync = off`), which makes the floor lower and the ratios higher than in production.
            - Whether a SQLite tool left the settings for flushing alone: the files are compared by what was made, not by how safely.
            - Tables with rows: all are empty, so what a statement costs on data is not in these figures, for any tool.
            - What the tools do besides: a history that can be verified, locks, or a plan that is proven are not the same work as
              sending the statements. To check migrations, Plumbline runs them all on a scratch database and compares what they make with
              what there is, where Flyway compares checksums; its plans are carried out there with rows, both ways. migra's never are; pg-delta has a command for that
              (`prove`), which wants a copy of the database and is not in these figures.
            - psql without what is installed before it: Debian starts it by a script that looks for the newest version first.

            """;

    private final Path docs;
    private final Results results;
    private final Map<String, Path> plots = new LinkedHashMap<>();

    private ResultPage(Path docs, Results results) {
        this.docs = docs;
        this.results = results;
    }

    static void write(JobFolder jobs, Path docs) throws IOException {
        new ResultPage(docs, Results.of(jobs.all())).write(new JobPage(jobs, HEAD));
    }

    private void write(JobPage page) throws IOException {
        writePlots();
        page.text("Versions: " + String.join(", ", results.versions()) + ".\n\n");
        String group = "";
        for (Job job : results.jobs()) {
            String before = job.size() > 0 ? JobFigures.count(job.size()) + ":\n\n" : "";
            if (!job.group().equals(group)) {
                group = job.group();
                String plot = plots.containsKey(group) ? "![" + group + "](" + plots.get(group) + ")\n\n" : "";
                before = "## " + group + "\n" + plot + before;
            }
            Map<String, List<Timing>> all = results.of(job);
            String floor = all.containsKey(job.floor()) ? job.floor() : "floor";
            page.section(
                    before,
                    rows(job, all),
                    List.of("", "seconds", "× " + floor, "× best peer", "processor seconds", "peak memory, MB"),
                    "");
        }
        page.section("## What was aimed at\n", Aims.rows(results), Aims.HEADER, "");
        page.text("## What is missing\n");
        results.skipped().stream().filter(this::isStillMissing).forEach(line -> page.text("- " + line + "\n"));
        results.failures().forEach(line -> page.text("- failed: " + line + "\n"));
        page.text(LIMITS);
        page.write(docs.resolve("benchmarks.md"));
    }

    /** A job that was measured before a tool could be had says that it is missing; jobs since have figures of it. */
    private boolean isStillMissing(String line) {
        String tool = line.substring(0, Math.max(0, line.indexOf(':')));
        return results.versions().stream().noneMatch(version -> version.startsWith(tool + " "));
    }

    private static List<List<String>> rows(Job job, Map<String, List<Timing>> all) {
        List<Timing> floor = all.getOrDefault(job.floor(), List.of());
        List<Timing> best = bestPeer(job, all);
        return all.entrySet().stream()
                .map(entry -> {
                    String tool = entry.getKey();
                    List<Timing> timings = entry.getValue();
                    boolean own = tool.equals(OWN);
                    return List.of(
                            own ? "**" + tool + "**" : tool,
                            Series.of(timings, Timing::seconds).spread(2),
                            tool.equals(job.floor())
                                    ? "–"
                                    : Series.ratios(timings, floor, Timing::seconds)
                                            .spread(2),
                            own ? Series.ratios(timings, best, Timing::seconds).spread(2) : "",
                            number(Series.of(timings, Timing::processor).median(), 2),
                            number(Series.of(timings, Timing::megabytes).median(), 0));
                })
                .toList();
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
