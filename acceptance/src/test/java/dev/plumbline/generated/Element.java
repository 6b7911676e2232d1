// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated;

import java.util.ArrayList;
import java.util.List;

/**
 * One statement that makes one object, in pieces that a shrinker can leave out.
 *
 * @param id what it makes, the same on both sides of a pair: the kind and the name
 * @param head what comes before the clauses
 * @param clauses what stands between head and tail
 * @param separator what stands between two clauses
 * @param tail what comes after the clauses
 * @param options what follows the tail; each can be left out
 */
public record Element(
        String id, String head, List<Clause> clauses, String separator, String tail, List<String> options) {
    public Element {
        clauses = List.copyOf(clauses);
        options = List.copyOf(options);
    }

    /** Returns a statement with nothing in it that can be left out. */
    public static Element whole(String id, String sql) {
        return new Element(id, sql, List.of(), "", "", List.of());
    }

    /** Returns the statement, without a semicolon at its end. */
    public String sql() {
        List<String> texts = clauses.stream().map(Clause::sql).toList();
        return head + String.join(separator, texts) + tail + String.join(", ", options);
    }

    /** Returns the statement with other clauses. */
    public Element withClauses(List<Clause> other) {
        return new Element(id, head, other, separator, tail, options);
    }

    /** Returns the statement without one clause, wherever it stands. */
    Element without(Clause clause) {
        List<Clause> left = new ArrayList<>(clauses);
        left.remove(clause);
        return withClauses(left);
    }

    /** Returns the statement with one clause in place of another, wherever that stands. */
    Element replace(Clause clause, Clause other) {
        return withClauses(
                clauses.stream().map(c -> c.equals(clause) ? other : c).toList());
    }

    /** Returns the statement without one of its options. */
    public Element withoutOption(String option) {
        List<String> left = new ArrayList<>(options);
        left.remove(option);
        return new Element(id, head, clauses, separator, tail, left);
    }
}
