// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.migrate.trial.TriedStatement;
import dev.plumbline.plan.LockMode;
import dev.plumbline.plan.RelationLock;
import dev.plumbline.review.Subject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/** The locks that a transaction holds by the time it comes to a statement. */
final class HeldLocks {
    private HeldLocks() {}

    /**
     * Hands over each statement of a transaction that holds locks already, with the tables that they are on, sorted, until one
     * of the transaction is told of.
     *
     * @param atLeast the weakest mode that counts
     * @param tells tells of a statement, and returns whether it did
     */
    static void behind(Subject subject, LockMode atLeast, BiPredicate<TriedStatement, Set<String>> tells) {
        Map<Integer, Set<String>> held = new HashMap<>();
        Set<Integer> told = new HashSet<>();
        for (TriedStatement statement : subject.run()) {
            if (statement.outside()) {
                continue;
            }
            int transaction = statement.transaction();
            Set<String> before = held.computeIfAbsent(transaction, key -> new TreeSet<>());
            if (!before.isEmpty() && !told.contains(transaction) && tells.test(statement, before)) {
                told.add(transaction);
            }
            before.addAll(tables(subject, statement, atLeast));
        }
    }

    /** Returns the tables that a statement locks in that mode or a stronger one, the strongest lock first. */
    static List<String> tables(Subject subject, TriedStatement statement, LockMode atLeast) {
        return statement.cost().orElseThrow().locks().stream()
                .filter(lock -> lock.mode().compareTo(atLeast) >= 0)
                .map(RelationLock::relation)
                .filter(subject::isTable)
                .toList();
    }
}
