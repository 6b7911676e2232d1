// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.corpus;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.corpus.PairResult.Verdict;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Planner;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.TransactionMode;
import dev.plumbline.postgres.PostgresEngine;
import dev.plumbline.source.DatabaseUrl;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Walks pairs on one PostgreSQL server: both sides are loaded, the actual one is planned and applied to the desired. */
final class PostgresPairs {
    private final DatabaseUrl server;
    private final String serverUrl;
    private final ClientTools tools;
    private final AtomicInteger number = new AtomicInteger();
    private final PostgresEngine engine = new PostgresEngine();

    PostgresPairs(String serverUrl, ClientTools tools) {
        this.serverUrl = serverUrl;
        this.server = DatabaseUrl.parse(serverUrl);
        this.tools = tools;
    }

    PairResult walk(SchemaPair pair) {
        int id = number.incrementAndGet();
        String actual = "pair_" + id + "_actual";
        String desired = "pair_" + id + "_desired";
        try (Connection admin = server.open()) {
            try {
                pair.roles().forEach(role -> makeRole(admin, role));
                execute(admin, "CREATE DATABASE " + actual + " TEMPLATE template0");
                execute(admin, "CREATE DATABASE " + desired + " TEMPLATE template0");
                return walk(pair, actual, desired);
            } finally {
                execute(admin, "DROP DATABASE IF EXISTS " + actual + " WITH (FORCE)");
                execute(admin, "DROP DATABASE IF EXISTS " + desired + " WITH (FORCE)");
            }
        } catch (PlumblineException e) {
            boolean unsupported = e.code() == ErrorCode.UNSUPPORTED;
            return new PairResult(
                    pair, unsupported ? Verdict.NOT_SUPPORTED : Verdict.FAILED, String.valueOf(e.getMessage()));
        } catch (SQLException | RuntimeException e) {
            return new PairResult(pair, Verdict.FAILED, String.valueOf(e));
        }
    }

    private PairResult walk(SchemaPair pair, String actual, String desired) throws SQLException {
        ClientTools.Run old = tools.load(url(actual), pair.side("old.sql"));
        if (old.exit() != 0) {
            return new PairResult(pair, Verdict.DOES_NOT_LOAD, "old: " + old.err());
        }
        ClientTools.Run wanted = tools.load(url(desired), pair.side("new.sql"));
        if (wanted.exit() != 0) {
            return new PairResult(pair, Verdict.DOES_NOT_LOAD, "new: " + wanted.err());
        }
        try (Connection on = server.withDatabase(actual).open();
                Connection goal = server.withDatabase(desired).open()) {
            Catalog target = engine.introspector().inspect(goal);
            Gap gap = GapFinder.between(engine.introspector().inspect(on), target);
            List<Step> steps = new Planner(engine.actionWriter()).steps(gap);
            engine.sessionControl().prepare(on);
            String failure = run(on, steps);
            if (!failure.isEmpty()) {
                return new PairResult(pair, Verdict.FAILED, failure);
            }
            Gap left = GapFinder.between(engine.introspector().inspect(on), target);
            if (!left.isEmpty()) {
                return new PairResult(pair, Verdict.FAILED, "left: " + left.changes() + "\n" + text(steps));
            }
            Dump is = Dump.of(tools.dump(url(actual)));
            Dump should = Dump.of(tools.dump(url(desired)));
            if (!is.equals(should)) {
                boolean unmodelled = !target.unmodelled().isEmpty()
                        || !gap.actual().unmodelled().isEmpty();
                return new PairResult(
                        pair,
                        unmodelled ? Verdict.NOT_SUPPORTED : Verdict.FAILED,
                        (unmodelled
                                        ? "not modelled: " + target.unmodelled()
                                                + gap.actual().unmodelled()
                                        : "dumps differ")
                                + "\n" + is.difference(should) + "\n" + text(steps));
            }
            return new PairResult(pair, Verdict.PASSED, steps.size() + " steps");
        }
    }

    private static String run(Connection connection, List<Step> steps) throws SQLException {
        for (List<Step> group : Plan.groups(steps)) {
            boolean outside = group.get(0).mode() == TransactionMode.OUTSIDE;
            connection.setAutoCommit(outside);
            for (Step step : group) {
                for (String sql : step.statements()) {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute(sql);
                    } catch (SQLException e) {
                        if (!outside) {
                            connection.rollback();
                        }
                        return "step " + step.number() + ": " + e.getMessage() + "\n" + sql + "\n---\n" + text(steps);
                    }
                }
            }
            if (!outside) {
                connection.commit();
                connection.setAutoCommit(true);
            }
        }
        return "";
    }

    private static String text(List<Step> steps) {
        StringBuilder text = new StringBuilder();
        steps.forEach(step ->
                step.statements().forEach(sql -> text.append("  ").append(sql).append(";\n")));
        return text.toString();
    }

    private String url(String database) {
        return serverUrl.replaceAll("/[^/]*$", "/" + database);
    }

    private static synchronized void makeRole(Connection admin, String role) {
        try {
            execute(admin, "CREATE ROLE \"" + role.replace("\"", "\"\"") + "\"");
        } catch (SQLException e) {
            // Another pair has made it.
            if (!"42710".equals(e.getSQLState())) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
