// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Aggregate;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.List;

/** Statements that give an object its new name, and its new schema where the old one was another. */
public final class RenameStatements {

    private RenameStatements() {}

    /** Returns the statements that lead from one key to the other; {@code actual} has the object under the old one. */
    public static List<String> of(ObjectKey from, ObjectKey to, Catalog actual) {
        return switch (from.kind()) {
            case COLUMN -> List.of(alterTable(from) + " RENAME COLUMN " + names(from, to));
            case CONSTRAINT ->
                List.of((isOnDomain(from, actual) ? "ALTER DOMAIN " + Sql.of(from) : alterTable(from))
                        + " RENAME CONSTRAINT " + names(from, to));
            case TRIGGER, POLICY, RULE ->
                List.of("ALTER " + Sql.kind(from.kind()) + " " + Sql.name(from.name()) + " ON " + Sql.of(from)
                        + " RENAME TO " + Sql.name(to.name()));
            default -> moved(from, to, actual);
        };
    }

    private static boolean isOnDomain(ObjectKey constraint, Catalog actual) {
        return actual.find(constraint)
                .flatMap(SchemaObject::parent)
                .filter(on -> on.kind() == ObjectKind.DOMAIN)
                .isPresent();
    }

    private static String alterTable(ObjectKey part) {
        return "ALTER TABLE " + Sql.of(part);
    }

    private static String names(ObjectKey from, ObjectKey to) {
        return Sql.name(from.name()) + " TO " + Sql.name(to.name());
    }

    private static List<String> moved(ObjectKey from, ObjectKey to, Catalog actual) {
        List<String> statements = new ArrayList<>();
        boolean inSchema = from.path().size() > 1;
        ObjectKey now = from;
        if (inSchema && !from.schema().equals(to.schema())) {
            statements.add(alter(from, signature(from, actual)) + " SET SCHEMA " + Sql.name(to.schema()));
            List<String> path = new ArrayList<>(from.path());
            path.set(0, to.schema());
            now = new ObjectKey(from.kind(), path);
        }
        if (!now.name().equals(to.name())) {
            statements.add(alter(now, signature(from, actual)) + " RENAME TO " + name(to));
        }
        return statements;
    }

    /** An aggregate is named with its arguments as CREATE AGGREGATE has them. */
    private static String signature(ObjectKey key, Catalog actual) {
        return actual.find(key, Aggregate.class).map(Aggregate::signature).orElse("");
    }

    private static String alter(ObjectKey key, String signature) {
        String named = key.kind() == ObjectKind.AGGREGATE
                ? Sql.routineName(key) + "(" + (signature.isEmpty() ? "*" : signature) + ")"
                : Sql.of(key);
        return "ALTER " + Sql.kind(key.kind()) + " " + named;
    }

    private static String name(ObjectKey to) {
        return to.kind().isRoutine()
                ? Sql.routineName(to).substring(Sql.name(to.schema()).length() + 1)
                : Sql.name(to.name());
    }
}
