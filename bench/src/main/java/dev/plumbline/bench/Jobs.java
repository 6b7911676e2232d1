// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench;

import dev.plumbline.bench.Results.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The work that is measured. In each round every tool has its turn, so that all see the same machine. */
final class Jobs {
    /** Groups of jobs, the first two with the engine behind them. */
    static final String UP = "Apply migrations on ";

    static final String STATUS = "Status over applied migrations on ";
    static final String INSPECT = "Write a PostgreSQL schema as SQL, tables";
    static final String COMPARE = "Compare two equal PostgreSQL databases, tables";

    /** What reading a schema is compared to. */
    static final String DUMP = "pg_dump -s";

    private static final String ONE = "one";
    private static final String OTHER = "other";

    /** A tool that took longer than this for a job, in seconds, is not asked again: another round would say the same. */
    static final int PATIENCE = 120;

    private final List<Tool> tools;
    private final Databases databases;
    private final Path folder;
    private final int rounds;
    private final Results results = new Results();
    private final Set<String> done = new HashSet<>();

    Jobs(List<Tool> tools, Databases databases, Path folder, int rounds) {
        this.tools = tools;
        this.databases = databases;
        this.folder = folder;
        this.rounds = rounds;
    }

    /** Returns what was measured until now. */
    Results results() {
        return results;
    }

    /** What a tool is to do for a job; empty where it does not do that. */
    @FunctionalInterface
    private interface Work {
        Optional<Invocation> of(Tool tool) throws IOException, SQLException;
    }

    void start() throws InterruptedException, SQLException, IOException {
        Job job = new Job("Start: print the version", 0, "psql");
        round(job, Tool::start);
        for (int i = 0; i < rounds; i++) {
            round(job, Tool::start);
        }
    }

    /** Applies the migrations to an empty database, and then asks how it stands. */
    void migrations(String engine, int count) throws IOException, InterruptedException, SQLException {
        boolean postgres = engine.equals("PostgreSQL");
        String floor = postgres ? "psql" : "sqlite3";
        Job up = new Job(UP + engine, count, floor);
        Job status = new Job(STATUS + engine, count, floor);
        Job verify = new Job("Check applied migrations against their files on " + engine, count, "");
        for (int i = 0; i < rounds; i++) {
            for (Tool tool : tools) {
                Optional<MigrationFiles> files = tool.files();
                if (files.isEmpty() || isDone(up, tool) || count > tool.mostMigrations()) {
                    continue;
                }
                Path written = folder(files.get(), count);
                Target target = postgres ? databases.postgres("bench") : databases.sqlite("bench");
                Optional<Invocation> apply = tool.up(target, written);
                if (apply.isPresent() && measure(up, tool, apply.get())) {
                    Optional<Invocation> look = tool.status(target, written);
                    if (look.isPresent()) {
                        measure(status, tool, look.get());
                    }
                    Optional<Invocation> check = tool.verify(target, written);
                    if (check.isPresent()) {
                        measure(verify, tool, check.get());
                    }
                }
            }
        }
    }

    private boolean isDone(Job job, Tool tool) {
        return done.contains(job.title() + tool.name());
    }

    /** Reads a schema of many tables, and compares two databases that have the same. */
    void tables(int count) throws SQLException, InterruptedException, IOException {
        Target one = databases.postgresWithTables(ONE, count);
        Target other = databases.postgresWithTables(OTHER, count);
        Job inspect = new Job(INSPECT, count, DUMP);
        Job compare = new Job(COMPARE, count, DUMP);
        for (int i = 0; i < rounds; i++) {
            round(
                    inspect,
                    tool -> count > tool.mostTables()
                            ? Optional.empty()
                            : tool.inspect(one).map(Jobs::sayingTables));
            // The floor of comparing is reading one of them.
            round(
                    compare,
                    tool -> isFloor(tool)
                            ? tool.inspect(one).map(Jobs::sayingTables)
                            : tool.compare(one, other).map(Invocation::succeeding));
        }
    }

    /** Finds the way from one database to another of which some tables have a column, an index and a check more. */
    void changes(int tables, int changed) throws SQLException, InterruptedException, IOException {
        Ends ends = ends(tables, changed);
        Target one = ends.one();
        Target other = ends.other();
        Job plan = new Job(plan(changed, ""), tables, DUMP);
        Job unproven = new Job(plan(changed, "not carried out"), tables, DUMP);
        for (int i = 0; i < rounds; i++) {
            round(
                    plan,
                    tool -> isFloor(tool)
                            ? tool.inspect(one).map(Jobs::sayingTables)
                            : tool.plan(one, other).map(invocation -> invocation.saying("weight")));
            round(
                    unproven,
                    tool -> isFloor(tool)
                            ? tool.inspect(one).map(Jobs::sayingTables)
                            : tool.planWithoutProof(one, other).map(invocation -> invocation.saying("weight")));
        }
    }

    /** Returns the group of the jobs that plan so many changes. */
    static String plan(int changed, String how) {
        return "Plan " + JobFigures.count(changed) + " scattered changes" + (how.isEmpty() ? "" : ", " + how)
                + ", tables";
    }

    private static boolean isFloor(Tool tool) {
        return tool.name().equals(DUMP);
    }

    /** A tool that prints no table has read none, whatever its exit code is; one that writes files says so itself. */
    private static Invocation sayingTables(Invocation invocation) {
        return invocation.said().isEmpty() ? invocation.saying("table") : invocation;
    }

    /**
     * Finds the way between two versions of a real schema.
     *
     * @param name what the project is called
     * @param scripts its migrations in order; the first half of them makes the one version, all of them the other
     */
    void history(String name, List<Path> scripts) throws SQLException, InterruptedException, IOException {
        Ends ends = ends(scripts);
        Target one = ends.one();
        Target other = ends.other();
        Job compare = new Job("Compare " + name + " at half of its migrations and at the last", 0, DUMP);
        Job plan = new Job("Plan the way of " + name + " from half of its migrations to the last", 0, DUMP);
        for (int i = 0; i < rounds; i++) {
            round(
                    compare,
                    tool -> (isFloor(tool) ? tool.inspect(other) : tool.compare(one, other)).map(Jobs::sayingTables));
            round(plan, tool -> (isFloor(tool) ? tool.inspect(other) : tool.plan(one, other)).map(Jobs::sayingTables));
        }
    }

    /** Carries out a plan like that of {@link #changes}. */
    void applyChanges(int tables, int changed) throws SQLException, InterruptedException, IOException {
        Job job = new Job(
                "Apply the plan of " + JobFigures.count(changed) + " scattered changes, tables", tables, "psql");
        apply(job, ends(tables, changed));
    }

    /** Carries out a plan like that of {@link #history}. */
    void applyHistory(String name, List<Path> scripts) throws SQLException, InterruptedException, IOException {
        Job job = new Job("Apply the plan of " + name + " from half of its migrations to the last", 0, "psql");
        apply(job, ends(scripts));
    }

    private void apply(Job job, Ends ends) throws SQLException, InterruptedException, IOException {
        for (Tool tool : tools) {
            for (Invocation invocation : tool.keepPlan(ends.one(), ends.other(), folder)) {
                invocation.time();
            }
        }
        Target live = databases.copy("live", ONE);
        for (int i = 0; i < rounds; i++) {
            round(job, tool -> {
                Optional<Invocation> invocation = tool.apply(live, folder);
                if (invocation.isPresent()) {
                    databases.copy("live", ONE);
                }
                return invocation;
            });
        }
    }

    /** Where a way begins and where it ends. */
    private record Ends(Target one, Target other) {}

    private Ends ends(int tables, int changed) throws SQLException {
        Ends ends = new Ends(databases.postgresWithTables(ONE, tables), databases.postgresWithTables(OTHER, tables));
        databases.change(OTHER, tables, changed);
        return ends;
    }

    private Ends ends(List<Path> scripts) throws SQLException, IOException {
        return new Ends(
                databases.postgres(ONE, scripts.subList(0, scripts.size() / 2)), databases.postgres(OTHER, scripts));
    }

    private void round(Job job, Work work) throws InterruptedException, SQLException, IOException {
        for (Tool tool : tools) {
            if (!isDone(job, tool)) {
                Optional<Invocation> invocation = work.of(tool);
                if (invocation.isPresent()) {
                    measure(job, tool, invocation.get());
                }
            }
        }
    }

    private boolean measure(Job job, Tool tool, Invocation invocation) throws InterruptedException {
        if (isDone(job, tool)) {
            return false;
        }
        System.err.println("bench: " + job.title() + ": " + tool.name());
        try {
            Timing timing = invocation.time();
            results.add(job, tool, timing);
            if (timing.seconds() > PATIENCE) {
                done.add(job.title() + tool.name());
            }
            return true;
        } catch (IOException e) {
            done.add(job.title() + tool.name());
            results.failed(job, tool, String.valueOf(e.getMessage()));
            return false;
        }
    }

    private Path folder(MigrationFiles files, int count) throws IOException {
        Path written = folder.resolve(files.name().toLowerCase(Locale.ROOT) + "-" + count);
        if (!Files.isDirectory(written)) {
            Files.createDirectories(written);
            files.write(written, count);
        }
        return written;
    }
}
