// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.trial;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.execute.SessionControl;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.migrate.replay.ReplaySession;
import dev.plumbline.migrate.replay.ReplayTools;
import dev.plumbline.migrate.replay.ReplayWatcher;
import dev.plumbline.plan.StepCost;
import dev.plumbline.script.ScriptStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Sees what each statement of one script costs and changes. */
final class TrialWatcher implements ReplayWatcher {
    /** For these the catalog need not be read again. */
    private static final Set<String> NO_DEFINITIONS = Set.of(
            "INSERT",
            "UPDATE",
            "DELETE",
            "MERGE",
            "REPLACE",
            "WITH",
            "VALUES",
            "SET",
            "RESET",
            "ANALYZE",
            "PRAGMA",
            "LOCK",
            "TRUNCATE",
            "COPY",
            "SHOW",
            "NOTIFY",
            "COMMENT",
            "GRANT",
            "REVOKE");

    /** Of those, the ones that are definitions, but of nothing that a rule asks a single statement for. */
    private static final Set<String> SMALL_DEFINITIONS = Set.of("COMMENT", "GRANT", "REVOKE");

    private final ReplayTools tools;
    private final ReplaySession session;
    private final boolean closely;
    private final Map<Integer, Seen> seen = new HashMap<>();
    private final Map<Integer, String> leftOut = new HashMap<>();

    private boolean current;
    private State now;
    private State atSegment;
    private SessionControl.@Nullable CostObserver observer;

    /** Where the database stands. */
    private record State(Catalog catalog, SortedMap<ObjectKey, String> identities, Made made) {
        State copy() {
            return new State(catalog, identities, made.copy());
        }
    }

    /** What a statement was seen to do. */
    record Seen(
            Optional<StepCost> cost,
            List<Change> changes,
            SortedMap<ObjectKey, ObjectKey> renamed,
            SortedSet<ObjectKey> gone,
            Set<ObjectKey> made) {}

    /**
     * Creates a watcher.
     *
     * @param made what the migration has made before
     * @param closely whether costs and changes are asked for, which takes its time, or only whose data is gone
     */
    TrialWatcher(ReplayTools tools, ReplaySession session, Catalog start, Made made, boolean closely)
            throws SQLException {
        this.closely = closely;
        this.tools = tools;
        this.session = session;
        this.now = new State(start, tools.roles().session().identities(session.connection()), made.copy());
        this.atSegment = now.copy();
    }

    /** Returns what is known of a statement of the script. */
    TriedStatement of(ScriptStatement statement, int transaction) {
        Seen found = seen.get(statement.number());
        return found == null
                ? TriedStatement.untried(statement, transaction, Optional.ofNullable(leftOut.get(statement.number())))
                : new TriedStatement(
                        statement,
                        transaction,
                        found.cost(),
                        found.changes(),
                        found.renamed(),
                        found.gone(),
                        found.made(),
                        Optional.empty());
    }

    /** Returns whether a statement was run, and none behind the last time that the catalog was read can have changed it. */
    boolean isCurrent() {
        return current;
    }

    /** Returns the catalog as it was last read. */
    Catalog catalog() {
        return now.catalog();
    }

    /** Returns what the migration has made so far. */
    Made made() {
        return now.made();
    }

    /** A part that begins again was rolled back; one that begins anew finds what the last one committed. */
    @Override
    public void segment(boolean outside) {
        now = atSegment.copy();
    }

    @Override
    public void segmentEnded() {
        atSegment = now.copy();
    }

    @Override
    public void before(ScriptStatement statement) throws SQLException {
        if (closely) {
            observer = tools.roles().session().observe(session.connection());
        }
    }

    @Override
    public void after(ScriptStatement statement) throws SQLException {
        Optional<StepCost> cost = Optional.empty();
        if (observer != null) {
            cost = Optional.of(now.made().without(observer.finish()));
            observer = null;
        }
        Set<ObjectKey> made = Set.copyOf(now.made().keys());
        if (NO_DEFINITIONS.contains(statement.word(0))) {
            current &= !SMALL_DEFINITIONS.contains(statement.word(0));
            seen.put(
                    statement.number(),
                    new Seen(cost, List.of(), Collections.emptySortedMap(), Collections.emptySortedSet(), made));
            return;
        }
        SortedMap<ObjectKey, String> identities = tools.roles().session().identities(session.connection());
        SortedMap<ObjectKey, ObjectKey> renamed = Made.renamed(now.identities(), identities);
        SortedSet<ObjectKey> gone = now.made().gone(now.identities(), identities, renamed);
        Made next = now.made().copy();
        Catalog catalog = now.catalog();
        List<Change> changes = List.of();
        if (closely) {
            catalog = tools.catalogs().inspectWithin(session.connection());
            changes = GapFinder.between(now.catalog(), catalog).changes();
            next.follow(changes, renamed);
        } else {
            next.follow(now.identities(), identities, renamed);
        }
        now = new State(catalog, identities, next);
        current = true;
        seen.put(statement.number(), new Seen(cost, changes, renamed, gone, made));
    }

    @Override
    public void leftOut(ScriptStatement statement, String why) {
        observer = null;
        seen.remove(statement.number());
        leftOut.put(statement.number(), why);
    }
}
