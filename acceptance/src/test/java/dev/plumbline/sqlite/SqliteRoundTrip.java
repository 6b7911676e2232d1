// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Planner;
import dev.plumbline.plan.Step;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Leads one database to the schema of another and looks at what came of it, with and without the introspector. */
final class SqliteRoundTrip {
    private static final SqliteEngine ENGINE = new SqliteEngine();

    private SqliteRoundTrip() {}

    /** Opens a database in memory that enforces foreign keys, as a careful application does. */
    static Connection open(String script) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        run(connection, script);
        run(connection, "PRAGMA foreign_keys = ON");
        return connection;
    }

    /** Runs a script of any number of statements. */
    static void run(Connection connection, String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(script);
        }
    }

    static Catalog inspect(Connection connection) throws SQLException {
        return ENGINE.introspector().inspect(connection);
    }

    static List<Step> plan(Gap gap) {
        return new Planner(ENGINE.actionWriter()).steps(gap);
    }

    /** Carries steps out as the executor does. */
    static void execute(Connection connection, List<Step> steps) throws SQLException {
        ENGINE.sessionControl().prepare(connection);
        for (List<Step> group : Plan.groups(steps)) {
            try {
                executeTogether(connection, group);
            } catch (SQLTransactionRollbackException e) {
                executeTogether(connection, group);
            }
        }
    }

    private static void executeTogether(Connection connection, List<Step> group) throws SQLException {
        ENGINE.sessionControl()
                .begin(
                        connection,
                        group.stream()
                                .flatMap(step -> step.statements().stream())
                                .toList());
        try {
            for (Step step : group) {
                for (String sql : step.statements()) {
                    run(connection, sql);
                }
            }
        } catch (SQLException e) {
            ENGINE.sessionControl().rollback(connection);
            throw e;
        }
        ENGINE.sessionControl().commit(connection);
    }

    /**
     * Leads the database to the desired schema and returns what is wrong afterwards, one line each; nothing when all is
     * well.
     *
     * @param observe whether the texts that SQLite keeps must be the same too, apart from their spelling
     */
    static List<String> lead(Connection actual, Connection desired, boolean observe) throws SQLException {
        Catalog wanted = inspect(desired);
        Map<String, Long> rows = counts(actual);
        List<Step> steps = plan(GapFinder.between(inspect(actual), wanted));
        execute(actual, steps);
        List<String> problems = new ArrayList<>();
        Gap left = GapFinder.between(inspect(actual), wanted);
        left.changes().forEach(change -> problems.add("still a gap: " + change));
        Map<String, String> observed = observed(actual);
        Map<String, String> fresh = observed(desired);
        if (observe && !observed.equals(fresh)) {
            problems.add("sqlite_schema differs:\n  " + observed + "\n  " + fresh);
        }
        counts(actual).forEach((table, count) -> {
            if (!count.equals(rows.getOrDefault(table, count))) {
                problems.add(table + " had " + rows.get(table) + " rows and has " + count);
            }
        });
        String integrity = texts(actual, "PRAGMA integrity_check").get(0);
        if (!integrity.equals("ok")) {
            problems.add("integrity_check: " + integrity);
        }
        if (!texts(actual, "PRAGMA foreign_keys").equals(List.of("1"))) {
            problems.add("foreign keys are no longer enforced");
        }
        if (!problems.isEmpty()) {
            problems.add("the plan was: " + steps.stream().map(Step::statements).toList());
        }
        return problems;
    }

    private static Map<String, Long> counts(Connection connection) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        String tables = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                + " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
        for (String table : texts(connection, tables)) {
            counts.put(
                    table.toLowerCase(Locale.ROOT),
                    Long.valueOf(texts(connection, "SELECT count(*) FROM \"" + table.replace("\"", "\"\"") + "\"")
                            .get(0)));
        }
        return counts;
    }

    static List<String> texts(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(String.valueOf(rows.getString(1)));
            }
            return texts;
        }
    }

    /**
     * Returns what {@code sqlite_schema} holds without a look at tokens: quotes, comments, white space and case apart,
     * words that only say what holds anyway too; the pieces between commas and brackets in sorted order because the
     * order of columns is no gap.
     */
    private static Map<String, String> observed(Connection connection) throws SQLException {
        Map<String, String> observed = new TreeMap<>();
        String entries =
                "SELECT type || ' ' || lower(name) || ' on ' || lower(tbl_name) || char(1) || coalesce(sql, '')"
                        + " FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_s%' ESCAPE '\\'";
        for (String entry : texts(connection, entries)) {
            int split = entry.indexOf('\u0001');
            String pieces = entry.substring(split + 1)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("(?s)--[^\n]*|/\\*.*?\\*/", " ")
                    .replaceAll("\\b(generated\\s+always|for\\s+each\\s+row|(?<!create )virtual|asc)\\b", " ")
                    .replaceAll("[\\s\"'`\\[\\]]+", "");
            observed.put(
                    entry.substring(0, split),
                    Arrays.stream(pieces.split("[(),]", -1))
                            .filter(piece -> !piece.isEmpty())
                            .sorted()
                            .collect(Collectors.joining(" ")));
        }
        return observed;
    }
}
