// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which features a run has met: one that came, one that went, and one that its object kept while it was changed. A
 * feature that never did one of the three is a gap.
 */
public final class Checklist {
    private static final List<String> WAYS = List.of("comes", "goes", "is kept through a change");

    private final List<Feature> features;
    private final SortedMap<String, Integer> seen = new TreeMap<>();

    /** Creates an empty list for these features. */
    public Checklist(List<Feature> features) {
        this.features = List.copyOf(features);
    }

    /**
     * Notes what a pair has.
     *
     * @param actual the statements that the database took on the actual side, by the object that each makes
     * @param desired those of the other side
     */
    public void add(Map<String, String> actual, Map<String, String> desired) {
        for (Feature feature : features) {
            actual.forEach((id, before) -> {
                String after = desired.getOrDefault(id, "");
                if (feature.in(before) && !feature.in(after)) {
                    note(feature, 1);
                } else if (feature.in(before) && !before.equals(after)) {
                    note(feature, 2);
                }
            });
            desired.forEach((id, after) -> {
                if (feature.in(after) && !feature.in(actual.getOrDefault(id, ""))) {
                    note(feature, 0);
                }
            });
        }
    }

    private void note(Feature feature, int way) {
        seen.merge(feature.name() + " " + WAYS.get(way), 1, Integer::sum);
    }

    /** Returns what never happened. */
    public List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        for (Feature feature : features) {
            for (String way : WAYS.subList(0, feature.kept() ? 3 : 2)) {
                if (!seen.containsKey(feature.name() + " " + way)) {
                    gaps.add(feature.name() + " " + way);
                }
            }
        }
        return gaps;
    }

    /** Returns the features that no pair has at all. */
    public List<String> unseen() {
        return features.stream()
                .map(Feature::name)
                .filter(feature -> WAYS.stream().noneMatch(way -> seen.containsKey(feature + " " + way)))
                .toList();
    }

    /** Returns how often each thing happened. */
    public SortedMap<String, Integer> counts() {
        return seen;
    }
}
