// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static dev.plumbline.postgres.CatalogReading.USER_SCHEMA;
import static dev.plumbline.postgres.CatalogReading.notOfExtension;
import static dev.plumbline.postgres.CatalogReading.optional;
import static dev.plumbline.postgres.CatalogReading.options;
import static dev.plumbline.postgres.CatalogReading.strings;

import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads constraints of tables and domains, and the indexes that no constraint owns. What a partition has only because
 * its parent has it (a constraint with {@code conparentid}, an attached index) is implied by the parent's object.
 */
final class ConstraintReader {
    private static final String NOT_VALID = " NOT VALID";

    private final CatalogReading reading;

    ConstraintReader(CatalogReading reading) {
        this.reading = reading;
    }

    void read() throws SQLException {
        constraints();
        foreignKeysToPartitions();
        indexes();
    }

    private void constraints() throws SQLException {
        reading.rows(
                """
                SELECT k.oid, k.conname, k.contype, pg_get_constraintdef(k.oid) AS definition, k.convalidated
                     , n.nspname, COALESCE(c.relname, t.typname) AS onname, c.relkind AS onkind, k.contypid <> 0 AS ondomain
                     , rn.nspname AS refschema, r.relname AS refname, k.conindid
                     , ic.reloptions, COALESCE(ix.indisclustered, false) AS clustered
                     , (SELECT array_agg(a.attname::text ORDER BY u.place)
                        FROM unnest(k.conkey) WITH ORDINALITY AS u(number, place)
                        JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number) AS columns
                FROM pg_constraint k
                LEFT JOIN pg_class c ON c.oid = k.conrelid
                LEFT JOIN pg_type t ON t.oid = k.contypid
                JOIN pg_namespace n ON n.oid = COALESCE(c.relnamespace, t.typnamespace)
                LEFT JOIN pg_class r ON r.oid = k.confrelid AND k.contype = 'f'
                LEFT JOIN pg_namespace rn ON rn.oid = r.relnamespace
                LEFT JOIN pg_class ic ON ic.oid = k.conindid AND k.contype IN ('p', 'u', 'x')
                LEFT JOIN pg_index ix ON ix.indexrelid = ic.oid
                WHERE k.contype IN ('p', 'u', 'f', 'c', 'x') AND k.conparentid = 0 AND k.coninhcount = 0
                  AND (c.relkind IN ('r', 'p', 'f') OR t.typtype = 'd') AND\s"""
                        + USER_SCHEMA + " AND " + notOfExtension("pg_class", "k.conrelid") + " AND "
                        + notOfExtension("pg_type", "k.contypid"),
                this::constraint);
    }

    private void constraint(ResultSet row) throws SQLException {
        boolean onDomain = row.getBoolean("ondomain");
        ObjectKind onKind = "f".equals(row.getString("onkind")) ? ObjectKind.FOREIGN_TABLE : ObjectKind.TABLE;
        ObjectKey on =
                ObjectKey.of(onDomain ? ObjectKind.DOMAIN : onKind, row.getString("nspname"), row.getString("onname"));
        ConstraintType type = type(row.getString("contype"));
        ObjectKey key = on.child(ObjectKind.CONSTRAINT, row.getString("conname"));
        String definition = row.getString("definition");
        if (definition.endsWith(NOT_VALID)) {
            definition = definition.substring(0, definition.length() - NOT_VALID.length());
        }
        Optional<String> reference = optional(row, "refname");
        reading.add(
                ObjectAddress.of("pg_constraint", row.getLong("oid")),
                new Constraint(
                        key,
                        on,
                        type,
                        definition,
                        strings(row, "columns"),
                        reference.isEmpty()
                                ? Optional.empty()
                                : Optional.of(
                                        ObjectKey.of(ObjectKind.TABLE, row.getString("refschema"), reference.get())),
                        row.getBoolean("convalidated"),
                        false,
                        row.getBoolean("clustered"),
                        options(row, "reloptions")));
        if (type != ConstraintType.FOREIGN_KEY && type != ConstraintType.CHECK) {
            reading.alias(ObjectAddress.of("pg_class", row.getLong("conindid")), key);
        }
    }

    /**
     * A foreign key to a partitioned table has a hidden one to each of its partitions (PostgreSQL documentation,
     * "pg_constraint", conparentid). They mean the same object, which thereby depends on those partitions.
     */
    private void foreignKeysToPartitions() throws SQLException {
        reading.rows("""
                WITH RECURSIVE family AS (
                    SELECT k.oid, k.oid AS root, k.conrelid FROM pg_constraint k
                    WHERE k.contype = 'f' AND k.conparentid = 0
                    UNION ALL
                    SELECT k.oid, f.root, k.conrelid FROM pg_constraint k
                    JOIN family f ON k.conparentid = f.oid AND k.conrelid = f.conrelid)
                SELECT oid, root FROM family WHERE oid <> root""", row -> {
            Optional<ObjectKey> root = reading.key(ObjectAddress.of("pg_constraint", row.getLong("root")));
            if (root.isPresent()) {
                reading.alias(ObjectAddress.of("pg_constraint", row.getLong("oid")), root.get());
            }
        });
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

    private void indexes() throws SQLException {
        reading.rows("""
                SELECT i.oid, n.nspname, i.relname, t.relname AS onname, t.relkind AS onkind, i.relkind
                     , pg_get_indexdef(i.oid) AS definition, quote_ident(i.relname) AS quoted, am.amname
                     , x.indisunique, x.indisvalid, x.indisclustered
                     , pg_get_expr(x.indpred, x.indrelid) AS predicate
                     , (SELECT array_agg(pg_get_indexdef(i.oid, k, true) ORDER BY k)
                        FROM generate_series(1, x.indnkeyatts) AS k) AS columns
                     , (SELECT array_agg(a.attnum || '=' || a.attstattarget ORDER BY a.attnum) FROM pg_attribute a
                        WHERE a.attrelid = i.oid AND a.attstattarget >= 0) AS statistics
                FROM pg_index x
                JOIN pg_class i ON i.oid = x.indexrelid
                JOIN pg_class t ON t.oid = x.indrelid
                JOIN pg_namespace n ON n.oid = i.relnamespace
                JOIN pg_am am ON am.oid = i.relam
                WHERE t.relkind IN ('r', 'p', 'm')
                  AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.oid
                                  AND k.contype IN ('p', 'u', 'x'))
                  AND NOT EXISTS (SELECT 1 FROM pg_inherits h WHERE h.inhrelid = i.oid) AND\s""" + USER_SCHEMA + " AND " + notOfExtension("pg_class", "t.oid"), this::index);
    }

    private void index(ResultSet row) throws SQLException {
        ObjectKind onKind = row.getString("onkind").equals("m") ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.TABLE;
        String schema = row.getString("nspname");
        boolean unique = row.getBoolean("indisunique");
        boolean partitioned = row.getString("relkind").equals("I");
        String definition = row.getString("definition");
        if (partitioned) {
            // The server deparses the index of a partitioned table as ON ONLY (ruleutils.c, pg_get_indexdef_worker).
            String head = "CREATE " + (unique ? "UNIQUE " : "") + "INDEX " + row.getString("quoted") + " ON ";
            if (definition.startsWith(head + "ONLY ")) {
                definition = head + definition.substring(head.length() + "ONLY ".length());
            }
        }
        SortedMap<String, String> statistics = new TreeMap<>(options(row, "statistics"));
        reading.add(
                ObjectAddress.of("pg_class", row.getLong("oid")),
                new Index(
                        ObjectKey.of(ObjectKind.INDEX, schema, row.getString("relname")),
                        ObjectKey.of(onKind, schema, row.getString("onname")),
                        definition,
                        row.getString("amname"),
                        unique,
                        strings(row, "columns"),
                        optional(row, "predicate"),
                        Optional.empty(),
                        row.getBoolean("indisvalid"),
                        row.getBoolean("indisclustered"),
                        statistics));
    }
}
