// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.plan;

import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Statistics;
import dev.plumbline.gap.Gap;
import dev.plumbline.postgres.change.ColumnStatements;
import dev.plumbline.postgres.change.ConstraintStatements;
import dev.plumbline.postgres.change.PartRenames;
import dev.plumbline.postgres.change.Recreation;
import dev.plumbline.postgres.change.Statements;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the server makes anew by itself where a column changes its type ({@code ATPostAlterTypeCleanup} in {@code tablecmds.c}):
 * it forgets the statistics targets that were set on it, and the names that parts of it were given on partitions.
 */
final class Rebuilt {
    private Rebuilt() {}

    /** Returns what sets them again, of what is not made again by the plan itself, after the change of an object; nothing unless that is a column whose type changes. */
    static List<String> restored(Gap gap, SchemaObject object, Statements statements, Recreation recreation) {
        Optional<Column> from = gap.actual().find(object.key(), Column.class);
        if (!(object instanceof Column to) || from.isEmpty() || !ColumnStatements.typeChanges(from.get(), to)) {
            return List.of();
        }
        return gap.actual().dependents(to.key()).stream()
                .filter(key -> !recreation.dropped().contains(key))
                .flatMap(key -> gap.desired().find(key).stream())
                .flatMap(dependent -> Stream.concat(
                        targets(dependent).stream(), PartRenames.restored(dependent.key(), gap, statements).stream()))
                .toList();
    }

    private static List<String> targets(SchemaObject dependent) {
        return switch (dependent) {
            case Index index -> ConstraintStatements.statistics(index);
            case Statistics statistics -> ConstraintStatements.target(statistics);
            default -> List.of();
        };
    }
}
