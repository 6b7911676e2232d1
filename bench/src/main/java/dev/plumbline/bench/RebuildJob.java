// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench;

import dev.plumbline.ApplyOptions;
import dev.plumbline.Engines;
import dev.plumbline.PlanOptions;
import dev.plumbline.Plumbline;
import dev.plumbline.plan.Plan;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.SchemaSource;
import dev.plumbline.sqlite.SqliteScratchDatabases;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A table made anew by {@code apply}, beside {@code CREATE TABLE … AS SELECT} and the same indexes: how long each takes,
 * and how much the folder of the database grows at most meanwhile, journal, log and safety copy included. What sorts
 * write elsewhere is not in it, for either.
 */
final class RebuildJob {
    private static final List<String> FLOOR = List.of(
            "CREATE TABLE copied AS SELECT * FROM memories",
            "CREATE INDEX c1 ON copied (user_id, memory_type)",
            "CREATE INDEX c2 ON copied (user_id, created_at DESC)",
            "CREATE INDEX c3 ON copied (importance)");

    private final Path folder;
    private final Path file;
    private final DatabaseUrl url;
    private final String journal;
    private final boolean unique;

    private RebuildJob(Path folder, String journal, boolean unique) {
        this.folder = folder;
        this.file = folder.resolve("bench.db");
        this.url = DatabaseUrl.parse("sqlite:" + file);
        this.journal = journal;
        this.unique = unique;
    }

    /** Measures tables of that many rows and tells what it took. */
    static void run(int rows, int rounds, String journal, boolean unique, JobFigures into)
            throws IOException, SQLException, InterruptedException {
        Path folder = Files.createTempDirectory("plumbline-rebuild");
        RebuildJob job = new RebuildJob(folder, journal, unique);
        try {
            job.make(rows);
            List<Figure> floors = new ArrayList<>();
            List<Figure> plain = new ArrayList<>();
            List<Figure> safe = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                floors.add(job.floor());
                plain.add(job.rebuild(false));
                safe.add(job.rebuild(true));
            }
            Figure floor = Figure.median(floors);
            Figure rebuilt = Figure.median(plain);
            Figure copied = Figure.median(safe);
            into.row(
                    RebuildPage.FIGURES,
                    String.format(Locale.ROOT, "%,d", rows).replace(',', ' '),
                    journal + (unique ? ", with a UNIQUE text" : ""),
                    String.format(Locale.ROOT, "%.1f (%.1f)", floor.seconds(), floor.processor()),
                    rebuilt.times(floor),
                    copied.times(floor),
                    Long.toString(floor.megabytes()),
                    rebuilt.space(floor),
                    copied.space(floor));
        } finally {
            Files.deleteIfExists(job.pristine());
            Folders.delete(folder);
        }
    }

    /** What one try took. */
    private record Figure(double seconds, double processor, long megabytes) {
        String times(Figure floor) {
            return "%.1f (%.1f) × %.2f (%.2f)"
                    .formatted(seconds, processor, seconds / floor.seconds, processor / floor.processor);
        }

        String space(Figure floor) {
            return "%d × %.2f".formatted(megabytes, (double) megabytes / floor.megabytes);
        }

        static Figure median(List<Figure> figures) {
            return new Figure(
                    figures.stream().mapToDouble(Figure::seconds).sorted().toArray()[figures.size() / 2],
                    figures.stream().mapToDouble(Figure::processor).sorted().toArray()[figures.size() / 2],
                    figures.stream().mapToLong(Figure::megabytes).sorted().toArray()[figures.size() / 2]);
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void make(int rows) throws SQLException, IOException {
        try (Connection connection = open()) {
            run(connection, "PRAGMA journal_mode = " + journal);
            List<String> statements = List.of(schema("").split(";\n"));
            for (String table : statements.subList(0, 2)) {
                run(connection, table);
            }
            run(
                    connection,
                    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)"
                            + " INSERT INTO users SELECT 'user-' || i, 'u' || i || '@example.org' FROM n");
            run(connection, """
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
            INSERT INTO memories SELECT i, 'user-' || (i * 7919 %% 1000 + 1), 'title ' || i,
              'content of the memory number ' || i || ' in some words', 'type' || (i %% 7), (i * 31 %% 100) / 100.0,
              datetime(1700000000 + i, 'unixepoch'), i %% 10 = 0%s FROM n""".formatted(rows, unique ? ", hex(randomblob(10))" : ""));
            for (String index : statements.subList(2, statements.size())) {
                run(connection, index);
            }
        }
        Files.move(file, pristine());
    }

    private String schema(String collation) {
        return """
            CREATE TABLE users (id TEXT PRIMARY KEY, email TEXT NOT NULL);
            CREATE TABLE memories (
              id INTEGER PRIMARY KEY AUTOINCREMENT,
              user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
              title TEXT%s, content TEXT, memory_type TEXT, importance REAL DEFAULT 0.5,
              created_at TEXT, is_archived INTEGER NOT NULL DEFAULT 0%s);
            CREATE INDEX memories_user_type ON memories (user_id, memory_type);
            CREATE INDEX memories_user_created ON memories (user_id, created_at DESC);
            CREATE INDEX memories_importance ON memories (importance);
            """.formatted(collation, unique ? ", token TEXT UNIQUE" : "");
    }

    private Path pristine() {
        return folder.resolveSibling(folder.getFileName() + ".pristine");
    }

    /** Every try begins with the same file, which the system has just read. */
    private void anew() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path old : files.toList()) {
                Files.delete(old);
            }
        }
        Files.copy(pristine(), file);
    }

    private Figure floor() throws SQLException, IOException, InterruptedException {
        anew();
        try (Connection connection = open()) {
            return watched(() -> {
                run(connection, "BEGIN IMMEDIATE");
                for (String sql : FLOOR) {
                    run(connection, sql);
                }
                if (unique) {
                    run(connection, "CREATE UNIQUE INDEX c4 ON copied (token)");
                }
                run(connection, "COMMIT");
            });
        }
    }

    private Figure rebuild(boolean copy) throws SQLException, IOException, InterruptedException {
        anew();
        Path desired = folder.resolve("schema.sql");
        Files.writeString(desired, schema(" COLLATE NOCASE"));
        try (SqliteScratchDatabases scratch = new SqliteScratchDatabases()) {
            Plumbline plumbline = Plumbline.of(Engines.forUrl(url), scratch);
            Plan plan = plumbline.plan(
                    plumbline.load(new SchemaSource.LiveDatabase(url)),
                    plumbline.load(new SchemaSource.SqlFiles(desired)),
                    PlanOptions.DEFAULT);
            ApplyOptions options = copy ? ApplyOptions.DEFAULT : ApplyOptions.DEFAULT.withoutBackup();
            return watched(() -> plumbline.apply(plan, url, options));
        }
    }

    /** Something that is measured. */
    @FunctionalInterface
    private interface Work {
        void run() throws SQLException;
    }

    private Figure watched(Work work) throws SQLException, InterruptedException {
        long before = size();
        long[] most = {before};
        Thread watcher = Thread.ofPlatform().daemon().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                most[0] = Math.max(most[0], size());
                try {
                    Thread.sleep(20);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
        long processor = processorNanos();
        long started = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - started) / 1e9;
        double used = (processorNanos() - processor) / 1e9;
        watcher.interrupt();
        watcher.join();
        return new Figure(seconds, used, Math.max(1, (Math.max(most[0], size()) - before) >> 20));
    }

    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    private long size() {
        long size = 0;
        java.io.File[] files = folder.toFile().listFiles();
        for (java.io.File each : files == null ? new java.io.File[0] : files) {
            size += each.length();
        }
        return size;
    }
}
