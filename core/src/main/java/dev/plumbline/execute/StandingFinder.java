// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.CatalogMarks;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.TransactionMode;
import dev.plumbline.plan.Verb;
import dev.plumbline.source.Introspector;
import dev.plumbline.source.MigrationHistory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * Finds where along a plan a live database stands. A step that runs outside transactions may have been stopped in the
 * middle; what it left, an invalid index, is removed only when the database stands on the plan but for that.
 */
final class StandingFinder {
    /** So many of the objects that have changed are named. */
    private static final int NAMED = 5;

    private final Introspector introspector;
    private final SessionControl session;

    StandingFinder(Introspector introspector, SessionControl session) {
        this.introspector = introspector;
        this.session = session;
    }

    /** Returns the standing. Throws {@code FINGERPRINT_CHANGED} when there is none; nothing was touched then. */
    Standing find(Plan plan, Connection connection) throws SQLException {
        Catalog live = introspector.inspect(connection);
        Standing standing = find(plan, live, connection);
        session.admit(
                connection,
                live,
                plan.steps().stream()
                        .filter(step -> step.number() > standing.stepsDone())
                        .toList());
        return standing;
    }

    private Standing find(Plan plan, Catalog live, Connection connection) throws SQLException {
        OptionalInt found = Standing.stepsDone(plan, live);
        if (found.isPresent()) {
            return new Standing(found.getAsInt(), List.of());
        }
        List<ObjectKey> halfDone = FailedBuilds.of(live);
        if (!halfDone.isEmpty()
                && Standing.stepsDone(plan, live.without(halfDone)).isPresent()) {
            for (Step step : plan.steps()) {
                if (step.mode() == TransactionMode.OUTSIDE) {
                    session.cleanUpAfter(connection, step);
                }
            }
            Catalog left = introspector.inspect(connection);
            List<ObjectKey> removed =
                    halfDone.stream().filter(key -> !left.contains(key)).toList();
            List<String> notes = removed.isEmpty()
                    ? List.of()
                    : List.of("What an interrupted run left was removed: "
                            + removed.stream().map(ObjectKey::toString).toList() + ".");
            // The plan begins by removing what builds that failed had left before it, if it is there.
            List<ObjectKey> going = FailedBuilds.of(left).stream()
                    .filter(key -> goes(key, plan))
                    .toList();
            if (!going.isEmpty() && Standing.isAt(left.without(going), plan.actual())) {
                return new Standing(0, notes);
            }
            OptionalInt afterwards = Standing.stepsDone(plan, left);
            if (afterwards.isPresent()) {
                return new Standing(afterwards.getAsInt(), notes);
            }
        }
        if (isStartButForWhatGoesFirst(plan, live)) {
            return new Standing(0, List.of());
        }
        if (isEndedNow(plan, live, connection)) {
            Catalog ended = introspector.inspect(connection);
            return new Standing(
                    Standing.stepsDone(plan, ended).orElseThrow(() -> changed(plan, ended)),
                    List.of("What an interrupted run had begun was ended."));
        }
        throw changed(plan, live);
    }

    /**
     * Brings to its end what can only go forward, where the database stands on the plan but for a constraint that it leaves on the
     * way; returns whether there was such a thing.
     */
    private boolean isEndedNow(Plan plan, Catalog live, Connection connection) throws SQLException {
        for (Step step : plan.steps()) {
            boolean begun = step.mode() == TransactionMode.OUTSIDE
                    && step.object().kind() == ObjectKind.TABLE
                    && live.children(step.object()).stream()
                            .filter(key -> key.kind() == ObjectKind.CONSTRAINT)
                            .anyMatch(key -> Standing.stepsDone(plan, live.without(List.of(key)))
                                    .isPresent());
            if (begun && session.isFinished(connection, step)) {
                return true;
            }
        }
        return false;
    }

    /** A plan begins by removing what a stopped run left, and its start is the catalog without that. */
    private static boolean isStartButForWhatGoesFirst(Plan plan, Catalog live) {
        List<ObjectKey> going = new ArrayList<>();
        for (Step step : plan.steps()) {
            if (step.verb() != Verb.DROP) {
                return false;
            }
            if (live.contains(step.object())) {
                going.add(step.object());
                if (Standing.isAt(live.without(going), plan.actual())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean goes(ObjectKey index, Plan plan) {
        return plan.steps().stream()
                .anyMatch(step -> step.verb() == Verb.DROP && step.object().equals(index));
    }

    private static PlumblineException changed(Plan plan, Catalog live) {
        return new PlumblineException(
                ErrorCode.FINGERPRINT_CHANGED,
                "The database is not the one that the plan was made for: its catalog has the fingerprint "
                        + live.fingerprint().abbreviated() + ", the plan starts from "
                        + plan.actual().abbreviated() + " and leads to "
                        + plan.desired().abbreviated() + "." + since(plan, live) + " Nothing was changed.",
                "Someone changed the schema since. Measure the gap to see what differs, and make the plan again.");
    }

    /**
     * Returns what has changed since the catalog that a plan begins with, a sentence with a space before it; nothing where that is
     * not known.
     */
    static String since(Plan plan, Catalog live) {
        return named(
                plan.marks().isEmpty()
                        ? List.of()
                        : MigrationHistory.forms(live)
                                .map(form -> CatalogMarks.changes(plan.marks(), CatalogMarks.of(form)))
                                .min(Comparator.comparingInt(List::size))
                                .orElse(List.of()));
    }

    /** A plan that was begun has changed some of these itself. */
    private static String named(List<String> changes) {
        if (changes.isEmpty()) {
            return "";
        }
        int more = changes.size() - NAMED;
        return " Since its start: " + String.join(", ", changes.subList(0, Math.min(NAMED, changes.size())))
                + (more > 0 ? " and " + more + " more." : ".");
    }
}
