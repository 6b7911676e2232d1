// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.TransactionMode;
import dev.plumbline.source.Introspector;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;

/**
 * Finds where along a plan a live database stands. A step that runs outside transactions may have been stopped in the
 * middle; what it left, an invalid index, is removed only when the database stands on the plan but for that.
 */
final class StandingFinder {
    private final Introspector introspector;
    private final SessionControl session;

    StandingFinder(Introspector introspector, SessionControl session) {
        this.introspector = introspector;
        this.session = session;
    }

    /** Returns the standing. Throws {@code FINGERPRINT_CHANGED} when there is none; nothing was touched then. */
    Standing find(Plan plan, Connection connection) throws SQLException {
        Catalog live = introspector.inspect(connection);
        OptionalInt found = Standing.stepsDone(plan, live);
        if (found.isPresent()) {
            return new Standing(found.getAsInt(), List.of());
        }
        List<ObjectKey> halfDone = live.objects(Index.class)
                .filter(index -> !index.valid())
                .map(Index::key)
                .toList();
        if (!halfDone.isEmpty()
                && Standing.stepsDone(plan, live.without(halfDone)).isPresent()) {
            for (Step step : plan.steps()) {
                if (step.mode() == TransactionMode.OUTSIDE) {
                    session.cleanUpAfter(connection, step);
                }
            }
            OptionalInt afterwards = Standing.stepsDone(plan, introspector.inspect(connection));
            if (afterwards.isPresent()) {
                return new Standing(
                        afterwards.getAsInt(),
                        List.of("What an interrupted run left was removed: "
                                + halfDone.stream().map(ObjectKey::toString).toList() + "."));
            }
        }
        throw changed(plan, live);
    }

    private static PlumblineException changed(Plan plan, Catalog live) {
        return new PlumblineException(
                ErrorCode.FINGERPRINT_CHANGED,
                "The database is not the one that the plan was made for: its catalog has the fingerprint "
                        + live.fingerprint().abbreviated() + ", the plan starts from "
                        + plan.actual().abbreviated() + " and leads to "
                        + plan.desired().abbreviated()
                        + ". Nothing was changed.",
                "Someone changed the schema since. Measure the gap to see what differs, and make the plan again.");
    }
}
