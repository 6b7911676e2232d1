// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Verb;
import java.util.Set;

/**
 * Replaces a type that has no ALTER for the change: a label of an enum that goes, a domain over another base type. The
 * old type steps aside, the new one takes its name, every column is converted by its text, the old type is dropped.
 */
final class TypeSwap {
    private TypeSwap() {}

    static Action action(SchemaObject type, Set<ObjectKey> columns, Statements statements, Catalog desired) {
        ObjectKey key = type.key();
        String waiting = TypeStatements.waitingName(key);
        Action.Builder action = Action.of(Verb.ALTER, key)
                .because("PostgreSQL cannot change the " + key.kind().label()
                        + " in place: a new one takes its name and its columns")
                .achieves(key)
                .releases(key)
                .achieves(columns)
                .releases(columns)
                .takesLong()
                .hazard(Hazard.DATA_DEPENDENT)
                .sql("ALTER " + Sql.kind(key.kind()) + " " + Sql.of(key) + " RENAME TO " + Sql.name(waiting))
                .sql(statements.create(type));
        for (ObjectKey column : columns) {
            Column to = desired.find(column, Column.class).orElseThrow();
            if (!to.inherited()) {
                String array = to.type().endsWith("[]") ? "[]" : "";
                action.sql(ColumnStatements.alter(column) + " TYPE " + to.type() + " USING " + Sql.name(column.name())
                        + "::text" + array + "::" + to.type());
            }
        }
        return action.sql("DROP " + Sql.kind(key.kind()) + " " + Sql.name(key.schema()) + "." + Sql.name(waiting))
                .build();
    }
}
