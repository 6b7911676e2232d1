// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Sequence;
import dev.plumbline.catalog.Table;
import dev.plumbline.gap.Gap;
import dev.plumbline.postgres.sql.Sql;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What must hold before a table is logged or not ({@code ATPrepChangePersistence} in the server's {@code tablecmds.c}), and what
 * becomes so with it: from PostgreSQL 15 on the sequences that its columns own, also those that were not as their table
 * ({@code ATRewriteTables}).
 */
public final class Persistence {
    /** The version from which on sequences are logged or not. */
    private static final int OF_SEQUENCES = 15;

    private final Catalog actual;
    private final Catalog desired;

    Persistence(Catalog actual, Catalog desired) {
        this.actual = actual;
        this.desired = desired;
    }

    /** Returns what makes the sequences that a changed table owns logged, or not, where they are not to be as it is. */
    List<String> kept(Table to) {
        return !isChanged(to.key())
                ? List.of()
                : actual.objects(Sequence.class)
                        .filter(sequence -> SequenceMove.table(Optional.of(sequence))
                                .filter(to.key()::equals)
                                .isPresent())
                        .flatMap(sequence -> desired.find(sequence.key(), Sequence.class).stream())
                        .filter(sequence -> sequence.unlogged() != to.unlogged())
                        .map(sequence -> TableStatements.persistence(Sql.of(sequence.key()), sequence.unlogged()))
                        .toList();
    }

    /** Returns whether a sequence of the actual side becomes logged, or not, with the table whose column owns it. */
    boolean isChangedWithItsTable(Sequence sequence) {
        return SequenceMove.table(Optional.of(sequence)).filter(this::isChanged).isPresent();
    }

    /** Returns a column of the actual side as it is once its table is logged or not as desired. */
    Column withItsTable(Column from) {
        return from.value() instanceof ColumnValue.Identity identity && isChanged(from.table())
                ? from.withValue(identity.asLoggedAsItsTable())
                : from;
    }

    private boolean isChanged(ObjectKey table) {
        Optional<Boolean> before = actual.find(table, Table.class).map(Table::unlogged);
        Optional<Boolean> after = desired.find(table, Table.class).map(Table::unlogged);
        return actual.product().majorVersion() >= OF_SEQUENCES
                && before.isPresent()
                && after.isPresent()
                && !before.equals(after);
    }

    /** Returns the publications that a table has left before it is not logged any more: such a table cannot be published. */
    public static Set<ObjectKey> publicationsLeft(Gap gap, ObjectKey table) {
        boolean losesLog = gap.actual()
                        .find(table, Table.class)
                        .filter(from -> !from.unlogged())
                        .isPresent()
                && gap.desired()
                        .find(table, Table.class)
                        .filter(Table::unlogged)
                        .isPresent();
        return losesLog
                ? gap.actual().dependents(table).stream()
                        .filter(key -> key.kind() == ObjectKind.PUBLICATION)
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
