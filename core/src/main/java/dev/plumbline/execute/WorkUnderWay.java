// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.UnfinishedWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What plans that are not finished have standing in the actual catalog: no drift, but to be known. Where the desired side is not
 * different in what such a plan is about, either nobody will finish it, or to take this away is all that is left to do: then it is
 * too much like everything else, for no gap is empty from which a plan leads on.
 *
 * @param start the actual catalog as it is
 * @param works what stands there
 */
public record WorkUnderWay(Catalog start, List<UnfinishedWork> works) {
    public WorkUnderWay {
        works = List.copyOf(works);
    }

    /** Returns what of it is of no use to the desired side. */
    public static WorkUnderWay in(Catalog start, List<UnfinishedWork> found, Catalog desired) {
        return new WorkUnderWay(
                start,
                found.stream()
                        .filter(work -> work.parts().stream().noneMatch(desired::contains))
                        .toList());
    }

    /** Returns the actual catalog without it. */
    public Catalog plain() {
        return works.isEmpty()
                ? start
                : start.without(
                        works.stream().flatMap(work -> work.parts().stream()).toList());
    }

    /**
     * Returns the gap for whoever reads it.
     *
     * @param gap from the catalog without it
     */
    public Gap named(Gap gap) {
        if (works.isEmpty()) {
            return gap;
        }
        List<Change> changes = new ArrayList<>(gap.changes());
        List<String> information = new ArrayList<>(gap.information());
        for (UnfinishedWork work : works) {
            information.add(work.sentence(gap.desired()));
            if (gap.changes().stream().noneMatch(change -> isAbout(change, work, gap))) {
                work.parts().forEach(part -> changes.add(new Change.Extra(start.object(part))));
            }
        }
        return gap.with(changes, information).computing(computed());
    }

    /** The first forms of columns are computed from the second ones where only those are written. */
    private SortedMap<ObjectKey, String> computed() {
        SortedMap<ObjectKey, String> computed = new TreeMap<>();
        for (UnfinishedWork work : works) {
            work.forms()
                    .ifPresent(form -> form.first()
                            .forEach(column -> computed.put(
                                    column,
                                    form.second().stream().map(ObjectKey::name).collect(Collectors.joining(", ")))));
        }
        return computed;
    }

    private static boolean isAbout(Change change, UnfinishedWork work, Gap gap) {
        Optional<ObjectKey> key = Optional.of(change.key());
        while (key.isPresent()) {
            if (work.about().contains(key.get())) {
                return true;
            }
            ObjectKey part = key.get();
            key = gap.desired().find(part).or(() -> gap.actual().find(part)).flatMap(object -> object.parent());
        }
        return false;
    }
}
