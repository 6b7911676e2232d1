// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.traffic;

import dev.plumbline.ApplyOptions;
import dev.plumbline.Engines;
import dev.plumbline.PlanOptions;
import dev.plumbline.Plumbline;
import dev.plumbline.bench.JobFigures;
import dev.plumbline.execute.Outcome;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.postgres.ServerScratchDatabases;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.SchemaSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** One change of the shop, by its plain statements and by a plan, each on a copy of its own. */
final class ChangeTrial {
    private static final String DATABASE = "trial";
    private static final Duration BEFORE = Duration.ofSeconds(3);
    private static final Duration AFTER = Duration.ofSeconds(2);

    /** What a plan may need to find a moment between two long reports. */
    private static final int RETRIES = 1_000;

    private final Shop shop;
    private final int orders;
    private final Duration report;
    private final Duration lockTimeout;

    ChangeTrial(Shop shop, int orders, Duration report, Duration lockTimeout) {
        this.shop = shop;
        this.orders = orders;
        this.report = report;
        this.lockTimeout = lockTimeout;
    }

    private interface Work {
        void run() throws SQLException;
    }

    /** What the application saw of a change. */
    private record Seen(Duration took, Application.Slowest slowest, List<String> failures, long bytes) {
        String failed() {
            return failures.isEmpty() ? "0" : JobFigures.count(failures.size());
        }
    }

    /** Measures both ways. */
    void run(ShopFiles.Change change, JobFigures figures) throws SQLException, IOException, InterruptedException {
        DatabaseUrl plainly = shop.copy(DATABASE);
        Seen plain = watch(plainly, () -> Shop.run(plainly, change.statements()));

        DatabaseUrl planned = shop.copy(DATABASE);
        try (ServerScratchDatabases scratch = new ServerScratchDatabases(planned)) {
            Plumbline plumbline = Plumbline.of(Engines.forId("postgres"), scratch);
            Plan plan = plan(plumbline, planned, change);
            ApplyOptions options =
                    new ApplyOptions(EnumSet.allOf(Hazard.class), RETRIES, false).waitingAtMost(lockTimeout);
            Seen careful = watch(planned, () -> {
                Outcome outcome = plumbline.apply(plan, planned, options);
                if (!outcome.reachedDesired()) {
                    throw new IllegalStateException(change.name() + ": " + outcome.notes());
                }
            });
            System.err.println("bench: " + change.name() + ": the slowest took "
                    + careful.slowest().took().toMillis() + " ms: "
                    + careful.slowest().sql());
            careful.failures().forEach(failure -> System.err.println("bench: " + change.name() + ": " + failure));
            figures.row(
                    TrafficPage.CHANGES,
                    change.title(),
                    millis(plain.slowest().took()),
                    plain.failed(),
                    seconds(plain.took()),
                    megabytes(plain.bytes()),
                    millis(careful.slowest().took()),
                    careful.failed(),
                    seconds(careful.took()),
                    megabytes(careful.bytes()),
                    said(plan));
        }
        shop.drop(DATABASE);
    }

    private Plan plan(Plumbline plumbline, DatabaseUrl live, ShopFiles.Change change) throws IOException {
        Path declared = Files.createTempFile("plumbline-shop", ".sql");
        try {
            Files.writeString(declared, ShopFiles.base() + "\n" + change.script() + "\n");
            LoadedSchema desired = plumbline.load(new SchemaSource.SqlFiles(declared));
            Plan plan =
                    plumbline.plan(plumbline.load(new SchemaSource.LiveDatabase(live)), desired, PlanOptions.DEFAULT);
            if (plan.isEmpty() || !plan.proof().orElseThrow().problems().isEmpty()) {
                throw new IllegalStateException(change.name() + " has no proven plan");
            }
            return plan;
        } finally {
            Files.delete(declared);
        }
    }

    private Seen watch(DatabaseUrl live, Work work) throws SQLException, InterruptedException {
        try (Application application = Application.on(live, orders, report)) {
            Thread.sleep(BEFORE.toMillis());
            long restBegan = shop.written();
            long restTime = System.nanoTime();
            Thread.sleep(BEFORE.toMillis());
            long rest = shop.written() - restBegan;
            restTime = System.nanoTime() - restTime;
            application.forget();
            long writtenBefore = shop.written();
            long began = System.nanoTime();
            work.run();
            long took = System.nanoTime() - began;
            long written = shop.written() - writtenBefore - (long) ((double) rest * took / restTime);
            // What waited behind the last lock ends now.
            Thread.sleep(AFTER.toMillis());
            return new Seen(
                    Duration.ofNanos(took), application.slowest(), application.failures(), Math.max(0, written));
        }
    }

    /** What the plan warned of: a hazard that a flag must allow, by name. */
    private static String said(Plan plan) {
        Set<Hazard> hazards = plan.hazards();
        return hazards.isEmpty()
                ? ""
                : hazards.stream().map(hazard -> "`" + hazard + "`").collect(Collectors.joining(" "));
    }

    private static String millis(Duration time) {
        return JobFigures.count(time.toMillis());
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1e3);
    }

    private static String megabytes(long bytes) {
        return JobFigures.count(Math.round(bytes / 1e6));
    }
}
