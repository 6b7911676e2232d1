// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was measured of whole processes: jobs in order, in each the tools in order, for each its runs. */
final class Results {
    /** So many characters of what a tool says when it fails are kept: some name every table. */
    private static final int TOLD = 300;

    private static final String TIMINGS = "timings";
    private static final String FAILURES = "failures";
    private static final String VERSIONS = "versions";
    private static final String SKIPPED = "skipped";

    /**
     * A kind of work of a certain size.
     *
     * @param group jobs of one group differ in size alone
     * @param size how many migrations or tables; 0 where there is none
     * @param floor the tool to which the others are compared; empty for none
     */
    record Job(String group, int size, String floor) {
        String title() {
            return size == 0 ? group : group + ", " + size;
        }
    }

    private final Map<Job, Map<String, List<Timing>>> timings = new LinkedHashMap<>();
    private final Set<String> failures = new LinkedHashSet<>();
    private final Set<String> versions = new LinkedHashSet<>();
    private final Set<String> skipped = new LinkedHashSet<>();

    /** Returns what jobs have kept, together. */
    static Results of(List<JobFigures> jobs) {
        Results all = new Results();
        for (JobFigures figures : jobs) {
            for (List<String> row : figures.rows(TIMINGS)) {
                Job job = new Job(row.get(0), Integer.parseInt(row.get(1)), row.get(2));
                all.add(
                        job,
                        row.get(3),
                        new Timing(
                                Double.parseDouble(row.get(4)),
                                Double.parseDouble(row.get(5)),
                                Double.parseDouble(row.get(6))));
            }
            figures.rows(FAILURES).forEach(row -> all.failures.add(row.getFirst()));
            figures.rows(VERSIONS).forEach(row -> all.versions.add(row.getFirst()));
            figures.rows(SKIPPED).forEach(row -> all.skipped.add(row.getFirst()));
        }
        return all;
    }

    /** Keeps all of it, and with which tools it was measured. */
    void into(JobFigures figures, List<Tool> tools, List<String> absent) {
        timings.forEach((job, runs) -> runs.forEach((tool, all) -> all.forEach(timing -> figures.row(
                TIMINGS,
                job.group(),
                Integer.toString(job.size()),
                job.floor(),
                tool,
                Double.toString(timing.seconds()),
                Double.toString(timing.processor()),
                Double.toString(timing.megabytes())))));
        failures.forEach(line -> figures.row(FAILURES, line));
        tools.forEach(tool -> figures.row(VERSIONS, tool.name() + " " + tool.version()));
        absent.forEach(line -> figures.row(SKIPPED, line));
    }

    void add(Job job, Tool tool, Timing timing) {
        add(job, tool.name(), timing);
    }

    private void add(Job job, String tool, Timing timing) {
        timings.computeIfAbsent(job, key -> new LinkedHashMap<>())
                .computeIfAbsent(tool, key -> new ArrayList<>())
                .add(timing);
    }

    void failed(Job job, Tool tool, String why) {
        String line = tool.name() + ", " + job.title() + ": " + why.replaceAll("\\S*/\\S+/", "…/");
        String told = line.replaceAll("\\s+", " ");
        String brief = told.length() > TOLD ? told.substring(0, TOLD) + "…" : told;
        System.err.println("bench: " + brief);
        failures.add(brief);
    }

    /** Returns the jobs by kind, as these came first, and by size. */
    List<Job> jobs() {
        List<String> groups =
                timings.keySet().stream().map(Job::group).distinct().toList();
        return timings.keySet().stream()
                .sorted(Comparator.<Job>comparingInt(job -> groups.indexOf(job.group()))
                        .thenComparingInt(Job::size))
                .toList();
    }

    /** Returns the runs of each tool, in the order in which the tools were measured. */
    Map<String, List<Timing>> of(Job job) {
        return timings.getOrDefault(job, Map.of());
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    /** Returns the tools with their versions. */
    List<String> versions() {
        return List.copyOf(versions);
    }

    /** Returns what was not to be had, with the reason. */
    List<String> skipped() {
        return List.copyOf(skipped);
    }
}
