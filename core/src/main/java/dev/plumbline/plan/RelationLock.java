// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.plan;

import java.util.Optional;

/**
 * A lock that a step takes on a relation that was there before.
 *
 * @param relation schema and name, for people
 * @param mode the strongest mode
 * @param table where the relation is an index, the table that it belongs to: who waits for the index is whoever plans a
 *     query on that table, because the planner opens all indexes of a table (PostgreSQL documentation, REINDEX)
 */
public record RelationLock(String relation, LockMode mode, Optional<String> table) {
    /** Creates a lock on something that is no index. */
    public RelationLock(String relation, LockMode mode) {
        this(relation, mode, Optional.empty());
    }
}
