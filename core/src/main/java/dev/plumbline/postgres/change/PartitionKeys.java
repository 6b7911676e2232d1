// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.Partitioning;
import dev.plumbline.catalog.Table;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.Gap;
import dev.plumbline.postgres.sql.Sql;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Columns by which tables are partitioned: their type cannot be changed ({@code has_partition_attrs} in {@code partition.c}). */
final class PartitionKeys {
    private PartitionKeys() {}

    /** Returns the tables that must be made again because a column of their key changes its type. */
    static Set<ObjectKey> refused(Gap gap) {
        Set<ObjectKey> tables = new TreeSet<>();
        gap.changes(Change.Altered.class).forEach(change -> {
            if (change.actual() instanceof Column from
                    && change.desired() instanceof Column to
                    && ColumnStatements.typeChanges(from, to)) {
                gap.actual()
                        .find(from.table(), Table.class)
                        .flatMap(Table::partitioning)
                        .filter(partitioning -> names(partitioning, from))
                        .ifPresent(partitioning -> tables.add(from.table()));
            }
        });
        return tables;
    }

    private static boolean names(Partitioning partitioning, Column column) {
        String name = Pattern.quote(Sql.name(column.key().name()));
        return Pattern.compile("(?<![\\w$\".])" + name + "(?![\\w$\".(])")
                .matcher(partitioning.key().substring(partitioning.key().indexOf('(')))
                .find();
    }
}
