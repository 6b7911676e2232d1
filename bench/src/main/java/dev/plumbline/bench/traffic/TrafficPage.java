// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.traffic;

import dev.plumbline.bench.JobFolder;
import dev.plumbline.bench.JobPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

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

            """;

    private TrafficPage() {}

    /** Writes the page from all jobs that there are. */
    static void write(JobFolder jobs, Path folder) throws IOException {
        JobPage page = new JobPage(jobs, HEAD);
        List<List<String>> rows = page.rows(CHANGES);
        if (!rows.isEmpty()) {
            StallPlot.write(rows, folder.resolve("benchmarks/traffic.svg"));
        }
        page.section(
                "## Each change\n![The longest wait of any statement](benchmarks/traffic.svg)\n\nStall: the longest time that any"
                        + " statement of the application took, its own work included. Written: the server's log, less"
                        + " what\nthe application alone writes in such a time. The last column is what the plan says that"
                        + " must be allowed or known.\n\n",
                CHANGES,
                List.of(
                        "change",
                        "plain: stall, ms",
                        "failed",
                        "took, s",
                        "written, MB",
                        "Plumbline: stall, ms",
                        "failed",
                        "took, s",
                        "written, MB",
                        "hazards"),
                """

                pgroll and pg-schema-diff are not beside it: they are Go modules which could not be had where this was measured.

                ## What this does not show
                Replicas; an application whose prepared statements do not survive a change of type; locks by hand; a server whose disk is the
                bottleneck.

                """);
        page.write(folder.resolve("benchmarks-traffic.md"));
    }
}
