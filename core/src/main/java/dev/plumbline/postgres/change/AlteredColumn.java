// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How a column becomes another one in its table, beside what comes to it from the tables that it inherits from.
 *
 * @param from the column as it is
 * @param to as it is to be
 */
record AlteredColumn(Column from, Column to, Catalog actual, Catalog desired) {
    /** Returns it; absent where the column is of its own and a parent is to define it, which only an attached one gives up. */
    Optional<Alteration> alteration(Casts casts) {
        Column now = withParents();
        boolean becomesInherited = !now.inherited() && to.inherited();
        boolean attached = desired.find(to.table(), Table.class)
                .flatMap(Table::partitionOf)
                .isPresent();
        return becomesInherited && !attached
                ? Optional.empty()
                : ColumnStatements.alter(
                                now,
                                joins() ? to.ofItsOwn() : to,
                                casts,
                                new InheritedTypes(actual, desired),
                                version())
                        .map(alteration ->
                                isLetGo() ? alteration.add(NotNull.renamed(from, to, version())) : alteration);
    }

    /** NOT NULL of a column that parents lose whom its table does not leave has the name of theirs until it is given its own. */
    private boolean isLetGo() {
        return from.inherited()
                && !to.inherited()
                && from.impliedNotNull().isPresent()
                && actual.find(to.table(), Table.class)
                        .flatMap(before -> desired.find(to.table(), Table.class)
                                .filter(after -> before.inherits().equals(after.inherits())
                                        && before.partitionOf().equals(after.partitionOf())))
                        .isPresent();
    }

    /** A table has its parent's types before it is attached; those of a partition change with the parent's. */
    private boolean joins() {
        return actual.find(to.table(), Table.class)
                .filter(before -> desired.find(to.table(), Table.class)
                        .filter(after -> Passages.joins(before, after))
                        .isPresent())
                .isPresent();
    }

    /** What a column has from those that it inherits from comes and goes with theirs; said of itself, it is refused, or its own. */
    private Column withParents() {
        if (joins()) {
            return from;
        }
        Column now = new Persistence(actual, desired).withItsTable(from);
        boolean given = from.notNull() != to.notNull()
                && !mayKeepItsOwn()
                && follows(parent -> parent.notNull() == to.notNull(), before -> before.notNull() == from.notNull());
        if (given) {
            now = now.withNotNull(to.notNull(), to.notNullName(), givenWords());
        } else if (NotNull.isNotValid(from) && follows(NotNull::isCertain, NotNull::isNotValid)) {
            now = now.withNotNull(true, from.notNullName(), List.of());
        }
        boolean computed = from.value() instanceof ColumnValue.Generated
                && to.value() instanceof ColumnValue.Given
                && follows(
                        parent -> parent.value() instanceof ColumnValue.Given,
                        before -> before.value() instanceof ColumnValue.Generated);
        return computed ? now.withValue(to.value()) : now;
    }

    /** What a parent gets without a look at the rows its children get so too, also those that are to have it proven. */
    private List<String> givenWords() {
        boolean unproven = to.notNull() && follows(NotNull::isNotValid, before -> !before.notNull());
        return unproven ? NotNull.notValid() : to.notNullOptions();
    }

    /** Returns whether it inherits from one that is so afterwards, and was so before. */
    private boolean follows(Predicate<Column> after, Predicate<Column> before) {
        return desired.dependencies(to.key()).stream()
                .flatMap(key -> desired.find(key, Column.class).stream())
                .filter(parent -> parent.key().name().equals(to.key().name()))
                .filter(after)
                .anyMatch(parent ->
                        actual.find(parent.key(), Column.class).filter(before).isPresent());
    }

    /** A key that a partition got before its parent makes NOT NULL its own beside the parent's, which no catalog tells. */
    private boolean mayKeepItsOwn() {
        return NotNull.isNamed(version())
                && from.notNull()
                && desired.find(to.table(), Table.class)
                        .flatMap(Table::partitionOf)
                        .isPresent();
    }

    private int version() {
        return actual.product().majorVersion();
    }
}
