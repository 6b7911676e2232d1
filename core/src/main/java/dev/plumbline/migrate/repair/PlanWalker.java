// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.repair;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.execute.Guards;
import dev.plumbline.execute.Outcome;
import dev.plumbline.plan.Plan;

/** Makes and applies plans, as the declared half does. */
public interface PlanWalker {
    /** Returns the proven plan from one catalog to another. */
    Plan plan(Catalog actual, Catalog desired);

    /** Applies a plan to the live database. */
    Outcome apply(Plan plan, Guards guards);
}
