// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.sqlite;

import dev.plumbline.PlanOptions;
import dev.plumbline.Plumbline;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.generated.Element;
import dev.plumbline.generated.PairCheck;
import dev.plumbline.generated.SchemaPair;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Planner;
import dev.plumbline.plan.Step;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.sqlite.SqliteEngine;
import dev.plumbline.sqlite.SqliteScratchDatabases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Leads the actual side with its rows to the desired side and back. Afterwards the database must answer all questions as
 * one does that was made from the desired statements and given the same rows; where the rows do not fit, it must be as it
 * was.
 */
public final class SqlitePairCheck implements PairCheck {
    private static final SqliteEngine ENGINE = new SqliteEngine();

    private final Optional<CommandLineObserver> observer;

    /**
     * Creates the check.
     *
     * @param folder where files for {@code sqlite3} are written; without that program nothing is
     */
    public SqlitePairCheck(Path folder) {
        this.observer = CommandLineObserver.in(folder);
    }

    @Override
    public Outcome outcome(SchemaPair pair) {
        try (Connection connection = Databases.of(pair.actual())) {
            Databases.fill(connection, pair.rows());
            Databases.run(connection, "PRAGMA foreign_keys = ON");
            Databases.run(connection, "PRAGMA recursive_triggers = " + (pair.seed() % 2));
            Outcome there = lead(connection, pair.actual(), pair.desired());
            return there instanceof Passed ? lead(connection, pair.desired(), pair.actual()) : there;
        } catch (SQLException e) {
            return Failed.of("check", e, "");
        } catch (PlumblineException | IllegalStateException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return Failed.of(String.valueOf(e.getClass().getSimpleName()), e, "");
        }
    }

    private Outcome lead(Connection connection, List<Element> from, List<Element> to) throws SQLException {
        Optional<Renaming> renaming = Renaming.between(from, to);
        if (renaming.isEmpty()) {
            return lead(connection, from, to, connection, renaming);
        }
        try (Connection renamed = renaming.get().doneIn(connection)) {
            return lead(connection, from, to, renamed, renaming);
        }
    }

    /** The rows are taken from where they have the new names. */
    private Outcome lead(
            Connection connection, List<Element> from, List<Element> to, Connection source, Optional<Renaming> renaming)
            throws SQLException {
        Snapshot before = Snapshot.of(connection);
        try (FreshDatabase fresh = FreshDatabase.of(to, source)) {
            Catalog wanted = ENGINE.introspector().inspect(fresh.connection());
            Catalog actual = ENGINE.introspector().inspect(connection);
            List<Step> steps = renaming.isPresent()
                    ? steps(actual, wanted, renaming.get())
                    : new Planner(ENGINE.actionWriter()).steps(GapFinder.between(actual, wanted));
            String plan = "\n"
                    + String.join(
                            "\n",
                            steps.stream()
                                    .flatMap(step -> step.statements().stream())
                                    .toList());
            Optional<String> unfit = unfit(before, fresh);
            Optional<String> error = execute(connection, steps);
            if (error.isPresent()) {
                List<String> changed = Snapshot.of(connection).differences(before);
                if (!changed.isEmpty()) {
                    return new Failed("left half done", error.get() + "\n" + changed + plan);
                }
                return unfit.isPresent()
                        ? new Refused(error.get())
                        : new Failed("error " + sort(error.get()), error.get() + plan);
            }
            if (unfit.isPresent()) {
                return new Failed("took what does not fit", unfit.get() + plan);
            }
            return compare(connection, fresh, Snapshot.of(source), from, to, wanted, plan);
        }
    }

    private static List<Step> steps(Catalog actual, Catalog wanted, Renaming renaming) {
        LoadedSchema desired = new LoadedSchema(wanted, List.of(renaming.hint()), "desired");
        return Plumbline.of(ENGINE, new SqliteScratchDatabases())
                .plan(LoadedSchema.of(actual, "actual"), desired, new PlanOptions(false, false))
                .steps();
    }

    private Outcome compare(
            Connection connection,
            FreshDatabase fresh,
            Snapshot before,
            List<Element> from,
            List<Element> to,
            Catalog wanted,
            String plan)
            throws SQLException {
        Gap left = GapFinder.between(ENGINE.introspector().inspect(connection), wanted);
        if (!left.isEmpty()) {
            return new Failed("still a gap", left.changes() + plan);
        }
        Snapshot expected = Expectation.of(connection, fresh, before, from, to);
        List<String> different = Expectation.comparable(Snapshot.of(connection), expected, before)
                .differences(expected);
        if (!different.isEmpty()) {
            return new Failed("differs in " + different.get(0).split(" ", 2)[0], String.join("\n", different) + plan);
        }
        if (observer.isPresent()) {
            List<String> seen = observer.get().differences(connection, fresh.connection());
            if (!seen.isEmpty()) {
                return new Failed("sqlite3", String.join("\n", seen) + plan);
            }
        }
        return new Passed();
    }

    /** The kind of an error without the names in it, so that a shrinker keeps to it. */
    private static String sort(String error) {
        return error.replaceAll("\\(.*|[^\\w ]", "").strip();
    }

    private static Optional<String> unfit(Snapshot before, FreshDatabase fresh) throws SQLException {
        List<String> reasons = new ArrayList<>(fresh.refusals());
        if (reasons.isEmpty()) {
            List<String> violations =
                    new ArrayList<>(Snapshot.of(fresh.connection()).answers().getOrDefault("foreign keys", List.of()));
            before.answers().getOrDefault("foreign keys", List.of()).forEach(violations::remove);
            reasons.addAll(violations);
        }
        return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons));
    }

    /** Carries the steps out as the executor does; returns what stopped them. */
    private static Optional<String> execute(Connection connection, List<Step> steps) throws SQLException {
        ENGINE.sessionControl().prepare(connection);
        for (List<Step> group : Plan.groups(steps)) {
            Optional<String> error;
            try {
                error = executeGroup(connection, group);
            } catch (SQLTransactionRollbackException e) {
                // The session wants to have it run once more.
                error = executeGroup(connection, group);
            }
            if (error.isPresent()) {
                return error;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> executeGroup(Connection connection, List<Step> group) throws SQLException {
        ENGINE.sessionControl().begin(connection);
        for (Step step : group) {
            for (String sql : step.statements()) {
                String refusal = Databases.refusal(connection, sql);
                if (!refusal.isEmpty()) {
                    ENGINE.sessionControl().rollback(connection);
                    return Optional.of(refusal + "\n" + sql);
                }
            }
        }
        try {
            ENGINE.sessionControl().commit(connection);
            return Optional.empty();
        } catch (PlumblineException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
