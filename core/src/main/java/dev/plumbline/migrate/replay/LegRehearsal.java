// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.replay;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.migrate.Leg;
import dev.plumbline.migrate.ScriptRules.Aftermath;
import dev.plumbline.migrate.Segment;
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

    LegRehearsal(ReplayTools tools, ReplaySession session, Lineage lineage) {
        this.tools = tools;
        this.session = session;
        this.lineage = lineage;
    }

    List<RehearsedMigration> run(List<Leg> legs, Catalog start) throws SQLException {
        List<RehearsedMigration> rehearsed = new ArrayList<>();
        Set<String> live = start.keys().stream().map(ObjectKey::qualifiedName).collect(Collectors.toSet());
        Catalog before = start;
        for (Leg leg : legs) {
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
            Optional<ReplayFailure> failure = carryOut(leg, watcher);
            Catalog after = session.inspect();
            rehearsed.add(result(leg, watcher, failure, GapFinder.between(before, after)));
            before = after;
        }
        return rehearsed;
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

    private RehearsedMigration result(Leg leg, RehearsalWatcher watcher, Optional<ReplayFailure> failure, Gap gap)
            throws SQLException {
        List<DataLoss> losses = lineage.endMigration(tools.roles().session().identities(session.connection()));
        List<String> notes = new ArrayList<>(leg.note().stream().toList());
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
