// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ApplyOptions;
import dev.plumbline.Engines;
import dev.plumbline.PlanOptions;
import dev.plumbline.Plumbline;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.SchemaSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;

/**
 * Another JVM that plans and applies, says where it is, and may be killed at any moment. The proof is left out, it was
 * made in the test.
 */
final class InterruptedRun {
    private final Process process;
    private final BufferedReader output;

    private InterruptedRun(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /** Starts one that leads a database to a schema file and takes no step before it is told to. */
    static InterruptedRun start(String url, Path desired) throws IOException {
        return start(url, desired, "whole");
    }

    /** Starts one that only goes as far as objects go by both names. */
    static InterruptedRun expanding(String url, Path desired) throws IOException {
        return start(url, desired, "expand");
    }

    private static InterruptedRun start(String url, Path desired, String half) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                InterruptedRun.class.getName(),
                url,
                desired.toString(),
                half);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new InterruptedRun(process);
    }

    /** Waits until it has its plan, and lets it go. */
    void go() throws IOException {
        String line = output.readLine();
        if (!"planned".equals(line)) {
            throw new IOException("The other JVM did not come to a plan: " + line);
        }
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** Waits until it has carried out that many steps or has ended. */
    void awaitStep(int number) throws IOException {
        String line = output.readLine();
        while (line != null && !line.equals("after " + number)) {
            line = output.readLine();
        }
    }

    /** Kills it as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Kills it while it fills a column of table t in batches, and waits until the server has noticed. */
    void killWhileItFills(String column, TestServer server, DatabaseUrl live) throws InterruptedException {
        killWhen(
                "SELECT 1 FROM pg_attribute WHERE attname = '" + column + "'",
                "SELECT 1 FROM t WHERE " + column + " IS NOT NULL LIMIT 1",
                "SELECT 1 FROM t WHERE " + column + " IS NULL LIMIT 1",
                server,
                live);
    }

    /** Kills it while it copies rows to a table, and waits until the server has noticed. */
    void killWhileItCopies(String table, TestServer server, DatabaseUrl live) throws InterruptedException {
        killWhen(
                "SELECT 1 FROM pg_class WHERE relname = '" + table + "'",
                "SELECT 1 FROM " + table + " LIMIT 1",
                "SELECT 1 WHERE (SELECT count(*) FROM " + table + ") < (SELECT count(*) FROM t)",
                server,
                live);
    }

    private void killWhen(String there, String begun, String goesOn, TestServer server, DatabaseUrl live)
            throws InterruptedException {
        while (server.rows(live, there).isEmpty() || server.rows(live, begun).isEmpty()) {
            Thread.sleep(5);
        }
        kill();
        // The server goes on with the batch that it is at until it has something to tell.
        String busy = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
                + " AND backend_type = 'client backend'";
        while (!server.rows(live, busy).isEmpty()) {
            Thread.sleep(20);
        }
        assertThat(server.rows(live, goesOn))
                .as("the run was killed before its end")
                .isNotEmpty();
    }

    /** Waits for its end and returns the exit code. */
    int end() throws IOException, InterruptedException {
        String line = output.readLine();
        while (line != null) {
            line = output.readLine();
        }
        return process.waitFor();
    }

    public static void main(String[] arguments) throws IOException {
        DatabaseUrl url = DatabaseUrl.parse(arguments[0]);
        try (ServerScratchDatabases scratch = new ServerScratchDatabases(url)) {
            Plumbline plumbline = Plumbline.of(Engines.forId("postgres"), scratch);
            Plan plan = plumbline.plan(
                    plumbline.load(new SchemaSource.LiveDatabase(url)),
                    plumbline.load(new SchemaSource.SqlFiles(Path.of(arguments[1]))),
                    arguments[2].equals("expand")
                            ? new PlanOptions(false, false).expand()
                            : new PlanOptions(false, false));
            System.out.println("planned");
            System.in.read();
            int[] before = {-1};
            plumbline
                    .withProgress((what, done, total) -> {
                        if (total == plan.steps().size() && done != before[0]) {
                            before[0] = (int) done;
                            System.out.println("after " + done);
                        }
                    })
                    .apply(plan, url, new ApplyOptions(EnumSet.allOf(Hazard.class), 0, true));
        }
    }
}
