// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.traffic;

import dev.plumbline.bench.JobFigures;
import dev.plumbline.bench.JobFolder;
import dev.plumbline.bench.JobPage;
import dev.plumbline.plan.Hazard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The page {@code benchmarks-traffic.md}: its table and what it means. */
final class TrafficPage {
    static final String CHANGES = "changes";

    private static final String HEAD = """
            # Changes under traffic
            <!-- Written by bench/run traffic. Do not edit: run it. -->
            How long an application waits while its database is changed: by the plain statement, and by `plumbline apply`. The database is a shop;
            [the changes](../bench/src/main/resources/dev/plumbline/bench/traffic/changes.sql) are made to
            [its tables](../bench/src/main/resources/dev/plumbline/bench/traffic/base.sql) while
            [the application](../bench/src/main/resources/dev/plumbline/bench/traffic/application.sql) reads and writes them from four connections, a report
            reads all orders and holds its snapshot and locks, and a transaction that has read every table is left open for a while, again and
            again. Commits wait for the disk. Each change is made to a fresh copy.

            Stall: the longest time that any statement of the application took, its own work included. Written: the server's log, less what
            the application alone writes in such a time. The last column is what the plan says that must be allowed or known.

            """;

    private static final List<String> COLUMNS = List.of(
            "change",
            "plain: stall, ms",
            "failed",
            "took, s",
            "written, MB",
            "Plumbline: stall, ms",
            "failed",
            "took, s",
            "written, MB",
            "hazards");

    private static final int STALL = 5;
    private static final int FAILED = 6;
    private static final int HAZARDS = 9;

    /** What a plan must be allowed to do before it makes others wait for long. */
    private static final List<String> LONG = List.of(Hazard.REWRITE.name(), Hazard.BLOCKING_SCAN.name());

    /** What a statement may take for itself and for what is done under the lock. */
    private static final int BESIDES_MILLIS = 50;

    private TrafficPage() {}

    /** Writes the page from all jobs that there are, a section for each size of the database, the largest first. */
    static void write(JobFolder jobs, Path folder) throws IOException {
        JobPage page = new JobPage(jobs, HEAD);
        List<String> sizes = page.settings().stream()
                .sorted(Comparator.comparingInt(TrafficPage::orders).reversed())
                .toList();
        for (String settings : sizes) {
            List<List<String>> rows = page.rows(CHANGES, settings);
            String plot = "benchmarks/traffic-" + orders(settings) + ".svg";
            StallPlot.write(rows, folder.resolve(plot));
            page.section(
                    "## " + settings + "\n![The longest wait of any statement](" + plot + ")\n\n" + aim(rows, settings),
                    rows,
                    COLUMNS,
                    "");
        }
        page.text("""
                ## What this does not show
                pgroll and pg-schema-diff are not beside it: they are Go modules which could not be had where this was measured. Replicas; an
                application whose prepared statements do not survive a change of type; locks by hand; a server whose disk is the
                bottleneck.

                """);
        page.write(folder.resolve("benchmarks-traffic.md"));
    }

    /** Says where the aim is missed, and which plans had to be allowed to. */
    private static String aim(List<List<String>> rows, String settings) {
        long most = JobFigures.number(settings.replaceAll(".* timeout of ([0-9]+) ms.*", "$1")) + BESIDES_MILLIS;
        Map<Boolean, List<String>> missed = rows.stream()
                .filter(row -> JobFigures.number(row.get(STALL)) > most || JobFigures.number(row.get(FAILED)) > 0)
                .collect(Collectors.partitioningBy(
                        row -> LONG.stream().anyMatch(row.get(HAZARDS)::contains),
                        Collectors.mapping(row -> miss(row, most), Collectors.toList())));
        List<String> allowed = missed.getOrDefault(true, List.of());
        List<String> others = missed.getOrDefault(false, List.of());
        return "The aim is that no statement of the application fails, and that none takes longer than the lock timeout and "
                + BESIDES_MILLIS + " ms: " + (rows.size() - allowed.size() - others.size()) + " of " + rows.size()
                + " changes meet it"
                + (others.isEmpty() ? "" : "; missed: " + String.join("; ", others))
                + (allowed.isEmpty()
                        ? ""
                        : "; missed where there is no gentler way yet, so that the plan is refused unless `"
                                + String.join("` or `", LONG) + "` is allowed, as it was here: "
                                + String.join("; ", allowed))
                + ".\n\n";
    }

    private static String miss(List<String> row, long most) {
        return row.getFirst()
                + (JobFigures.number(row.get(FAILED)) > 0
                        ? ", of which statements fail"
                        : ", by " + JobFigures.count(JobFigures.number(row.get(STALL)) - most) + " ms");
    }

    /** The settings begin with the number of them. */
    private static int orders(String settings) {
        return Integer.parseInt(settings.substring(0, settings.indexOf(' ')));
    }
}
