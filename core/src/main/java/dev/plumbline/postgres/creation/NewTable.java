// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.creation;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnDefault;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Table;
import dev.plumbline.postgres.change.ColumnStatements;
import dev.plumbline.postgres.change.OwnParts;
import dev.plumbline.postgres.change.Reach;
import dev.plumbline.postgres.change.TableStatements;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A table that is created, with those of its parts that can be created in the same statement: a part that needs
 * something which in turn needs the table must come later, and so does a foreign key.
 */
final class NewTable {
    private final Table table;
    private final Catalog desired;
    private final Set<ObjectKey> created;
    private final List<SchemaObject> parts;
    private final SortedSet<ObjectKey> folded = new TreeSet<>();
    private final SortedSet<ObjectKey> parentDefaults = new TreeSet<>();
    private final List<String> statements = new ArrayList<>();

    NewTable(Table table, Catalog desired, Set<ObjectKey> created, NotNullNames names) {
        this.table = table;
        this.desired = desired;
        this.created = created;
        this.parts = desired.children(table.key()).stream().map(desired::object).toList();
        boolean declaresColumns = table.partitionOf().isEmpty();
        MergedParts merged = new MergedParts(table, desired, created);
        List<Column> columns = children(Column.class).stream()
                .filter(column -> !column.inherited())
                .filter(column -> declaresColumns)
                .filter(this::standsAlone)
                .sorted(Comparator.comparingInt(Column::position))
                .map(merged::withNotNull)
                .map(names::withName)
                .toList();
        children(Column.class).stream()
                .filter(column -> column.inherited() || !declaresColumns)
                .forEach(column -> folded.add(column.key()));
        columns.forEach(column -> folded.add(column.key()));
        List<ColumnDefault> defaults = columns.stream()
                .flatMap(column -> desired.children(column.key()).stream())
                .flatMap(key -> desired.find(key, ColumnDefault.class).stream())
                .filter(this::standsAlone)
                .toList();
        defaults.forEach(value -> folded.add(value.key()));
        children(ColumnDefault.class, declaresColumns).forEach(value -> folded.add(value.key()));
        List<Constraint> constraints = children(Constraint.class).stream()
                .filter(constraint -> constraint.type() != ConstraintType.FOREIGN_KEY)
                .filter(constraint -> constraint.validated() && !constraint.clustered() && declaresColumns)
                // Partitions are made behind their table, and would be given parts.
                .filter(Constraint::valid)
                .filter(constraint -> OwnParts.of(constraint.key(), desired).isEmpty())
                .filter(this::standsAlone)
                .sorted(Comparator.comparing(Constraint::type).thenComparing(Constraint::key))
                .filter(isFirstOfItsColumns())
                .toList();
        constraints.forEach(constraint -> folded.add(constraint.key()));
        SortedMap<ObjectKey, ColumnDefault> byColumn = TableStatements.byColumn(defaults);
        InheritedColumns inherited = new InheritedColumns(table, desired);
        List<String> ofInherited = new ArrayList<>(inherited.constraints());
        ofInherited.addAll(merged.checks());
        statements.addAll(TableStatements.create(
                table,
                columns.stream().map(inherited::withoutCompression).toList(),
                byColumn,
                constraints,
                ofInherited));
        columns.forEach(column -> statements.addAll(inherited.attributes(column)));
        statements.addAll(inherited.statements());
        children(Column.class).forEach(this::inheritDefault);
        statements.addAll(inherited.attachedAgain());
    }

    /** Of keys and exclusion constraints that say the same, one statement makes a single one (transformIndexConstraints). */
    private static Predicate<Constraint> isFirstOfItsColumns() {
        Set<List<String>> seen = new HashSet<>();
        return constraint -> switch (constraint.type()) {
            case PRIMARY_KEY, UNIQUE -> seen.add(constraint.columns());
            case EXCLUSION -> seen.add(List.of(constraint.definition()));
            case FOREIGN_KEY, CHECK -> true;
        };
    }

    /** A new table takes the defaults of the columns that it inherits, also where it is to have none. */
    private void inheritDefault(Column column) {
        for (ObjectKey above : desired.dependencies(column.key())) {
            boolean inherited = above.name().equals(column.key().name())
                    && desired.find(above, Column.class).isPresent();
            if (inherited) {
                ObjectKey own = new ObjectKey(ObjectKind.DEFAULT, column.key().path());
                ObjectKey theirs = new ObjectKey(ObjectKind.DEFAULT, above.path());
                parentDefaults.add(theirs);
                if (desired.contains(theirs) && !desired.contains(own)) {
                    statements.add(ColumnStatements.dropDefault(column.key(), false));
                }
            }
        }
    }

    /** Returns the statements that create the table and what is folded into it. */
    List<String> statements() {
        return statements;
    }

    /** Returns the defaults that it takes from its parents, which are as desired, or gone, before it is made. */
    SortedSet<ObjectKey> parentDefaults() {
        return parentDefaults;
    }

    /** Returns the keys of the parts that are created with it. */
    SortedSet<ObjectKey> folded() {
        return folded;
    }

    private <T extends SchemaObject> List<T> children(Class<T> type) {
        return parts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** A partition takes its parent's defaults; only one that differs is set. */
    private List<ColumnDefault> children(Class<ColumnDefault> type, boolean declaresColumns) {
        if (declaresColumns || table.partitionOf().isEmpty()) {
            return List.of();
        }
        ObjectKey parent = table.partitionOf().get().parent();
        return children(Column.class).stream()
                .flatMap(column -> desired.children(column.key()).stream())
                .flatMap(key -> desired.find(key, type).stream())
                .filter(value -> sameAsParent(value, parent))
                .toList();
    }

    private boolean sameAsParent(ColumnDefault value, ObjectKey parent) {
        ObjectKey above = parent.child(value.key().kind(), value.key().name());
        return desired.find(above, ColumnDefault.class)
                .map(theirs -> theirs.expression().equals(value.expression()))
                .orElse(false);
    }

    private boolean standsAlone(SchemaObject part) {
        Reach reach =
                new Reach(desired, created, key -> key.equals(table.key()) || folded.contains(key) || isColumn(key));
        return reach.standsAlone(part.key());
    }

    private boolean isColumn(ObjectKey key) {
        return desired.find(key, Column.class)
                .filter(column -> column.table().equals(table.key()))
                .isPresent();
    }
}
