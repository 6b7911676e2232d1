// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.plan;

import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Statistics;
import dev.plumbline.gap.Gap;
import dev.plumbline.postgres.change.ColumnStatements;
import dev.plumbline.postgres.change.ConstraintStatements;
import java.util.List;
import java.util.Optional;

/**
 * What the server makes anew by itself where a column changes its type ({@code ATPostAlterTypeCleanup} in {@code tablecmds.c}):
 * it forgets the statistics targets that were set on it.
 */
final class Rebuilt {
    private Rebuilt() {}

    /** Returns what sets them again after the change of an object; nothing unless that is a column whose type changes. */
    static List<String> restored(Gap gap, SchemaObject object) {
        Optional<Column> from = gap.actual().find(object.key(), Column.class);
        if (!(object instanceof Column to) || from.isEmpty() || !ColumnStatements.typeChanges(from.get(), to)) {
            return List.of();
        }
        return gap.actual().dependents(to.key()).stream()
                .flatMap(key -> gap.desired().find(key).stream())
                .flatMap(dependent -> targets(dependent).stream())
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
