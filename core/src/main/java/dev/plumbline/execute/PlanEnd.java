// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.source.LoadSession;
import dev.plumbline.source.ScratchDatabase;
import dev.plumbline.source.ServerMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Where the steps of a plan lead, seen on a scratch database without rows.
 *
 * @param catalog the catalog behind the last step; absent where one fails
 * @param failure which step fails, and what the database says, without a full stop; absent where none does
 */
public record PlanEnd(Optional<Catalog> catalog, Optional<String> failure) {

    /**
     * Carries a plan out.
     *
     * @param start the catalog that it begins with
     * @throws PlumblineException with {@code SOURCE_NOT_LOADED} where that cannot be made on a scratch database, with {@code
     *     DATABASE_ERROR} where the database fails
     */
    public static PlanEnd of(Plan plan, Catalog start, ScratchCatalog scratch) {
        SqlDialect dialect = plan.product().engine().equals("postgres") ? SqlDialect.POSTGRES : SqlDialect.SQLITE;
        try (ScratchDatabase database = scratch.build(start)) {
            LoadSession session = new LoadSession(database, dialect, List.of());
            session.forScratch();
            Connection connection = database.connection();
            UnwatchedRunner runner = new UnwatchedRunner(scratch.session());
            for (List<Step> group : Plan.groups(scratch.feasible(connection, plan.steps()))) {
                Optional<String> failure = run(group, runner, session);
                if (failure.isPresent()) {
                    return new PlanEnd(Optional.empty(), failure);
                }
            }
            return new PlanEnd(Optional.of(scratch.inspect(connection)), Optional.empty());
        } catch (SQLException e) {
            throw new PlumblineException(
                    ErrorCode.DATABASE_ERROR,
                    "The scratch database fails: " + ServerMessage.of(e).whole() + ".",
                    null,
                    null,
                    e);
        }
    }

    /** Runs a group; a role that only its statements know is made without rights, and it is run again. */
    private static Optional<String> run(List<Step> group, UnwatchedRunner runner, LoadSession session) {
        while (true) {
            try {
                runner.run(session.connection(), group);
                return Optional.empty();
            } catch (StepException e) {
                Optional<String> role = session.roleToStub(e.error());
                if (role.isEmpty()) {
                    return Optional.of(e.fact());
                }
                session.stubRole(role.get());
            }
        }
    }
}
