// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.creation;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Table;
import dev.plumbline.postgres.change.ConstraintStatements;
import dev.plumbline.postgres.change.NotNull;
import dev.plumbline.postgres.change.Reach;
import dev.plumbline.postgres.sql.AutomaticNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a new table that inherits says of itself although a parent says it too: the server merges the two (PostgreSQL
 * documentation, CREATE TABLE, INHERITS).
 */
final class MergedParts {
    private final Table table;
    private final Catalog desired;
    private final Set<ObjectKey> created;

    MergedParts(Table table, Catalog desired, Set<ObjectKey> created) {
        this.table = table;
        this.desired = desired;
        this.created = created;
    }

    /** Returns the checks that it has for itself too, as they stand in CREATE TABLE. */
    List<String> checks() {
        return table.implied().stream()
                .filter(Constraint.class::isInstance)
                .map(Constraint.class::cast)
                .filter(check -> check.type() == ConstraintType.CHECK
                        && check.validated()
                        && table.merged().contains(check.key().name())
                        && needsNothingNew(check))
                .map(ConstraintStatements::definition)
                .toList();
    }

    /** What the parent's check needs is there once the parent is, where the check is made with it; or it was there before. */
    private boolean needsNothingNew(Constraint check) {
        return table.inherits().stream()
                .map(parent -> parent.child(check.key().kind(), check.key().name()))
                .flatMap(key -> desired.find(key, Constraint.class).stream())
                .allMatch(theirs -> isMadeWithTable(theirs)
                        || desired.dependencies(theirs.key()).stream()
                                .filter(created::contains)
                                .allMatch(needed -> isOfTable(needed, theirs.on())));
    }

    private boolean isMadeWithTable(Constraint theirs) {
        return theirs.validated()
                && new Reach(desired, created, key -> isOfTable(key, theirs.on())).standsAlone(theirs.key());
    }

    private boolean isOfTable(ObjectKey key, ObjectKey whole) {
        return key.equals(whole)
                || desired.find(key, Column.class)
                        .filter(column -> column.table().equals(whole))
                        .isPresent();
    }

    /**
     * Returns a column as the definition of the table is to have it. A NOT NULL under the name that a parent has given it comes
     * with the parent's, and would get a name of its own; only where the parent's is not valid, it must be said.
     */
    Column withNotNull(Column column) {
        Optional<String> name = column.impliedNotNull()
                .filter(given -> !given.equals(AutomaticNames.notNull(
                        column.table().name(), column.key().name())));
        List<Column> theirs = name.isEmpty()
                ? List.of()
                : withNotNullNamed(name.get(), column.key().name());
        if (theirs.isEmpty()) {
            return column;
        }
        return theirs.stream().anyMatch(NotNull::isCertain)
                ? column.withNotNull(false, Optional.empty(), List.of())
                : column.withNotNull(true, name, column.notNullOptions());
    }

    private List<Column> withNotNullNamed(String name, String column) {
        return table.inherits().stream()
                .flatMap(parent -> desired.find(parent.child(ObjectKind.COLUMN, column), Column.class).stream())
                .filter(parent -> parent.notNull()
                        && !NotNull.isNotInherited(parent)
                        && NotNull.plainName(parent).equals(name))
                .toList();
    }
}
