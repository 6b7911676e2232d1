// SPDX-License-Identifier: Apache-2.0
package dev.plumbline;

import dev.plumbline.plan.Plan;
import dev.plumbline.source.LoadedSchema;

/**
 * A plan, and the schema that it leads to.
 *
 * @param plan the plan
 * @param end the schema afterwards
 */
public record PlannedHalf(Plan plan, LoadedSchema end) {}
