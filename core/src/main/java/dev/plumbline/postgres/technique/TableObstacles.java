// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnDefault;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.ForeignTable;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Sequence;
import dev.plumbline.catalog.Table;
import dev.plumbline.gap.Gap;
import dev.plumbline.postgres.change.ColumnStatements;
import dev.plumbline.postgres.change.KeyIndex;
import dev.plumbline.postgres.change.NotNull;
import dev.plumbline.postgres.change.Recreation;
import dev.plumbline.postgres.change.SequenceMove;
import dev.plumbline.postgres.change.TableBeside;
import dev.plumbline.postgres.sql.Sql;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Why the rows of a table cannot be carried over, while it is in use, to one that is partitioned and stands beside it. From its
 * begin every row that an application writes is written there too: what that does not take would fail the application.
 */
record TableObstacles(Table from, Table to, Gap gap, Recreation recreation, TableBeside beside) {
    private ObjectKey table() {
        return to.key();
    }

    private Catalog actual() {
        return gap.actual();
    }

    private Catalog desired() {
        return gap.desired();
    }

    /** Returns the key by which the rows are gone over: one of the table that is there; absent where it has none. */
    Optional<BatchKey> found() {
        return BatchKey.of(table(), actual())
                .filter(key -> key.isCertain(actual()) && key.isImmediate(actual()))
                .findFirst();
    }

    /** Returns the key by which rows are found in the table beside; absent where it has none. */
    Optional<BatchKey> placed() {
        return BatchKey.of(table(), desired())
                .filter(key -> key.isCertain(desired()) && key.isImmediate(desired()))
                .findFirst();
    }

    /** Returns the first that is in the way, as a clause for people; empty where nothing is. */
    Optional<String> first() {
        return Stream.<Supplier<Optional<String>>>of(
                        this::form, this::keys, this::columns, this::constraints, this::sequences, this::names)
                .flatMap(ask -> ask.get().stream())
                .findFirst();
    }

    private static Optional<String> when(boolean condition, String why) {
        return condition ? Optional.of(why) : Optional.empty();
    }

    private Optional<String> form() {
        boolean related = Stream.of(from, to)
                .anyMatch(side -> side.partitionOf().isPresent()
                        || !side.inherits().isEmpty()
                        || side.ofType().isPresent());
        boolean inherited = Stream.of(actual(), desired())
                .flatMap(side -> side.objects(Table.class))
                .anyMatch(other -> other.inherits().contains(table()));
        return when(from.partitioning().isPresent(), table() + " is partitioned already")
                .or(() -> when(to.partitioning().isEmpty(), table() + " is to be no partitioned table"))
                .or(() -> when(related || inherited, table() + " is a partition, inherits, or has a type"))
                .or(() -> when(from.forceRowSecurity(), "the policies of " + table() + " hold for its owner too"))
                .or(() -> new PublishedTables(from, to, gap, recreation, beside).obstacle())
                .or(() -> foreignPartition());
    }

    private Optional<String> foreignPartition() {
        return desired()
                .objects(ForeignTable.class)
                .filter(foreign ->
                        desired().dependencies(foreign.key()).stream().anyMatch(beside.tree()::contains))
                .findFirst()
                .map(foreign -> foreign.key() + " is elsewhere");
    }

    private Optional<String> keys() {
        return when(
                        found().isEmpty(),
                        table() + " has no primary key, and no other unique key of columns that are never null")
                .or(
                        () -> when(
                                placed().isEmpty(),
                                table()
                                        + " is declared without a primary key or other unique key of columns that are never null"));
    }

    private Optional<String> columns() {
        List<ObjectKey> before = columns(actual());
        List<ObjectKey> after = columns(desired());
        if (!before.equals(after)) {
            return Optional.of(table() + " gets other columns with the same plan");
        }
        return after.stream()
                .flatMap(key -> differs(
                        actual().find(key, Column.class).orElseThrow(),
                        desired().find(key, Column.class).orElseThrow())
                        .stream())
                .findFirst();
    }

    private List<ObjectKey> columns(Catalog side) {
        return side.children(table()).stream()
                .filter(key -> key.kind() == ObjectKind.COLUMN)
                .sorted()
                .toList();
    }

    private Optional<String> differs(Column before, Column after) {
        boolean same = !ColumnStatements.typeChanges(before, after)
                && before.value().equals(after.value())
                && !NotNull.isNotValid(after)
                && !after.inherited();
        return when(
                        !same
                                || recreation.swaps().stream()
                                        .anyMatch(swap -> swap.columns().contains(after.key())),
                        after.key() + " changes with the same plan")
                .or(() -> when(
                        NotNull.isCertain(after) && !NotNull.isCertain(before),
                        after.key() + " may be null so far, and is to be NOT NULL: plan that first"));
    }

    /** What is to hold for every row must hold already. */
    private Optional<String> constraints() {
        for (Constraint constraint : parts(Constraint.class)) {
            if (!constraint.valid()) {
                return Optional.of(constraint.key() + " is to lack the parts of partitions");
            }
            boolean holds = switch (constraint.type()) {
                case PRIMARY_KEY, UNIQUE -> isCovered(constraint.key()) && !KeyIndex.isDeferrable(constraint);
                case EXCLUSION -> false;
                case CHECK, FOREIGN_KEY ->
                    constraint.validated()
                            && !constraint.definition().contains(Sql.name(table().name()) + ".*")
                            && actual().find(constraint.key(), Constraint.class)
                                    .filter(Constraint::validated)
                                    .filter(before -> before.definition().equals(constraint.definition()))
                                    .isPresent();
            };
            if (!holds) {
                return Optional.of("rows that are there may not fit " + constraint.key());
            }
            if (constraint.references().isPresent()
                    && (constraint.references().get().equals(table())
                            || recreation
                                    .dropped()
                                    .contains(constraint.references().get()))) {
                return Optional.of(constraint.key() + " refers to a table that is made anew");
            }
        }
        for (Index index : parts(Index.class)) {
            if (index.unique() && !isCovered(index.key())) {
                return Optional.of("rows that are there may not fit " + index.key());
            }
            if (beside.build(index).isEmpty()) {
                return Optional.of(index.key() + " is no whole index of the table");
            }
        }
        return actual().children(table()).stream()
                .flatMap(key -> actual().find(key, Constraint.class).stream())
                .filter(constraint ->
                        constraint.type() != ConstraintType.FOREIGN_KEY && KeyIndex.isDeferrable(constraint))
                .findFirst()
                .map(constraint -> constraint.key() + " may be broken until the end of a transaction");
    }

    private <T extends SchemaObject> List<T> parts(Class<T> type) {
        return beside.tree().stream()
                .flatMap(part -> desired().children(part).stream())
                .flatMap(key -> desired().find(key, type).stream())
                .toList();
    }

    /** Rows that differ in some columns differ in more of them too. */
    private boolean isCovered(ObjectKey unique) {
        return BatchKey.of(table(), desired())
                .filter(key -> key.key().equals(unique))
                .anyMatch(key -> BatchKey.of(table(), actual())
                        .anyMatch(before -> before.isImmediate(actual()) && key.covers(before)));
    }

    private Optional<String> sequences() {
        return Stream.of(actual(), desired())
                .flatMap(side -> side.objects(Sequence.class))
                .filter(sequence -> SequenceMove.table(Optional.of(sequence))
                        .filter(table()::equals)
                        .isPresent())
                .map(Sequence::key)
                .filter(key -> !actual().find(key).equals(desired().find(key)))
                .findFirst()
                .map(key -> key + " changes with the same plan")
                .or(() -> beside.defaults().stream()
                        .map(ColumnDefault::key)
                        .filter(value -> desired().dependencies(value).stream()
                                .anyMatch(need -> recreation.created().contains(need)
                                        && recreation.dropped().contains(need)
                                        && !beside.tree().contains(need)
                                        && need.kind() != ObjectKind.COLUMN
                                        && need.kind() != ObjectKind.SEQUENCE))
                        .findFirst()
                        .map(value -> value + " needs what is made anew"));
    }

    /** What comes beside the table finds its names free. */
    private Optional<String> names() {
        SortedSet<ObjectKey> comes = new TreeSet<>(beside.tree());
        comes.remove(table());
        comes.add(beside.key());
        beside.tree().stream()
                .filter(part -> !part.equals(table()))
                .flatMap(part -> desired().children(part).stream())
                .filter(key -> key.kind() == ObjectKind.INDEX)
                .forEach(comes::add);
        return comes.stream()
                .filter(key -> Stream.of(
                                ObjectKind.TABLE,
                                ObjectKind.FOREIGN_TABLE,
                                ObjectKind.VIEW,
                                ObjectKind.MATERIALIZED_VIEW,
                                ObjectKind.SEQUENCE,
                                ObjectKind.INDEX)
                        .map(kind -> ObjectKey.of(kind, key.schema(), key.name()))
                        .anyMatch(actual()::contains))
                .findFirst()
                .map(key -> "the name of " + key + " is taken");
    }
}
