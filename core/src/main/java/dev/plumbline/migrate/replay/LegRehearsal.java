// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.replay;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.migrate.Leg;
import dev.plumbline.migrate.Revision.Direction;
import dev.plumbline.migrate.ScriptRules.Aftermath;
import dev.plumbline.migrate.Segment;
import dev.plumbline.migration.Callback;
import dev.plumbline.migration.CallbackCourse;
import dev.plumbline.migration.CallbackEvent;
import dev.plumbline.migration.Callbacks;
import dev.plumbline.migration.MigrationScript;
import dev.plumbline.plan.StepCost;
import dev.plumbline.script.ScriptStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Carries the migrations of a run out on the scratch database, one after the other, until one fails. */
final class LegRehearsal {
    private final ReplayTools tools;
    private final ReplaySession session;
    private final Lineage lineage;
    private final Callbacks callbacks;
    private final CallbackCourse course;

    LegRehearsal(ReplayTools tools, ReplaySession session, Lineage lineage, Callbacks callbacks) {
        this.callbacks = callbacks;
        this.course = new CallbackCourse(callbacks);
        this.tools = tools;
        this.session = session;
        this.lineage = lineage;
    }

    List<RehearsedMigration> run(List<Leg> legs, Catalog start) throws SQLException {
        List<RehearsedMigration> rehearsed = new ArrayList<>();
        Set<String> live = start.keys().stream().map(ObjectKey::qualifiedName).collect(Collectors.toSet());
        Catalog before = start;
        for (int i = 0; i < legs.size(); i++) {
            Leg leg = legs.get(i);
            if (!rehearsed.isEmpty() && rehearsed.getLast().failure().isPresent()) {
                rehearsed.add(untried(leg, tools));
                continue;
            }
            lineage.beginMigration();
            Set<String> made = before.keys().stream()
                    .map(ObjectKey::qualifiedName)
                    .filter(name -> !live.contains(name))
                    .collect(Collectors.toSet());
            RehearsalWatcher watcher = new RehearsalWatcher(tools.roles().session(), session, lineage, made);
            List<String> around = new ArrayList<>();
            Optional<ReplayFailure> failure = run(
                    dueBefore(leg, i > 0 && legs.get(i - 1).direction() == Direction.DOWN),
                    " is run before it.",
                    around);
            if (failure.isEmpty()) {
                failure = carryOut(leg, watcher);
            }
            if (failure.isEmpty()) {
                boolean ends = i == legs.size() - 1 || legs.get(i + 1).direction() != leg.direction();
                failure = run(ends ? dueBehind(leg) : List.of(), " is run behind it.", around);
            }
            Catalog after = session.inspect();
            rehearsed.add(result(leg, watcher, failure, GapFinder.between(before, after), around));
            before = after;
        }
        return rehearsed;
    }

    private List<Callback> dueBefore(Leg leg, boolean downBefore) {
        if (leg.direction() == Direction.UP) {
            return course.before(leg.entry().migration().orElseThrow());
        }
        return downBefore ? List.of() : callbacks.of(CallbackEvent.BEFORE_UNDO);
    }

    private List<Callback> dueBehind(Leg leg) {
        return leg.direction() == Direction.UP ? course.end() : callbacks.of(CallbackEvent.AFTER_UNDO);
    }

    private Optional<ReplayFailure> run(List<Callback> due, String when, List<String> notes) throws SQLException {
        for (Callback callback : due) {
            notes.add(callback.origin() + when);
            try {
                session.run(callback.script(), ReplayWatcher.NONE);
            } catch (ReplayException e) {
                ReplayFailure failure = e.failure();
                return Optional.of(new ReplayFailure(
                        "the callback " + callback.origin() + ": " + failure.fact(), 0, failure.position()));
            }
        }
        return Optional.empty();
    }

    private Optional<ReplayFailure> carryOut(Leg leg, RehearsalWatcher watcher) throws SQLException {
        try {
            int from = leg.done();
            if (leg.begun() && leg.script() instanceof MigrationScript.Sql sql && isThere(sql.statements(), from)) {
                from++;
            }
            session.run(leg.script(), from, Integer.MAX_VALUE, watcher);
            return Optional.empty();
        } catch (ReplayException e) {
            lineage.again();
            return Optional.of(e.failure());
        } finally {
            watcher.close();
        }
    }

    /** A statement outside transactions that an earlier run began is looked for in the catalog, as a run would. */
    private boolean isThere(List<ScriptStatement> statements, int at) throws SQLException {
        try {
            return at < statements.size()
                    && tools.roles().rules().settle(session.connection(), statements.get(at)) == Aftermath.DONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private RehearsedMigration result(
            Leg leg, RehearsalWatcher watcher, Optional<ReplayFailure> failure, Gap gap, List<String> around)
            throws SQLException {
        List<DataLoss> losses = lineage.endMigration(tools.roles().session().identities(session.connection()));
        List<String> notes = new ArrayList<>(leg.note().stream().toList());
        notes.addAll(around);
        notes.addAll(watcher.leftOut());
        session.takeNotes().stream().filter(note -> !notes.contains(note)).forEach(notes::add);
        return new RehearsedMigration(
                leg.title(),
                leg.direction(),
                statements(leg.script(), watcher.costs(), tools),
                leg.done(),
                failure.isPresent() ? Optional.empty() : Optional.of(gap),
                losses,
                failure,
                notes);
    }

    /** Returns a migration of which only the SQL is known. */
    static RehearsedMigration untried(Leg leg, ReplayTools tools) {
        List<String> notes = new ArrayList<>(leg.note().stream().toList());
        List<RehearsedStatement> statements = List.of();
        Optional<ReplayFailure> failure = Optional.empty();
        try {
            statements = statements(leg.script(), Map.of(), tools);
        } catch (PlumblineException e) {
            failure = Optional.of(ReplayException.of(e, 0).failure());
        }
        notes.add("It was not tried.");
        return new RehearsedMigration(
                leg.title(), leg.direction(), statements, leg.done(), Optional.empty(), List.of(), failure, notes);
    }

    private static List<RehearsedStatement> statements(
            MigrationScript script, Map<Integer, StepCost> costs, ReplayTools tools) {
        if (!(script instanceof MigrationScript.Sql sql)) {
            return List.of();
        }
        List<RehearsedStatement> statements = new ArrayList<>();
        int transaction = 0;
        for (Segment segment : Segment.of(sql, tools.roles().rules())) {
            transaction += segment.outside() ? 0 : 1;
            for (ScriptStatement statement : segment.statements()) {
                statements.add(new RehearsedStatement(
                        statement.number(),
                        statement.sql(),
                        statement.rowsText(),
                        segment.outside() ? 0 : transaction,
                        statement.position(),
                        Optional.ofNullable(costs.get(statement.number()))));
            }
        }
        return statements;
    }
}
