// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.corpus;

import dev.plumbline.ApplyOptions;
import dev.plumbline.PlanOptions;
import dev.plumbline.Plumbline;
import dev.plumbline.acceptance.NewDatabase;
import dev.plumbline.catalog.UnmodelledObject;
import dev.plumbline.corpus.PairResult.Verdict;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import dev.plumbline.plan.Step;
import dev.plumbline.postgres.PostgresEngine;
import dev.plumbline.postgres.ServerScratchDatabases;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.SchemaSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/** Walks pairs on one PostgreSQL server: both sides are loaded, the actual one is planned and applied to the desired. */
final class PostgresPairs {
    private final DatabaseUrl server;
    private final String serverUrl;
    private final ClientTools tools;
    private final AtomicInteger number = new AtomicInteger();
    private final Plumbline plumbline;

    PostgresPairs(String serverUrl, ClientTools tools) {
        this.serverUrl = serverUrl;
        this.server = DatabaseUrl.parse(serverUrl);
        this.tools = tools;
        this.plumbline = Plumbline.of(new PostgresEngine(), new ServerScratchDatabases(server));
    }

    PairResult walk(SchemaPair pair) {
        int id = number.incrementAndGet();
        String actual = "pair_" + id + "_actual";
        String desired = "pair_" + id + "_desired";
        try (Connection admin = server.open()) {
            try {
                pair.roles().forEach(role -> makeRole(admin, role));
                int major = admin.getMetaData().getDatabaseMajorVersion();
                execute(admin, NewDatabase.named(actual, major));
                execute(admin, NewDatabase.named(desired, major));
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

    private PairResult walk(SchemaPair pair, String actual, String desired) {
        ClientTools.Run old = ClientTools.load(url(actual), pair.side("old.sql"));
        if (old.exit() != 0) {
            return new PairResult(pair, Verdict.DOES_NOT_LOAD, "old: " + old.err());
        }
        ClientTools.Run wanted = ClientTools.load(url(desired), pair.side("new.sql"));
        if (wanted.exit() != 0) {
            return new PairResult(pair, Verdict.DOES_NOT_LOAD, "new: " + wanted.err());
        }
        DatabaseUrl live = server.withDatabase(actual);
        LoadedSchema target = plumbline.load(new SchemaSource.LiveDatabase(server.withDatabase(desired)));
        LoadedSchema start = plumbline.load(new SchemaSource.LiveDatabase(live));
        Plan plan = plumbline.plan(start, target, PlanOptions.DEFAULT);
        List<String> problems = plan.proof().map(Proof::problems).orElse(List.of());
        if (!problems.isEmpty()) {
            return new PairResult(pair, Verdict.FAILED, "not proven: " + problems + "\n" + text(plan.steps()));
        }
        plumbline.apply(plan, live, ApplyOptions.DEFAULT.allowing(EnumSet.allOf(Hazard.class)));
        Gap left = plumbline.gap(plumbline.load(new SchemaSource.LiveDatabase(live)), target);
        if (!left.isEmpty()) {
            return new PairResult(pair, Verdict.FAILED, "left: " + left.changes() + "\n" + text(plan.steps()));
        }
        Dump is = Dump.of(tools.dump(url(actual)));
        Dump should = Dump.of(tools.dump(url(desired)));
        if (is.equals(should)) {
            return new PairResult(pair, Verdict.PASSED, plan.steps().size() + " steps");
        }
        String detail = "\n" + is.difference(should) + "\n" + text(plan.steps());
        SortedSet<UnmodelledObject> unmodelled = new TreeSet<>(start.catalog().unmodelled());
        unmodelled.addAll(target.catalog().unmodelled());
        return unmodelled.isEmpty()
                ? new PairResult(pair, Verdict.FAILED, "the dumps differ" + detail)
                : new PairResult(pair, Verdict.NOT_SUPPORTED, "not modelled: " + unmodelled + detail);
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
