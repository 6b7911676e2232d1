// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.workload;

/** What a database said when it was asked how it would answer a query. */
public sealed interface Explanation permits QueryPlan, Explanation.Refusal {
    /**
     * The query means nothing to this schema, or its plan cannot be had.
     *
     * @param reason what the database said
     */
    record Refusal(String reason) implements Explanation {}
}
