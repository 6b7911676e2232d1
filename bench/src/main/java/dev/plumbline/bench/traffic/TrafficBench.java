// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.traffic;

import dev.plumbline.bench.Folders;
import dev.plumbline.bench.JobFolder;
import dev.plumbline.bench.Options;
import dev.plumbline.error.PlumblineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Everything about changes under traffic. {@code bench/run traffic --help} says what can be asked for. */
public final class TrafficBench {
    private static final String USAGE = """
            usage: bench/run traffic [--rows N] [--report SECONDS] [--lock-timeout MILLISECONDS] [--postgres VERSION]
                                     [--only CHANGE,...] [--resume yes] [--into FOLDER]
            Makes each of many changes to a database under load, by the plain statement and by a plan, keeps what each measured in
            docs/benchmarks/traffic, and writes docs/benchmarks-traffic.md from all that is there. By default: 10000000
            orders, reports of 30 seconds, a lock timeout of 500, PostgreSQL 18; about three hours, and 30 GB of disk in the
            temporary folder. --only page measures nothing. With --resume, changes that are there with the same settings are left as
            they are. --into is for trials: another folder than docs.
            """;
    private static final List<String> OPTIONS =
            List.of("--rows", "--report", "--lock-timeout", "--postgres", "--only", "--resume", "--into");

    private TrafficBench() {}

    /** Runs it. The first argument is the root of the tree. */
    public static void main(String... args) throws IOException, InterruptedException, SQLException {
        Options options = Options.of(args, 1, OPTIONS, USAGE);
        int rows = options.number("--rows", 10_000_000);
        int report = options.number("--report", 30);
        int lockTimeout = options.number("--lock-timeout", 500);
        int version = options.number("--postgres", 18);
        Path docs = options.docs(Path.of(args[0]));
        Files.createDirectories(docs);
        List<ShopFiles.Change> changes = ShopFiles.changes();
        List<String> names = changes.stream().map(ShopFiles.Change::name).toList();
        List<String> only =
                options.text("--only").map(text -> List.of(text.split(",", -1))).orElse(names);
        JobFolder jobs = new JobFolder(docs.resolve("benchmarks/traffic"), names);
        List<String> failed = new ArrayList<>();
        if (names.stream().anyMatch(only::contains)) {
            Path folder = Files.createTempDirectory("plumbline-traffic");
            System.err.println("bench: filling " + rows + " orders");
            try (Shop shop = Shop.open(version, folder, rows)) {
                ChangeTrial trial =
                        new ChangeTrial(shop, rows, Duration.ofSeconds(report), Duration.ofMillis(lockTimeout));
                String settings = "%d orders, reports of %d s, a lock timeout of %d ms, PostgreSQL %s"
                        .formatted(rows, report, lockTimeout, shop.version());
                for (ShopFiles.Change change : changes) {
                    if (only.contains(change.name())) {
                        try {
                            jobs.run(
                                    change.name() + "-" + rows,
                                    settings,
                                    options.isResumed(),
                                    figures -> trial.run(change, figures));
                        } catch (SQLException | IllegalStateException | PlumblineException e) {
                            // The others can be measured all the same.
                            failed.add(change.name());
                            System.err.println("bench: " + change.name() + " failed: " + e.getMessage());
                        }
                        TrafficPage.write(jobs, docs);
                    }
                }
            } finally {
                Folders.delete(folder);
            }
        }
        TrafficPage.write(jobs, docs);
        if (!failed.isEmpty()) {
            System.err.println("bench: not measured: " + failed);
            System.exit(1);
        }
    }
}
