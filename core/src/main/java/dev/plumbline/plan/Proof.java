// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was found when the plan was carried out on a scratch database that had been given the actual schema and rows.
 *
 * @param reachesDesired whether nothing differed from the desired schema afterwards
 * @param reverseReturns whether the reverse led back to the actual schema
 * @param seededTables tables that were given rows
 * @param seededRows rows that were put in, without those of tables that a step declares lost
 * @param keptRows how many of those were there after the plan, counting only tables that no step declares lost
 * @param unseeded tables that could not be given rows, with the reason: of these the proof says nothing about data
 * @param problems what was not as it should be, one sentence each; empty when the plan is proven
 * @param lapsed why it says nothing of the plan as it is now, a clause without its full stop; empty while it does
 */
public record Proof(
        boolean reachesDesired,
        boolean reverseReturns,
        int seededTables,
        long seededRows,
        long keptRows,
        List<String> unseeded,
        List<String> problems,
        Optional<String> lapsed) {
    public Proof {
        unseeded = List.copyOf(unseeded);
        problems = List.copyOf(problems);
    }

    /** A proof of the plan as it is. */
    public Proof(
            boolean reachesDesired,
            boolean reverseReturns,
            int seededTables,
            long seededRows,
            long keptRows,
            List<String> unseeded,
            List<String> problems) {
        this(reachesDesired, reverseReturns, seededTables, seededRows, keptRows, unseeded, problems, Optional.empty());
    }

    /** Returns the same proof as one that no longer counts. */
    public Proof lapsed(String why) {
        return new Proof(
                reachesDesired,
                reverseReturns,
                seededTables,
                seededRows,
                keptRows,
                unseeded,
                problems,
                Optional.of(why));
    }

    /** Returns the same proof as one of a plan that does not lead to the desired schema. */
    public Proof missing(String problem) {
        List<String> all = new ArrayList<>(List.of(problem));
        all.addAll(problems);
        return new Proof(false, reverseReturns, seededTables, seededRows, keptRows, unseeded, all, lapsed);
    }

    /** Returns whether the plan does what it should: it reaches the desired schema and loses no row unannounced. */
    public boolean holds() {
        return problems.isEmpty() && lapsed.isEmpty();
    }
}
