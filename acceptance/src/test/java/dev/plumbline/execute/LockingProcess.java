// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.Engines;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.source.DatabaseUrl;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** Another JVM that takes the migration lock and does with it what it is told, line by line. */
final class LockingProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private LockingProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    static LockingProcess start(DatabaseUrl url) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LockingProcess.class.getName(),
                url.jdbcUrl(),
                url.settings().getOrDefault("user", ""),
                url.settings().getOrDefault("password", ""));
        return new LockingProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Lets it do something and returns what it says: {@code take}, {@code require}, {@code work}, {@code
     * compete N}. */
    String tell(String order) throws IOException {
        send(order);
        return answer();
    }

    void send(String order) throws IOException {
        process.getOutputStream().write((order + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    String answer() throws IOException {
        return String.valueOf(output.readLine());
    }

    /** Sends a signal by its name: STOP, CONT. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Kills it as {@code kill -9} does. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    public static void main(String[] arguments) throws Exception {
        DatabaseUrl parsed = DatabaseUrl.parse(arguments[0]);
        var settings = new java.util.TreeMap<>(parsed.settings());
        if (!arguments[1].isEmpty()) {
            settings.put("user", arguments[1]);
            settings.put("password", arguments[2]);
        }
        DatabaseUrl url = new DatabaseUrl(parsed.engineId(), parsed.server(), parsed.databaseName(), settings);
        MigrationLocks locks = Engines.forUrl(url).migrationLocks(LockName.DEFAULT);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        MigrationLocks.Held held = MigrationLocks.Held.NOBODY_ELSE;
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            if (order.equals("take")) {
                held = locks.take(url::open, Duration.ofSeconds(30));
                System.out.println("held");
            } else if (order.equals("require")) {
                System.out.println(require(held, url));
            } else if (order.equals("work")) {
                work(held, url);
            } else {
                System.out.println(Contest.enter(url, Integer.parseInt(order.substring("compete ".length()))));
            }
        }
    }

    /** Has the server busy for a minute in a transaction of the migration. */
    private static void work(MigrationLocks.Held held, DatabaseUrl url) throws SQLException {
        try (Connection connection = url.open();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            held.require(connection);
            System.out.println("working");
            statement.execute("SELECT pg_sleep(60)");
            connection.commit();
        }
    }

    private static String require(MigrationLocks.Held held, DatabaseUrl url) throws SQLException {
        try (Connection connection = url.open()) {
            held.require(connection);
            return "fine";
        } catch (PlumblineException e) {
            return e.code() + ": " + e.getMessage();
        }
    }
}
