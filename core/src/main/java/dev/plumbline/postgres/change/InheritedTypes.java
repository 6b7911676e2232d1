// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.Heir;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * With which columns of other tables a column changes its type. The server changes all that inherit it along, and refuses where one of
 * them has it from a table outside of that family too: "cannot alter inherited column" ({@code ATPrepAlterColumnType} in {@code
 * tablecmds.c}). So columns that come from nowhere and are merged somewhere below are made one family for the time of the change.
 *
 * @param actual the catalog before
 * @param desired the catalog after
 * @param replaced the columns of types that are replaced under their names
 */
public record InheritedTypes(Catalog actual, Catalog desired, Set<ObjectKey> replaced) {
    /** Asks of columns whose types have the same names only where they are the same. */
    public InheritedTypes(Catalog actual, Catalog desired) {
        this(actual, desired, Set.of());
    }

    /** Returns whether a table has the column on both sides, there with another type or collation. */
    public boolean changes(ObjectKey column) {
        return replaced.contains(column) || isAnother(column);
    }

    private boolean isAnother(ObjectKey column) {
        return actual.find(column, Column.class)
                .filter(from -> desired.find(column, Column.class)
                        .filter(to -> ColumnStatements.typeChanges(from, to))
                        .isPresent())
                .isPresent();
    }

    /** Returns whether the type of a column that changes is a parent's, and changes with that. */
    public boolean isOfParents(Column to) {
        return to.inherited() || above(to.key()).findAny().isPresent();
    }

    private Stream<ObjectKey> above(ObjectKey column) {
        return actual.dependencies(column).stream().filter(parent -> isAbove(parent, column));
    }

    private Stream<ObjectKey> below(ObjectKey column) {
        return actual.dependents(column).stream().filter(heir -> isAbove(column, heir));
    }

    private boolean isAbove(ObjectKey parent, ObjectKey heir) {
        return parent.name().equals(heir.name())
                && changes(parent)
                && changes(heir)
                && (desired.dependencies(heir).contains(parent) || areReplaced(parent, heir));
    }

    /** Types are replaced under all their columns at once, before any table leaves a parent that has one or joins it. */
    private boolean areReplaced(ObjectKey parent, ObjectKey heir) {
        return replaced.contains(parent) && replaced.contains(heir);
    }

    /**
     * Returns whether a column's NOT NULL must be taken away while its type changes: one that an heir has under another name, of its own,
     * is made twice then, which the server refuses ("cannot create not-null constraint", {@code ATPostAlterTypeCleanup} in {@code
     * tablecmds.c} of PostgreSQL 18). That of a key or an identity cannot be.
     */
    boolean isNamedOtherwiseBelow(Column from, Column to) {
        return NotNull.isNamed(actual.product().majorVersion())
                && NotNull.isCertain(from)
                && NotNull.isCertain(to)
                && !NotNull.isNotInherited(from)
                && !(from.value() instanceof ColumnValue.Identity && to.value() instanceof ColumnValue.Identity)
                && !isOfPrimaryKey(from)
                && tops(from.key()).size() == 1
                && family(from.key()).stream()
                        .flatMap(key -> actual.find(key, Column.class).stream())
                        .filter(heir -> Heir.in(actual, heir.table())
                                .filter(table -> !table.inherits().isEmpty())
                                .isPresent())
                        .flatMap(heir -> heir.impliedNotNull().stream())
                        .anyMatch(name -> !name.equals(NotNull.plainName(from)));
    }

    private boolean isOfPrimaryKey(Column column) {
        return actual.children(column.table()).stream()
                .flatMap(key -> actual.find(key, Constraint.class).stream())
                .anyMatch(constraint -> constraint.type() == ConstraintType.PRIMARY_KEY
                        && constraint.columns().contains(column.key().name()));
    }

    /** Returns the columns that change their type in one statement with this one, itself among them, sorted. */
    public SortedSet<ObjectKey> family(ObjectKey column) {
        SortedSet<ObjectKey> family = new TreeSet<>();
        Deque<ObjectKey> left = new ArrayDeque<>(List.of(column));
        while (!left.isEmpty()) {
            ObjectKey next = left.pop();
            if (family.add(next)) {
                above(next).forEach(left::push);
                below(next).forEach(left::push);
            }
        }
        return family;
    }

    /** Returns those of the family that come from nowhere, sorted; with the first of them all change. */
    public SortedSet<ObjectKey> tops(ObjectKey column) {
        SortedSet<ObjectKey> tops = new TreeSet<>(family(column));
        tops.removeIf(member -> above(member).findAny().isPresent());
        return tops;
    }

    /**
     * Returns what changes the type of a column that comes from nowhere; nothing where it changes with another.
     *
     * @param from the column as it is
     * @param change what is said behind the table's name
     */
    List<String> statements(Column from, String change) {
        List<String> statements = new ArrayList<>(together(from));
        change(from, change).ifPresent(statements::add);
        statements.addAll(apart(from));
        return statements;
    }

    /** Returns what makes one family of all that change with a column; nothing where it is one, or for all but the first. */
    List<String> together(Column from) {
        if (!isFirstOfSeveral(from)) {
            return List.of();
        }
        String above = common(from.key());
        List<String> statements = new ArrayList<>();
        statements.add("CREATE TABLE " + above + " (" + ColumnStatements.plain(from) + ")");
        tops(from.key()).forEach(top -> statements.add("ALTER TABLE " + Sql.of(top) + " INHERIT " + above));
        return statements;
    }

    /** Returns the statement that changes a column that comes from nowhere, absent where it changes with another. */
    Optional<String> change(Column column, String change) {
        SortedSet<ObjectKey> tops = tops(column.key());
        if (!tops.getFirst().equals(column.key())) {
            return Optional.empty();
        }
        return Optional.of("ALTER TABLE " + (tops.size() > 1 ? common(column.key()) : Sql.of(column.key())) + change);
    }

    /** Returns what undoes {@link #together}. */
    List<String> apart(Column column) {
        if (!isFirstOfSeveral(column)) {
            return List.of();
        }
        String above = common(column.key());
        List<String> statements = new ArrayList<>();
        tops(column.key()).forEach(top -> statements.add("ALTER TABLE " + Sql.of(top) + " NO INHERIT " + above));
        statements.add("DROP TABLE " + above);
        return statements;
    }

    private boolean isFirstOfSeveral(Column column) {
        SortedSet<ObjectKey> tops = tops(column.key());
        return tops.size() > 1 && tops.getFirst().equals(column.key());
    }

    /** Returns the name of the table from which those that come from nowhere inherit while they change, by the first one. */
    public static String common(ObjectKey column) {
        int last = column.path().size() - 1;
        return Sql.name(column.schema()) + "."
                + Sql.name(Scaffold.heirs(column.path().get(last - 1) + "_" + column.name()));
    }
}
