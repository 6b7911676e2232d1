// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnDefault;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.Heir;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.gap.Gap;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A parent that a table has while it goes from one parent to another. What a table is given for a parent to come is its own, and
 * stays so whatever it inherits afterwards, and so is a column that it keeps when its last parent is left ({@code RemoveInheritance},
 * {@code MergeAttributesIntoExisting} and {@code MergeConstraintsIntoExisting} in {@code tablecmds.c}). Through this parent it has
 * the columns that it takes along, and gets the columns and checks that its next parents have already. A column of its own that it is
 * to have from them alone is dropped and comes again: no statement takes it back; the values wait beside it.
 */
final class StandIn {
    private final Catalog actual;
    private final Catalog desired;
    private final Heir from;
    private final Heir to;
    private final PassingColumns columns;
    private final ParentChange parents;
    private final List<Constraint> checks;

    /**
     * Looks at one table.
     *
     * @param lacking what the parents that it joins have and it does not
     */
    StandIn(Gap gap, Heir from, Heir to, List<SchemaObject> lacking) {
        this.actual = gap.actual();
        this.desired = gap.desired();
        this.from = from;
        this.to = to;
        this.parents = ParentChange.of(from, to, actual, desired);
        this.checks = to.inherits().isEmpty() ? List.of() : checks(lacking);
        this.columns = new PassingColumns(gap, from, to, parents);
    }

    private static List<Constraint> checks(List<SchemaObject> lacking) {
        return lacking.stream()
                .filter(Constraint.class::isInstance)
                .map(Constraint.class::cast)
                .filter(constraint -> constraint.type() == ConstraintType.CHECK)
                .toList();
    }

    /** Returns the parents that the table leaves. */
    List<ObjectKey> left() {
        return parents.left();
    }

    /** Returns the parents that the table joins. */
    List<ObjectKey> joined() {
        return parents.joined();
    }

    /** Returns the columns that the table has from a parent which it leaves, and from another later. */
    Set<ObjectKey> takenAlong() {
        return PassingColumns.keys(columns.takenAlong());
    }

    /** Returns the columns that the table has through it for the first time. */
    Set<ObjectKey> added() {
        Set<ObjectKey> all = PassingColumns.keys(columns.added());
        all.addAll(PassingColumns.keys(columns.regained()));
        return all;
    }

    /** Returns whether that is a column which the table has by itself before, and whose values it keeps. */
    boolean regains(ObjectKey column) {
        return PassingColumns.keys(columns.regained()).contains(column);
    }

    /** Returns whether rows that are there may be in the way of those. */
    boolean needsValues() {
        return columns.added().stream()
                .anyMatch(column -> (column.notNull() || DomainUse.mindsNull(column, desired))
                        && value(column).isEmpty());
    }

    /** Returns the checks that the table has through it. */
    List<Constraint> checks() {
        return checks;
    }

    /** Returns what the columns that come need, but for those of the parents. */
    Set<ObjectKey> needs() {
        Set<ObjectKey> needs = new TreeSet<>();
        Stream.of(columns.added(), columns.regained())
                .flatMap(List::stream)
                .forEach(column -> needs.addAll(desired.dependencies(column.key())));
        needs.removeIf(need -> need.equals(to.key()) || (need.kind() == ObjectKind.COLUMN && !columns.isSource(need)));
        needs.removeAll(added());
        return needs;
    }

    /** Returns the columns that the table has by itself before, and through it then. */
    Set<ObjectKey> givenUp() {
        Set<ObjectKey> own = added();
        own.removeIf(column -> !actual.contains(column));
        return own;
    }

    /**
     * Returns what makes it the table's parent, around what makes the table leave those that it is to leave; nothing but that where
     * no column needs it.
     */
    List<String> leave() {
        List<String> leave = TableStatements.leave(from, to, parents);
        if (!hasColumns()) {
            return leave;
        }
        List<String> statements = new ArrayList<>(begin(inDefinition()));
        // A partition has no other parent.
        statements.addAll(from.partitionOf().isPresent() ? 0 : statements.size(), leave);
        columns.takenAlong().stream()
                .filter(this::keepsNamedNotNull)
                .forEach(column -> statements.addAll(NotNull.renamed(
                        columns.before(column).orElseThrow().of(key()),
                        column.of(key()),
                        desired.product().majorVersion())));
        return statements;
    }

    private String alter() {
        return "ALTER TABLE " + Sql.of(key()) + " ";
    }

    private boolean hasColumns() {
        return !columns.takenAlong().isEmpty() || !added().isEmpty();
    }

    private List<String> begin(List<String> definition) {
        return List.of(
                "CREATE TABLE " + Sql.of(key()) + " (" + String.join(", ", definition) + ")",
                "ALTER TABLE " + Sql.of(to.key()) + " INHERIT " + Sql.of(key()));
    }

    private List<String> inDefinition() {
        List<String> parts = new ArrayList<>();
        columns.sources(columns.takenAlong(), actual, takenAlong())
                .forEach(column -> parts.add(ColumnStatements.plain(column)));
        columns.takenAlong()
                .forEach(column -> parts.add(
                        ColumnStatements.inherited(columns.before(column).orElseThrow())));
        columns.takenAlong().stream()
                .filter(this::keepsNamedNotNull)
                .map(column -> NotNull.asConstraint(columns.before(column).orElseThrow()))
                .forEach(parts::add);
        return parts;
    }

    /** One without a name is kept by the column itself. */
    private boolean keepsNamedNotNull(Column column) {
        return NotNull.isNamed(desired.product().majorVersion())
                && NotNull.isCertain(column)
                && columns.before(column).filter(NotNull::isCertain).isPresent();
    }

    /** Returns what gives a column that it takes along its other type; nothing for any other. */
    List<String> retype(Column column) {
        Optional<Column> from = columns.before(column);
        return columns.takenAlong().contains(column)
                        && from.isPresent()
                        && ColumnStatements.typeChanges(from.get(), column)
                ? List.of("ALTER TABLE " + Sql.of(key())
                        + ColumnStatements.typeClause(
                                column,
                                new Casts(actual, desired)
                                        .convert(
                                                Sql.name(column.key().name()),
                                                from.get().type(),
                                                column.type())))
                : List.of();
    }

    /**
     * Returns what drops a column, between what keeps its values beside it and what gives those its name: all in one go, so that
     * nothing is written in between, and nothing lost where a run is stopped. For any other column just what drops it.
     */
    List<String> around(ObjectKey dropped, List<String> drop) {
        Optional<Column> again = columns.regained().stream()
                .filter(column -> column.key().equals(dropped))
                .findFirst();
        if (again.isEmpty()) {
            return drop;
        }
        Column through = named(again.get()).of(key());
        String name = Sql.name(dropped.name());
        String kept = Sql.name(Scaffold.kept(dropped.name()));
        String type = ColumnStatements.plain(again.get()).substring(name.length() + 1);
        List<String> statements = new ArrayList<>();
        statements.add(add(kept + " " + type));
        statements.add(add(name + " " + type));
        // An UPDATE would be seen by triggers, and those below have values too.
        statements.add(alter() + "ALTER COLUMN " + kept + " TYPE " + type + " USING " + name);
        statements.add(alter() + "DROP COLUMN " + name);
        statements.addAll(drop);
        statements.add(alter() + "RENAME COLUMN " + kept + " TO " + name);
        if (NotNull.isCertain(through)) {
            statements.add(NotNull.give(through));
        }
        statements.addAll(
                ColumnStatements.attributesBeside(through.stored(Optional.empty(), Optional.empty()), through));
        statements.addAll(unproven(again.get()));
        return statements;
    }

    /** Returns the columns that it brings, once the table has left. */
    List<String> bring() {
        Set<ObjectKey> its = takenAlong();
        its.addAll(added());
        columns.sources(columns.takenAlong(), actual, takenAlong()).forEach(column -> its.add(column.key()));
        List<String> statements = new ArrayList<>();
        columns.sources(columns.added(), desired, its)
                .forEach(column -> statements.add(add(ColumnStatements.plain(column))));
        columns.added().stream()
                .sorted(Comparator.comparing(column -> column.value() instanceof ColumnValue.Generated))
                .forEach(column -> {
                    statements.add(add(ColumnStatements.definition(named(column), value(column))));
                    statements.addAll(ColumnStatements.attributes(named(column).of(key())));
                    statements.addAll(unproven(column));
                });
        return statements;
    }

    private List<String> unproven(Column column) {
        return column.notNull() && NotNull.isNotValid(column)
                ? List.of(NotNull.giveUnchecked(named(column).of(key())))
                : List.of();
    }

    private String add(String definition) {
        return alter() + "ADD COLUMN " + definition;
    }

    /** Its NOT NULL has the name that it would have from the parent to come. */
    private Column named(Column column) {
        boolean named = NotNull.isNamed(desired.product().majorVersion());
        return named && column.notNull()
                ? column.withNotNull(true, Optional.of(NotNull.plainName(column)), column.notNullOptions())
                : column;
    }

    /** Rows that are there need a value at once where the column is NOT NULL; what the default is made of has to be there by then. */
    private Optional<String> value(Column column) {
        return desired.find(new ObjectKey(ObjectKind.DEFAULT, column.key().path()), ColumnDefault.class)
                .filter(value -> desired.dependencies(value.key()).stream()
                        .allMatch(need -> need.equals(column.key()) || actual.contains(need)))
                .map(ColumnDefault::expression);
    }

    /** Returns what makes the table inherit from its new parents: it has all its columns, and gets the checks of those first. */
    List<String> join() {
        List<String> inherit = TableStatements.inherit(to, parents);
        if (!hasColumns() && checks.isEmpty()) {
            return inherit;
        }
        List<String> statements = new ArrayList<>();
        List<String> checked = checkedColumns();
        if (hasColumns()) {
            checked.forEach(column -> statements.add(add(column)));
        } else {
            statements.addAll(begin(checked));
        }
        checks.forEach(check -> statements.addAll(
                ConstraintStatements.add(check.of(key(), check.key().name()))));
        statements.addAll(inherit);
        statements.add("ALTER TABLE " + Sql.of(to.key()) + " NO INHERIT " + Sql.of(key()));
        statements.add("DROP TABLE " + Sql.of(key()));
        return statements;
    }

    /** Returns what the checks are over and it has not yet; the table has those columns, and they become one with its own. */
    private List<String> checkedColumns() {
        Set<ObjectKey> its = takenAlong();
        its.addAll(added());
        columns.sources(columns.takenAlong(), actual, its).forEach(column -> its.add(column.key()));
        columns.sources(columns.added(), desired, its).forEach(column -> its.add(column.key()));
        return checks.stream()
                .flatMap(check -> check.columns().stream())
                .distinct()
                .flatMap(name -> desired.find(to.key().child(ObjectKind.COLUMN, name), Column.class).stream())
                .filter(column -> !its.contains(column.key()))
                .map(ColumnStatements::inherited)
                .toList();
    }

    /** One that a run left behind is a parent like others by now. */
    private ObjectKey key() {
        String name = to.key().name() + "_joins";
        ObjectKey key = ObjectKey.of(ObjectKind.TABLE, to.key().schema(), Scaffold.heirs(name));
        for (int count = 2; actual.contains(key) || desired.contains(key); count++) {
            key = ObjectKey.of(ObjectKind.TABLE, to.key().schema(), Scaffold.heirs(name + count));
        }
        return key;
    }
}
