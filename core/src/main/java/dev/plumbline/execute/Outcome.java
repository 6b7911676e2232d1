// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import java.time.Duration;
import java.util.List;

/**
 * What came of applying a plan.
 *
 * @param stepsDone steps that this run carried out
 * @param stepsSkipped steps that were in place already, from a run that was interrupted
 * @param took how long it took, waiting for locks included
 * @param reachedDesired whether the database is now what the plan promised
 * @param notes what else happened, one sentence each: retries, a step cleaned up, what differs at the end
 */
public record Outcome(int stepsDone, int stepsSkipped, Duration took, boolean reachedDesired, List<String> notes) {
    public Outcome {
        notes = List.copyOf(notes);
    }
}
