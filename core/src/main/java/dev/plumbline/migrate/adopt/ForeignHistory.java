// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.adopt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the table of another tool says, in its order. Filled by a reader, not safe for use by several threads. */
final class ForeignHistory {
    private final List<Recorded> recorded = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private Optional<Reached> reached = Optional.empty();

    /**
     * A version up to which everything is in place, without being recorded one by one.
     *
     * @param like that version, with whatever else is known
     * @param hasFile whether there must be a file of that very version
     */
    record Reached(Recorded like, boolean hasFile) {}

    void add(Recorded one) {
        recorded.add(one);
    }

    void reach(Recorded like, boolean hasFile) {
        reached = Optional.of(new Reached(like, hasFile));
    }

    /** Adds what could not be known or was decided. */
    void note(String sentence) {
        notes.add(sentence);
    }

    /** Adds a reason why this cannot be taken over. */
    void refuse(String sentence) {
        refusals.add(sentence);
    }

    /** Puts what is recorded into the order of time; what has none comes first, and keeps its order. */
    void sortByTime() {
        recorded.sort(Comparator.comparing(one -> one.at().orElse(Instant.MIN)));
    }

    List<Recorded> recorded() {
        return List.copyOf(recorded);
    }

    Optional<Reached> reached() {
        return reached;
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    List<String> refusals() {
        return List.copyOf(refusals);
    }
}
