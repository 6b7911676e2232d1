// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.plan;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a plan puts up for a while beside the objects that it changes, found standing: the plan was begun, and stopped or is at work.
 *
 * @param about the tables, types and routines that the plan changes; never empty
 * @param parts what stands there, without what is part of it; never empty
 * @param forms the columns that are meant to be used in both forms until the rest of the plan is applied; empty for any other work
 */
public record UnfinishedWork(SortedSet<ObjectKey> about, SortedSet<ObjectKey> parts, Optional<SecondForm> forms) {
    /** What a plan has put up that stopped or is at work. */
    public UnfinishedWork(SortedSet<ObjectKey> about, SortedSet<ObjectKey> parts) {
        this(about, parts, Optional.empty());
    }

    public UnfinishedWork {
        about = Collections.unmodifiableSortedSet(new TreeSet<>(about));
        parts = Collections.unmodifiableSortedSet(new TreeSet<>(parts));
    }

    /**
     * Returns which plan is not finished, and how it goes on, without a full stop.
     *
     * @param desired the desired side, which may have no use for it any more
     */
    public String sentence(Catalog desired) {
        return forms.map(form -> sentence(form, form.isWanted(desired))).orElseGet(this::ofPlan);
    }

    private static String sentence(SecondForm forms, boolean wanted) {
        return forms.firstInWords() + " and " + forms.secondInWords() + " follow each other, whichever is written: "
                + (wanted
                        ? "the first half of a plan is applied, and the second is left for when nothing uses "
                                + forms.firstInWords() + " any more"
                        : "the first half of a plan is applied, and the second is no longer wanted");
    }

    private String ofPlan() {
        return "a plan about " + words(about) + " was begun and is not finished: " + words(parts)
                + " stand" + (parts.size() == 1 ? "s" : "")
                + " there for it; unless it is at work, apply it again, which goes"
                + " on where it stopped, or plan anew, which ends it";
    }

    private static String words(SortedSet<ObjectKey> keys) {
        return keys.stream().map(ObjectKey::toString).collect(Collectors.joining(", "));
    }
}
