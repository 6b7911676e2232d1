// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured: jobs in order, in each the tools in order, for each its runs. */
final class Results {
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
    private final List<String> failures = new ArrayList<>();

    void add(Job job, Tool tool, Timing timing) {
        timings.computeIfAbsent(job, key -> new LinkedHashMap<>())
                .computeIfAbsent(tool.name(), key -> new ArrayList<>())
                .add(timing);
    }

    void failed(Job job, Tool tool, String why) {
        String line = tool.name() + ", " + job.title() + ": " + why.replaceAll("\\S*/\\S+/", "…/");
        System.err.println("bench: " + line);
        if (failures.stream().noneMatch(line::equals)) {
            failures.add(line);
        }
    }

    List<Job> jobs() {
        // Sizes of one kind stand together, though they are not measured one after the other.
        List<String> groups =
                timings.keySet().stream().map(Job::group).distinct().toList();
        return timings.keySet().stream()
                .sorted(java.util.Comparator.comparingInt(job -> groups.indexOf(job.group())))
                .toList();
    }

    /** Returns the runs of each tool, in the order in which the tools were measured. */
    Map<String, List<Timing>> of(Job job) {
        return timings.getOrDefault(job, Map.of());
    }

    List<String> failures() {
        return List.copyOf(failures);
    }
}
