// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.gap.RedundantIndex.Declaration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The redundant indexes of both sides of a gap. One that the desired schema cannot do without is none. */
final class IndexSurplus {
    private IndexSurplus() {}

    static List<RedundantIndex> of(Gap gap, HealthFacts health) {
        List<RedundantIndex> desired = RedundantIndexes.of(gap.desired(), key -> false);
        Set<ObjectKey> declared = new HashSet<>();
        desired.forEach(index -> declared.add(index.index()));
        List<RedundantIndex> surplus = new ArrayList<>();
        Set<ObjectKey> told = new HashSet<>();
        for (RedundantIndex index : RedundantIndexes.of(gap.actual(), gap.desired()::contains)) {
            ObjectKey key = index.index();
            boolean wanted = gap.desired().contains(key);
            if (!wanted || declared.contains(key)) {
                told.add(key);
                surplus.add(index.with(
                        wanted ? Declaration.DECLARED : Declaration.UNDECLARED,
                        Optional.ofNullable(health.indexUses().get(key))));
            }
        }
        for (RedundantIndex index : desired) {
            ObjectKey key = index.index();
            if (!told.contains(key)) {
                boolean there = gap.actual().contains(key);
                surplus.add(index.with(
                        there ? Declaration.DECLARED : Declaration.MISSING,
                        Optional.ofNullable(health.indexUses().get(key))));
            }
        }
        surplus.sort(Comparator.comparing(RedundantIndex::on).thenComparing(RedundantIndex::index));
        return surplus;
    }
}
