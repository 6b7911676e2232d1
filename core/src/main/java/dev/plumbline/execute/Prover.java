// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.gap.Change;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import dev.plumbline.source.ProgressListener;
import dev.plumbline.source.ScratchDatabase;
import dev.plumbline.source.ServerMessage;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;

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
    public Plan prove(Plan plan, Catalog actual, List<Change.Renamed> renames, Catalog desired) {
        ProofRun run = carryOut(plan, actual, desired, () -> new RowCheck(seeder, plan, renames, desired));
        if (run.isOnlyTheWayBackBlockedByRows()) {
            // Rows may stand in the way of a reverse that cannot restore everything. Whether it restores the schema can
            // still be seen without them.
            Plan bare = carryOut(plan, actual, desired, RowCheck::none).result();
            run.reverseReturns(bare.proof().map(Proof::reverseReturns).orElse(false));
        }
        return run.result();
    }

    private ProofRun carryOut(Plan plan, Catalog actual, Catalog desired, Supplier<RowCheck> rows) {
        ProofRun run = new ProofRun(plan, actual, desired, rows.get(), /* everyGroup= */ false);
        carryOut(run, actual, desired);
        if (run.needsEveryGroup()) {
            run = new ProofRun(plan, actual, desired, rows.get(), /* everyGroup= */ true);
            carryOut(run, actual, desired);
        }
        return run;
    }

    private void carryOut(ProofRun run, Catalog actual, Catalog desired) {
        try (ScratchDatabase database = scratch.build(actual)) {
            stubRoles(database, desired);
            run.carryOut(scratch, session, database, progress);
        } catch (PlumblineException e) {
            run.problem(e.getMessage());
        } catch (SQLException e) {
            run.problem("the scratch database fails: " + ServerMessage.of(e).whole());
        }
    }

    private void stubRoles(ScratchDatabase database, Catalog desired) throws SQLException {
        ScratchCatalog.roles(scratch.feasible(database.connection(), desired)).forEach(database::stubRole);
    }
}
