// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated;

import java.util.ArrayList;
import java.util.List;

/**
 * A column, a constraint or another part of a statement between two separators.
 *
 * @param words its text in pieces; the first must stay, each of the others can be left out
 */
public record Clause(List<String> words) {
    public Clause {
        words = List.copyOf(words);
    }

    /** Returns a clause of these pieces. */
    public static Clause of(String... words) {
        return new Clause(List.of(words));
    }

    /** Returns its text. */
    public String sql() {
        return String.join(" ", words);
    }

    /** Returns the clause without the piece at this place. */
    Clause without(int word) {
        List<String> left = new ArrayList<>(words);
        left.remove(word);
        return new Clause(left);
    }
}
