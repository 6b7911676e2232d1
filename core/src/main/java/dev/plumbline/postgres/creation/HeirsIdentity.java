// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.creation;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.ForeignTable;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Table;
import dev.plumbline.gap.Gap;
import dev.plumbline.postgres.change.ColumnStatements;
import dev.plumbline.postgres.change.Scaffold;
import dev.plumbline.postgres.change.TableStatements;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * An identity column that is added to a table with children. They do not inherit the identity, so the server adds no such column to all of
 * them at once ({@code ATExecAddColumn} in {@code tablecmds.c}; from 17 on it does to a partitioned table, whose partitions share it): it
 * comes with values of a sequence, and becomes an identity that goes on from there.
 */
final class HeirsIdentity {
    private static final int SHARED_BY_PARTITIONS = 17;

    private final Gap gap;
    private final Set<ObjectKey> created;

    HeirsIdentity(Gap gap, Set<ObjectKey> created) {
        this.gap = gap;
        this.created = created;
    }

    /** Returns the statements that add the column; absent where it is none of these. */
    Optional<List<String>> added(Column column) {
        return column.value() instanceof ColumnValue.Identity identity
                        && !column.inherited()
                        && !isShared(column)
                        && hasChildren(column.table())
                ? Optional.of(statements(column, identity))
                : Optional.empty();
    }

    private boolean isShared(Column column) {
        return gap.desired().product().majorVersion() >= SHARED_BY_PARTITIONS
                && gap.desired()
                        .find(column.table(), Table.class)
                        .flatMap(Table::partitioning)
                        .isPresent();
    }

    /** Returns whether there are children when the column is added: those of before, and those that join before it. */
    private boolean hasChildren(ObjectKey table) {
        return Stream.of(gap.actual(), gap.desired())
                .flatMap(catalog -> children(catalog, table))
                .anyMatch(key -> gap.actual().contains(key));
    }

    private static Stream<ObjectKey> children(Catalog catalog, ObjectKey table) {
        return catalog.dependents(table).stream()
                .filter(key -> catalog.find(key)
                        .filter(object -> isChild(object, table))
                        .isPresent());
    }

    private static boolean isChild(SchemaObject object, ObjectKey parent) {
        return switch (object) {
            case Table table -> table.isPartitionOf(parent) || table.inherits().contains(parent);
            case ForeignTable table ->
                table.inherits().contains(parent)
                        || table.partitionOf()
                                .filter(of -> of.parent().equals(parent))
                                .isPresent();
            default -> false;
        };
    }

    private List<String> statements(Column column, ColumnValue.Identity identity) {
        String counter = Sql.name(column.key().schema()) + "." + Sql.name(Scaffold.sequence(column));
        Column plain = column.withValue(new ColumnValue.Given());
        List<String> statements = new ArrayList<>();
        statements.add("CREATE SEQUENCE " + counter + " AS "
                + identity.sequence().dataType() + TableStatements.options(Optional.empty(), identity.sequence()));
        statements.addAll(ColumnStatements.add(
                plain, Optional.of("pg_catalog.nextval(" + Sql.literal(counter) + "::pg_catalog.regclass)")));
        statements.addAll(withoutDefault(column.key()));
        statements.add(
                ColumnStatements.alter(column.key()) + " ADD " + ColumnStatements.identity(identity, column.key()));
        statements.addAll(ColumnStatements.persistence(identity, column.key()));
        statements.add("SELECT pg_catalog.setval("
                + Sql.literal(ColumnStatements.sequence(identity, column.key())) + ", last_value, is_called) FROM "
                + counter);
        statements.add("DROP SEQUENCE " + counter);
        return statements;
    }

    /** A child that had such a column before keeps its own default. */
    private List<String> withoutDefault(ObjectKey column) {
        SortedSet<ObjectKey> heirs = heirs(column);
        if (created.containsAll(heirs)) {
            return List.of(ColumnStatements.dropDefault(column, false));
        }
        return Stream.concat(Stream.of(column), heirs.stream().filter(created::contains))
                .map(key -> ColumnStatements.dropDefault(key, true))
                .toList();
    }

    private SortedSet<ObjectKey> heirs(ObjectKey column) {
        SortedSet<ObjectKey> heirs = new TreeSet<>();
        ObjectKey table = gap.desired().find(column, Column.class).orElseThrow().table();
        children(gap.desired(), table)
                .filter(child -> !created.contains(child))
                .map(child -> child.child(ObjectKind.COLUMN, column.name()))
                .filter(gap.desired()::contains)
                .forEach(heir -> {
                    heirs.add(heir);
                    heirs.addAll(heirs(heir));
                });
        return heirs;
    }
}
