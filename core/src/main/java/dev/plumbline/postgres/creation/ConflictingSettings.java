// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.creation;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Table;
import dev.plumbline.gap.Gap;
import dev.plumbline.postgres.change.ColumnStatements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Columns that a new table has from several parents which store them in different ways: no table can be made below them ({@code
 * MergeAttributes} in {@code tablecmds.c}: "inherited column has a storage parameter conflict", "column has a compression method
 * conflict"), though the parents of one that is there may differ. So they are alike while the table is made.
 */
final class ConflictingSettings {
    private final Table table;
    private final Gap gap;

    ConflictingSettings(Table table, Gap gap) {
        this.table = table;
        this.gap = gap;
    }

    /** Returns the statements, between those that make the parents alike and those that make them what they are. */
    List<String> around(List<String> statements) {
        List<String> alike = new ArrayList<>();
        List<String> back = new ArrayList<>();
        for (List<Column> theirs : shared()) {
            Optional<String> storage = theirs.getFirst().storage();
            Optional<String> compression = compression(theirs);
            theirs.forEach(column -> {
                Column like = column.stored(storage, column.compression().flatMap(own -> compression));
                alike.addAll(ColumnStatements.stored(column, like));
                back.addAll(ColumnStatements.stored(like, column));
            });
        }
        if (alike.isEmpty()) {
            return statements;
        }
        List<String> all = new ArrayList<>(alike);
        all.addAll(statements);
        all.addAll(back);
        return all;
    }

    /** Returns how a column is compressed that comes from these: as the first says that says it. */
    static Optional<String> compression(List<Column> theirs) {
        return theirs.stream().flatMap(column -> column.compression().stream()).findFirst();
    }

    /** Returns the parents' columns that are stored in another way before the table is made. */
    Set<ObjectKey> follows() {
        return shared().stream()
                .flatMap(List::stream)
                .filter(column -> gap.actual()
                        .find(column.key(), Column.class)
                        .filter(before -> !before.storage().equals(column.storage())
                                || !before.compression().equals(column.compression()))
                        .isPresent())
                .map(Column::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<List<Column>> shared() {
        Catalog desired = gap.desired();
        return table.inherits().size() < 2
                ? List.of()
                : table.inherits().stream()
                        .flatMap(parent -> desired.children(parent).stream())
                        .filter(key -> key.kind() == ObjectKind.COLUMN)
                        .map(ObjectKey::name)
                        .distinct()
                        .sorted()
                        .map(this::columns)
                        .filter(theirs -> theirs.size() > 1)
                        .toList();
    }

    private List<Column> columns(String name) {
        return table.inherits().stream()
                .flatMap(parent -> gap.desired().find(parent.child(ObjectKind.COLUMN, name), Column.class).stream())
                .toList();
    }
}
