// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.Signatures;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.Gap;
import dev.plumbline.source.Names;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The words of an expression that a hint gives, each of which may be the name of what it needs. No catalog tells what it does
 * need; a name too many only makes a plan more careful.
 */
record ExpressionNames(Set<String> words) {
    static ExpressionNames of(String expression) {
        return new ExpressionNames(SqlTokens.of(expression).stream()
                .map(token -> token.startsWith("\"") ? SqlTokens.unquoted(token) : Names.folded(token))
                .collect(Collectors.toSet()));
    }

    boolean has(String name) {
        return words.contains(name);
    }

    /** Returns whether it may call a built-in function that gives another value each time. */
    boolean mayVary() {
        return words.stream().anyMatch(VolatileDefault::isBuiltIn);
    }

    /**
     * Returns the routines that are new and that it may call.
     *
     * @param derived tells the columns whose values are computed: what needs one of them cannot be meant
     */
    List<ObjectKey> newRoutines(Gap gap, Predicate<ObjectKey> derived) {
        Set<ObjectKey> missing =
                gap.changes(Change.Missing.class).map(Change::key).collect(Collectors.toSet());
        Reach reach = new Reach(gap.desired(), missing, derived);
        return missing.stream()
                .filter(key -> key.kind().isRoutine() && has(Signatures.name(key.name())))
                .filter(reach::standsAlone)
                .sorted()
                .toList();
    }
}
