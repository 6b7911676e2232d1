// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ForeignTable;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A foreign table that is created with its columns; defaults and checks are said afterwards. */
public final class NewForeignTable {
    private final SortedSet<ObjectKey> folded = new TreeSet<>();
    private final List<String> statements = new ArrayList<>();

    /** Looks at a foreign table and its columns in the desired catalog. */
    public NewForeignTable(ForeignTable table, Catalog desired) {
        List<Column> columns = desired.children(table.key()).stream()
                .flatMap(key -> desired.find(key, Column.class).stream())
                .sorted(Comparator.comparingInt(Column::position))
                .toList();
        columns.forEach(column -> folded.add(column.key()));
        List<Column> own = columns.stream()
                .filter(column -> !column.inherited() && table.partitionOf().isEmpty())
                .toList();
        String definitions = own.stream()
                .map(column -> ColumnStatements.definition(column, Optional.empty()))
                .collect(Collectors.joining(",\n    "));
        statements.add("CREATE FOREIGN TABLE " + Sql.of(table.key())
                + table.partitionOf()
                        .map(of -> " PARTITION OF " + Sql.of(of.parent()) + " " + of.bound())
                        .orElse(own.isEmpty() ? " ()" : " (\n    " + definitions + "\n)")
                + (table.inherits().isEmpty()
                        ? ""
                        : " INHERITS (" + table.inherits().stream().map(Sql::of).collect(Collectors.joining(", "))
                                + ")")
                + " SERVER " + Sql.name(table.server()) + ForeignStatements.options(table.options()));
        own.forEach(column -> statements.addAll(ColumnStatements.attributes(column)));
    }

    /** Returns the statements that create the table and its columns. */
    public List<String> statements() {
        return statements;
    }

    /** Returns the keys of the parts that are created with it. */
    public SortedSet<ObjectKey> folded() {
        return folded;
    }
}
