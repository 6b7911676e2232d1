// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.workload;

import java.util.List;

/**
 * How a database would answer a query.
 *
 * @param nodes its lines, in the order in which the database tells them
 */
public record QueryPlan(List<PlanNode> nodes) implements Explanation {
    public QueryPlan {
        nodes = List.copyOf(nodes);
    }

    /** Returns how many of its lines have a trait. */
    public long count(Trait trait) {
        return nodes.stream()
                .filter(node -> node.trait().filter(trait::equals).isPresent())
                .count();
    }

    /** Returns the names of the indexes that it uses, each once, in its order. */
    public List<String> indexes() {
        return nodes.stream().flatMap(node -> node.index().stream()).distinct().toList();
    }
}
