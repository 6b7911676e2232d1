// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a failing pair smaller while it goes on failing in the same way: objects, changes, rows, clauses, words. */
public final class Shrinker {
    private static final int MOST_CHECKS = 4000;

    private final PairCheck check;
    private final String kind;
    private int checks;

    private Shrinker(PairCheck check, String kind) {
        this.check = check;
        this.kind = kind;
    }

    /** Returns the smallest pair that was found to fail as this one does. */
    public static SchemaPair shrink(SchemaPair pair, PairCheck check, PairCheck.Failed failure) {
        return new Shrinker(check, failure.kind()).shrink(pair);
    }

    private SchemaPair shrink(SchemaPair pair) {
        SchemaPair smallest = pair;
        Optional<SchemaPair> smaller = Optional.of(pair);
        while (smaller.isPresent() && checks < MOST_CHECKS) {
            smallest = smaller.get();
            smaller = step(smallest);
        }
        return smallest;
    }

    /** Takes away all that can go in one walk over the pair; nothing when everything is needed. */
    private Optional<SchemaPair> step(SchemaPair start) {
        SchemaPair pair = start;
        for (int size = Math.max(1, pair.rows().size() / 2); size > 0; size /= 2) {
            for (int at = 0; at + size <= pair.rows().size(); ) {
                SchemaPair less = pair.withoutRows(at, at + size);
                if (fails(less)) {
                    pair = less;
                } else {
                    at += size;
                }
            }
        }
        pair = withoutMany(pair);
        for (String id : ids(pair)) {
            pair = firstFailing(pair, withoutElement(pair, id));
        }
        for (String id : ids(pair)) {
            SchemaPair before;
            do {
                before = pair;
                pair = firstFailing(pair, withoutPart(pair, id));
            } while (!pair.equals(before) && checks < MOST_CHECKS);
        }
        return pair.equals(start) ? Optional.empty() : Optional.of(pair);
    }

    /** Takes elements away from both sides, as many at once as can go. */
    private SchemaPair withoutMany(SchemaPair start) {
        SchemaPair pair = start;
        for (int size = ids(pair).size() / 2; size > 1; size /= 2) {
            List<String> ids = ids(pair);
            for (int at = 0; at + size <= ids.size(); at += size) {
                SchemaPair less = pair;
                for (String id : ids.subList(at, at + size)) {
                    less = less.without(id, true, true);
                }
                if (fails(less)) {
                    pair = less;
                }
            }
        }
        return pair;
    }

    private SchemaPair firstFailing(SchemaPair pair, List<SchemaPair> candidates) {
        for (SchemaPair candidate : candidates) {
            if (!candidate.equals(pair) && fails(candidate)) {
                return candidate;
            }
        }
        return pair;
    }

    private boolean fails(SchemaPair pair) {
        checks++;
        return checks <= MOST_CHECKS
                && check.outcome(pair) instanceof PairCheck.Failed failed
                && failed.kind().equals(kind);
    }

    private static List<String> ids(SchemaPair pair) {
        List<String> ids = new ArrayList<>();
        pair.actual().forEach(element -> ids.add(element.id()));
        pair.desired().forEach(element -> ids.add(element.id()));
        // The last of a schema needs the first.
        return ids.stream().distinct().toList().reversed();
    }

    private static List<SchemaPair> withoutElement(SchemaPair pair, String id) {
        List<SchemaPair> candidates = new ArrayList<>(
                List.of(pair.without(id, true, true), pair.without(id, false, true), pair.without(id, true, false)));
        for (Element actual : pair.actual()) {
            if (actual.id().equals(id)) {
                candidates.add(pair.with(actual, false, true));
            }
        }
        pair.desired(id).ifPresent(desired -> candidates.add(pair.with(desired, true, false)));
        return candidates;
    }

    private static List<SchemaPair> withoutPart(SchemaPair pair, String id) {
        List<SchemaPair> candidates = new ArrayList<>();
        List<Element> actual =
                pair.actual().stream().filter(e -> e.id().equals(id)).toList();
        List<Element> desired = pair.desired(id).stream().toList();
        for (Element element : actual) {
            for (Element smaller : smaller(element)) {
                candidates.add(pair.with(smaller, true, false));
            }
            // What both sides have goes from both, else it would be one more difference.
            for (Element other : desired) {
                for (Clause clause : element.clauses()) {
                    candidates.add(
                            pair.with(element.without(clause), true, false).with(other.without(clause), false, true));
                    for (int word = clause.words().size() - 1; word > 0; word--) {
                        Clause less = clause.without(word);
                        candidates.add(pair.with(element.replace(clause, less), true, false)
                                .with(other.replace(clause, less), false, true));
                    }
                }
                for (String option : element.options()) {
                    candidates.add(pair.with(element.withoutOption(option), true, false)
                            .with(other.withoutOption(option), false, true));
                }
            }
        }
        for (Element element : desired) {
            for (Element smaller : smaller(element)) {
                candidates.add(pair.with(smaller, false, true));
            }
        }
        return candidates;
    }

    private static List<Element> smaller(Element element) {
        List<Element> smaller = new ArrayList<>();
        element.clauses().forEach(clause -> smaller.add(element.without(clause)));
        element.options().forEach(option -> smaller.add(element.withoutOption(option)));
        for (Clause clause : element.clauses()) {
            for (int word = clause.words().size() - 1; word > 0; word--) {
                smaller.add(element.replace(clause, clause.without(word)));
            }
        }
        return smaller;
    }
}
