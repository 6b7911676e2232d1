// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnDefault;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A column that is added to a table which stays, with its default where that can be said in the same statement: only
 * then do the rows that are there get it, and only then can the column be NOT NULL. PostgreSQL evaluates a default that
 * is not volatile once and rewrites nothing; for a volatile one it rewrites the table, so that is left to a statement of
 * its own, unless the rows need the value.
 */
final class NewColumn {
    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern TYPE_MODIFIER = Pattern.compile("::[a-z_ .\"]+\\([0-9, ]+\\)");
    private static final Pattern STABLE_CALL =
            Pattern.compile("\\b(?:now|array_to_json|to_jsonb?|date_trunc|timezone)\\(");

    private final Column column;
    private final Catalog desired;
    private final Set<ObjectKey> created;
    private final Optional<ColumnDefault> folded;

    NewColumn(Column column, Catalog desired, Set<ObjectKey> created) {
        this.column = column;
        this.desired = desired;
        this.created = created;
        this.folded = desired.find(
                        new ObjectKey(ObjectKind.DEFAULT, column.key().path()), ColumnDefault.class)
                .filter(value -> !column.inherited())
                .filter(value -> created.contains(value.key()))
                .filter(value -> column.notNull() || !mayBeVolatile(value))
                .filter(value -> !needsColumn(value.key(), new HashSet<>()));
    }

    /** Whether a column is added to a table that is there already. */
    static boolean isOne(Column column, Set<ObjectKey> created) {
        return !created.contains(column.table());
    }

    /** Returns the statements that add the column. */
    List<String> statements() {
        return column.inherited() ? List.of() : ColumnStatements.add(column, folded.map(ColumnDefault::expression));
    }

    /** Returns the default, where it is added with the column. */
    Optional<ObjectKey> foldedDefault() {
        return folded.map(ColumnDefault::key);
    }

    /** Returns whether every row of the table is written anew for the sake of a value of its own. */
    boolean rewrites() {
        return folded.filter(NewColumn::mayBeVolatile).isPresent();
    }

    /** Returns whether rows that are there make it fail. */
    boolean lacksValue() {
        return column.notNull()
                && !column.inherited()
                && folded.isEmpty()
                && column.value() instanceof ColumnValue.Given;
    }

    /** What calls no function is a constant; of those that are called, few are known not to be volatile. */
    private static boolean mayBeVolatile(ColumnDefault value) {
        String bare = LITERAL.matcher(value.expression()).replaceAll("''");
        bare = TYPE_MODIFIER.matcher(bare).replaceAll("");
        bare = STABLE_CALL.matcher(bare).replaceAll("");
        return bare.matches("(?s).*[a-z0-9_\"]\\(.*");
    }

    /** A default that needs what in turn needs the column, such as a sequence that the column owns, comes later. */
    private boolean needsColumn(ObjectKey from, Set<ObjectKey> seen) {
        for (ObjectKey needed : desired.dependencies(from)) {
            boolean again = needed.equals(column.key());
            if (again && from.kind() != ObjectKind.DEFAULT) {
                return true;
            }
            if (!again && created.contains(needed) && seen.add(needed) && needsColumn(needed, seen)) {
                return true;
            }
        }
        return false;
    }
}
