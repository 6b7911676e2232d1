// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.plan;

import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Statistics;
import dev.plumbline.gap.Gap;
import dev.plumbline.postgres.change.ColumnStatements;
import dev.plumbline.postgres.change.ConstraintStatements;
import dev.plumbline.postgres.change.PartRenames;
import dev.plumbline.postgres.change.PartTargets;
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
        Stream<String> rebuilt = gap.actual().dependents(to.key()).stream()
                .filter(key -> !recreation.dropped().contains(key))
                .flatMap(key -> gap.desired().find(key).stream())
                .flatMap(dependent -> Stream.concat(
                        targets(dependent, gap).stream(),
                        PartRenames.restored(dependent.key(), gap, statements).stream()));
        Stream<String> referring = referringBeside(gap, object, recreation).stream()
                .flatMap(key -> Stream.concat(
                        ConstraintStatements.add(key).stream(),
                        gap.actual().descendants(key.key()).stream()
                                .filter(part -> !part.equals(key.key()))
                                .flatMap(part -> statements.create(gap.actual().object(part)).stream())));
        return Stream.concat(rebuilt, referring).toList();
    }

    /**
     * Returns what must let go of a key before the server can make it anew: it takes along no foreign keys that refer by it and have
     * nothing to do with the column, which the key only includes.
     */
    static List<String> freed(Gap gap, SchemaObject object, Recreation recreation) {
        return referringBeside(gap, object, recreation).stream()
                .map(key -> ConstraintStatements.drop(key, false))
                .toList();
    }

    private static List<Constraint> referringBeside(Gap gap, SchemaObject object, Recreation recreation) {
        Optional<Column> from = gap.actual().find(object.key(), Column.class);
        if (!(object instanceof Column to) || from.isEmpty() || !ColumnStatements.typeChanges(from.get(), to)) {
            return List.of();
        }
        List<ObjectKey> ofColumn = gap.actual().dependents(to.key());
        return ofColumn.stream()
                .filter(key -> !recreation.dropped().contains(key))
                .flatMap(key -> gap.actual().dependents(key).stream())
                .filter(key -> !ofColumn.contains(key) && !recreation.dropped().contains(key))
                .distinct()
                .flatMap(key -> gap.actual().find(key, Constraint.class).stream())
                .filter(key -> key.type() == ConstraintType.FOREIGN_KEY)
                .toList();
    }

    private static List<String> targets(SchemaObject dependent, Gap gap) {
        return switch (dependent) {
            case Index index -> PartTargets.again(index, gap.desired());
            case Statistics statistics -> ConstraintStatements.target(statistics);
            default -> List.of();
        };
    }
}
