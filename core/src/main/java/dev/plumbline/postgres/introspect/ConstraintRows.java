// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.introspect;

import static dev.plumbline.postgres.introspect.CatalogReading.USER_SCHEMA;
import static dev.plumbline.postgres.introspect.CatalogReading.notOfExtension;
import static dev.plumbline.postgres.introspect.CatalogReading.optional;
import static dev.plumbline.postgres.introspect.CatalogReading.options;
import static dev.plumbline.postgres.introspect.CatalogReading.strings;

import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The rows of {@code pg_constraint}, those of NOT NULL and of constraint triggers apart. */
final class ConstraintRows {
    private static final String NOT_VALID = " NOT VALID";

    private ConstraintRows() {}

    /** Returns the query for the constraints {@code k} of which a condition holds; all stand for themselves. */
    static String query(String condition) {
        return query(condition, "NULL::text[]");
    }

    /**
     * Returns the query for the constraints {@code k} of which a condition holds.
     *
     * @param attached the expression for what each is attached to, as {@link IndexRows#attachedTo} reads it
     */
    static String query(String condition, String attached) {
        return """
                SELECT k.oid, k.conname, k.contype, pg_get_constraintdef(k.oid) AS definition, k.convalidated
                     , n.nspname, COALESCE(c.relname, t.typname) AS onname, c.relkind AS onkind, k.contypid <> 0 AS ondomain
                     , c.oid AS relation, rn.nspname AS refschema, r.relname AS refname, k.conindid
                     , ic.reloptions, COALESCE(ix.indisclustered, false) AS clustered, ts.spcname
                     , COALESCE(ix.indisvalid, true) AS indexvalid,\s"""
                + attached + " AS attached" + """

                     , (SELECT array_agg(a.attname::text ORDER BY u.place)
                        FROM unnest(k.conkey) WITH ORDINALITY AS u(number, place)
                        JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number) AS columns,\s"""
                + IndexRows.OPTIONS_TEXT.formatted("ic") + " AS optionstext" + """

                FROM pg_constraint k
                LEFT JOIN pg_class c ON c.oid = k.conrelid
                LEFT JOIN pg_type t ON t.oid = k.contypid
                JOIN pg_namespace n ON n.oid = COALESCE(c.relnamespace, t.typnamespace)
                LEFT JOIN pg_class r ON r.oid = k.confrelid AND k.contype = 'f'
                LEFT JOIN pg_namespace rn ON rn.oid = r.relnamespace
                LEFT JOIN pg_class ic ON ic.oid = k.conindid AND k.contype IN ('p', 'u', 'x')
                LEFT JOIN pg_index ix ON ix.indexrelid = ic.oid
                LEFT JOIN pg_tablespace ts ON ts.oid = ic.reltablespace
                WHERE k.contype IN ('p', 'u', 'f', 'c', 'x') AND\s""" + condition + """

                  AND (c.relkind IN ('r', 'p', 'f') OR t.typtype = 'd') AND\s""" + USER_SCHEMA
                + " AND "
                + notOfExtension("pg_class", "k.conrelid") + " AND " + notOfExtension("pg_type", "k.contypid")
                + " ORDER BY n.nspname, c.relname, k.conname";
    }

    /** Adds the constraint of a row, whose index is part of it. */
    static void add(ResultSet row, Constraint constraint, CatalogReading reading) throws SQLException {
        reading.add(ObjectAddress.of("pg_constraint", row.getLong("oid")), constraint);
        if (constraint.type() != ConstraintType.FOREIGN_KEY && constraint.type() != ConstraintType.CHECK) {
            reading.part(
                    ObjectAddress.of("pg_class", row.getLong("conindid")),
                    ObjectKey.of(
                            ObjectKind.INDEX,
                            constraint.key().schema(),
                            constraint.key().name()),
                    constraint.key());
        }
    }

    static Constraint constraint(ResultSet row) throws SQLException {
        boolean onDomain = row.getBoolean("ondomain");
        ObjectKind onKind = "f".equals(row.getString("onkind")) ? ObjectKind.FOREIGN_TABLE : ObjectKind.TABLE;
        ObjectKey on =
                ObjectKey.of(onDomain ? ObjectKind.DOMAIN : onKind, row.getString("nspname"), row.getString("onname"));
        ConstraintType type = type(row.getString("contype"));
        String definition = row.getString("definition");
        if (definition.endsWith(NOT_VALID)) {
            definition = definition.substring(0, definition.length() - NOT_VALID.length());
        }
        if (type == ConstraintType.EXCLUSION) {
            // The server deparses it as an index, storage parameters included (ruleutils.c, pg_get_indexdef_worker).
            definition = IndexRows.without(definition, row.getString("optionstext"));
        }
        Optional<String> reference = optional(row, "refname");
        return new Constraint(
                on.child(ObjectKind.CONSTRAINT, row.getString("conname")),
                on,
                type,
                definition,
                strings(row, "columns"),
                reference.isEmpty()
                        ? Optional.empty()
                        : Optional.of(ObjectKey.of(ObjectKind.TABLE, row.getString("refschema"), reference.get())),
                row.getBoolean("convalidated"),
                false,
                IndexRows.attachedTo(row),
                Optional.empty(),
                row.getBoolean("indexvalid"),
                row.getBoolean("clustered"),
                options(row, "reloptions"),
                optional(row, "spcname"));
    }

    private static ConstraintType type(String code) {
        return switch (code) {
            case "p" -> ConstraintType.PRIMARY_KEY;
            case "u" -> ConstraintType.UNIQUE;
            case "f" -> ConstraintType.FOREIGN_KEY;
            case "x" -> ConstraintType.EXCLUSION;
            case "c" -> ConstraintType.CHECK;
            default -> throw new IllegalStateException("constraint type " + code);
        };
    }
}
