// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import dev.plumbline.source.ProgressListener;
import dev.plumbline.source.ScratchDatabase;
import dev.plumbline.source.ServerMessage;
import java.sql.SQLException;
import java.util.List;

/**
 * Proves a plan: carries it out, there and back, on a scratch database that was given the actual schema and rows. What
 * fails on the way is a result, a problem of the proof, not an error.
 */
public final class Prover {
    private final ScratchCatalog scratch;
    private final SessionControl session;
    private final RowSeeder seeder;
    private final ProgressListener progress;

    /** Creates a prover from what an engine offers. */
    public Prover(ScratchCatalog scratch, SessionControl session, RowSeeder seeder, ProgressListener progress) {
        this.scratch = scratch;
        this.session = session;
        this.seeder = seeder;
        this.progress = progress;
    }

    /**
     * Returns the plan with what each step was seen to cost, the checkpoints between its groups, and the proof.
     *
     * @param actual the catalog that the plan starts from
     * @param renames the renames that the plan begins with
     * @param desired the catalog that it promises
     */
    public Plan prove(Plan plan, Catalog actual, List<RenamedCatalog.Renaming> renames, Catalog desired) {
        ProofRun run = new ProofRun(plan, actual, desired, new RowCheck(seeder, plan, renames, desired));
        try (ScratchDatabase database = scratch.build(actual)) {
            stubRoles(database, desired);
            run.carryOut(scratch, session, database, progress);
            if (run.isOnlyTheWayBackBlockedByRows()) {
                run.reverseReturns(returnsWithoutRows(plan, actual, desired));
            }
        } catch (PlumblineException e) {
            run.problem(e.getMessage());
        } catch (SQLException e) {
            run.problem("the scratch database fails: " + ServerMessage.of(e).whole());
        }
        return run.result();
    }

    private void stubRoles(ScratchDatabase database, Catalog desired) throws SQLException {
        ScratchCatalog.roles(scratch.feasible(database.connection(), desired)).forEach(database::stubRole);
    }

    /**
     * Where the reverse cannot restore everything, rows may stand in its way; whether it restores the schema can still be seen,
     * without them.
     */
    private boolean returnsWithoutRows(Plan plan, Catalog actual, Catalog desired) throws SQLException {
        ProofRun bare = new ProofRun(plan, actual, desired, RowCheck.none());
        try (ScratchDatabase database = scratch.build(actual)) {
            stubRoles(database, desired);
            bare.carryOut(scratch, session, database, progress);
        }
        return bare.result().proof().map(Proof::reverseReturns).orElse(false);
    }
}
