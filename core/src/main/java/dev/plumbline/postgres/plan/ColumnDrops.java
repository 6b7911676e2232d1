// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.plan;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.gap.Gap;
import dev.plumbline.postgres.change.ColumnStatements;
import dev.plumbline.postgres.change.InheritedDrops;
import dev.plumbline.postgres.change.NotNull;
import dev.plumbline.postgres.change.Passages;
import dev.plumbline.postgres.change.Recreation;
import dev.plumbline.postgres.change.Scaffold;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statements that drop columns which other tables inherit. Those that are to keep the column get it as their own when it is dropped
 * from the parent's table ONLY, and so does every other child; or they have it from a second parent meanwhile, whom they then leave
 * ({@code ATExecDropColumn} and {@code RemoveInheritance} in {@code tablecmds.c}). The first is shorter and serves where no child has
 * the column from elsewhere too: it could not be dropped there yet, nor be the other parent's alone again.
 */
final class ColumnDrops {
    private final Catalog actual;
    private final Catalog desired;
    private final Recreation recreation;
    private final InheritedDrops inherited;

    ColumnDrops(Gap gap, Recreation recreation) {
        this.actual = gap.actual();
        this.desired = gap.desired();
        this.recreation = recreation;
        this.inherited = new InheritedDrops(gap, recreation);
    }

    /** Returns what drops a column, and with it what else goes then; nothing for one that goes with a parent's. */
    List<String> statements(Column column) {
        if (!isTop(column)) {
            return List.of();
        }
        List<String> drops = new ArrayList<>(drop(column));
        ownBelow(column).forEach(own -> drops.addAll(drop(own)));
        return drops;
    }

    /** Returns the columns that are gone earlier: the last that a table has a column from takes it along. */
    Set<ObjectKey> awaits(Column column) {
        return isTop(column)
                ? ownBelow(column).stream()
                        .flatMap(own -> inherited.tops(own).stream())
                        .filter(top -> !top.equals(column.key()))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** Returns places in the order: tables that leave this column's, or are to lose it themselves, have left. */
    Set<ObjectKey> follows(Column column) {
        return Stream.concat(Stream.of(column), children(column))
                .filter(inherited::leaves)
                .map(leaving -> Passages.left(leaving.table()))
                .collect(Collectors.toSet());
    }

    private Stream<Column> children(Column column) {
        return actual.dependents(column.key()).stream()
                .filter(key -> key.name().equals(column.key().name()))
                .flatMap(key -> actual.find(key, Column.class).stream());
    }

    private boolean isTop(Column column) {
        return column.inherited()
                ? inherited.parents(column).isEmpty()
                : inherited.dropped(column).isEmpty();
    }

    private List<String> drop(Column column) {
        List<String> drops = new ArrayList<>(nullable(column));
        SortedSet<ObjectKey> keepers = keepers(column);
        if (keepers.isEmpty()) {
            drops.add(ColumnStatements.drop(column.key(), false));
            return drops;
        }
        if (!childrenFollow(column)) {
            drops.addAll(besides(column, keepers));
            return drops;
        }
        drops.add(ColumnStatements.drop(column.key(), true));
        heirs(column).filter(heir -> !keeps(heir)).forEach(heir -> drops.addAll(drop(heir)));
        return drops;
    }

    /**
     * The NOT NULL of those below would stay inherited from nobody, and nobody could drop it: {@code DROP COLUMN} takes the parent's
     * away without a word to them ({@code performDeletion} in {@code ATExecDropColumn}). One that is to stay becomes their own before.
     */
    private List<String> nullable(Column column) {
        List<Column> staying = staying(column).toList();
        boolean given =
                NotNull.isNamed(actual.product().majorVersion()) && column.notNull() && !NotNull.isNotInherited(column);
        if (!given || staying.isEmpty()) {
            return List.of();
        }
        List<String> statements = new ArrayList<>();
        staying.stream()
                .flatMap(heir -> desired.find(heir.key(), Column.class).stream())
                .filter(heir -> !heir.inherited() && NotNull.isCertain(heir))
                .forEach(heir -> statements.add(ColumnStatements.alter(heir.key()) + " SET NOT NULL"));
        if (column.value() instanceof ColumnValue.Identity) {
            statements.add(ColumnStatements.alter(column.key()) + " DROP IDENTITY");
        }
        statements.add(NotNull.drop(column));
        return statements;
    }

    /** Returns the columns that stay where this one goes, and where those go that go with it. */
    private Stream<Column> staying(Column column) {
        return inherited
                .heirs(column)
                .flatMap(heir -> !goes(heir) ? Stream.of(heir) : heir.inherited() ? staying(heir) : Stream.of())
                .distinct();
    }

    /** Returns the tables that are to have the column as their own, and would lose it with this one. */
    private SortedSet<ObjectKey> keepers(Column column) {
        SortedSet<ObjectKey> keepers = new TreeSet<>();
        heirs(column).forEach(heir -> {
            if (keeps(heir)) {
                keepers.add(heir.table());
            } else if (goes(heir)) {
                keepers.addAll(keepers(heir));
            }
        });
        return keepers;
    }

    /** Returns whether each child is to have it as its own, or has it from this one alone and loses it. */
    private boolean childrenFollow(Column column) {
        return heirs(column)
                .allMatch(heir ->
                        keeps(heir) || (goes(heir) && inherited.parents(heir).size() == 1));
    }

    private Stream<Column> heirs(Column column) {
        return inherited.heirs(column).filter(Column::inherited);
    }

    private boolean keeps(Column heir) {
        return !goes(heir)
                && desired.find(heir.key(), Column.class)
                        .filter(now -> !now.inherited())
                        .isPresent();
    }

    private boolean goes(Column heir) {
        return recreation.dropped().contains(heir.key());
    }

    /** A generated column needs those that it is computed from. */
    private static List<String> besides(Column column, SortedSet<ObjectKey> keepers) {
        ObjectKey table = column.table();
        String second = Sql.name(table.schema()) + "." + Sql.name(Scaffold.heirs(table.name()));
        List<String> statements = new ArrayList<>();
        statements.add("CREATE TABLE " + second + " ("
                + (column.value() instanceof ColumnValue.Generated
                        ? "LIKE " + Sql.of(table) + " INCLUDING GENERATED"
                        : ColumnStatements.plain(column))
                + ")");
        keepers.forEach(keeper -> statements.add("ALTER TABLE " + Sql.of(keeper) + " INHERIT " + second));
        statements.add(ColumnStatements.drop(column.key(), false));
        keepers.forEach(keeper -> statements.add("ALTER TABLE " + Sql.of(keeper) + " NO INHERIT " + second));
        statements.add("DROP TABLE " + second);
        return statements;
    }

    /** Returns the columns below that tables have by themselves too and lose with this one as the last, those above first. */
    private Set<Column> ownBelow(Column top) {
        Set<Column> found = new LinkedHashSet<>();
        below(top, new TreeSet<>()).forEach(column -> addBehindItsParents(column, top, found));
        return found;
    }

    private void addBehindItsParents(Column column, Column top, Set<Column> found) {
        if (found.contains(column) || !isTakenAlong(column, top)) {
            return;
        }
        inherited.dropped(column).stream()
                .flatMap(parent -> actual.find(parent, Column.class).stream())
                .forEach(parent -> addBehindItsParents(parent, top, found));
        found.add(column);
    }

    private boolean isTakenAlong(Column column, Column top) {
        return !column.inherited()
                && goes(column)
                && !column.key().equals(top.key())
                && inherited.tops(column).last().equals(top.key());
    }

    private List<Column> below(Column column, Set<ObjectKey> seen) {
        List<Column> below = new ArrayList<>();
        inherited.heirs(column).filter(heir -> seen.add(heir.key())).forEach(heir -> {
            below.add(heir);
            below.addAll(below(heir, seen));
        });
        return below;
    }
}
