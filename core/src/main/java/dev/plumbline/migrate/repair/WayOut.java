// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.repair;

import dev.plumbline.plan.Plan;
import java.util.List;
import java.util.Optional;

/**
 * How a migration that did not end is brought to its end, or back to its beginning.
 *
 * @param diagnosis what is the matter
 * @param statements what of its own script is run, in order; none where a plan leads there instead
 * @param plan the plan that leads there; empty where the script itself does, or nothing is to be done
 * @param notes what whoever takes it should know, one sentence each
 */
public record WayOut(Diagnosis diagnosis, List<String> statements, Optional<Plan> plan, List<String> notes) {
    public WayOut {
        statements = List.copyOf(statements);
        notes = List.copyOf(notes);
    }

    /** Returns whether the catalog is there already, and only the history does not say so. */
    public boolean isThere() {
        return statements.isEmpty() && plan.filter(found -> !found.isEmpty()).isEmpty();
    }
}
