// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.introspect;

import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the constraints and indexes that a table has only because a parent has them: with {@code conparentid} or
 * inherited, or attached to an index of the parent. They are no objects of their own while the parent is there, and
 * become such when the table leaves it (PostgreSQL documentation, ALTER TABLE, DETACH PARTITION).
 *
 * <p>What is attached to an index that lacks parts, be it a key's, is an object of its own: that index says nothing of which partitions have
 * one, and none of them is made with it ({@code validatePartitionedIndex} in {@code tablecmds.c} says when it is complete).
 */
final class ImpliedReader {
    /** What a table has of its own, of {@code pg_constraint k}. */
    static final String OWN_CONSTRAINT = "k.conparentid = 0 AND k.coninhcount = 0";

    /** What a table has of its own, of {@code pg_class i}. */
    static final String OWN_INDEX = "NOT EXISTS (SELECT 1 FROM pg_inherits h WHERE h.inhrelid = i.oid)";

    /** A foreign key to a partitioned table has hidden ones to its partitions, on the same table. */
    private static final String IMPLIED_CONSTRAINT = "(k.coninhcount > 0 OR k.conparentid <> 0)"
            + " AND NOT EXISTS (SELECT 1 FROM pg_constraint pk WHERE pk.oid = k.conparentid AND pk.conrelid = k.conrelid)";

    /** Whether the index {@code px} of a partitioned table is not valid, and lacks the valid part of a partition. */
    private static final String INCOMPLETE = """
            NOT px.indisvalid
            AND (SELECT count(*) FROM pg_inherits part JOIN pg_index v ON v.indexrelid = part.inhrelid
                 WHERE part.inhparent = px.indexrelid AND v.indisvalid)
                < (SELECT count(*) FROM pg_inherits partition WHERE partition.inhparent = px.indrelid)""";

    /** The index that lacks parts, to which the index {@code i} is attached, as {@link IndexRows#attachedTo} reads it. */
    private static final String ATTACHED = attached("i.oid");

    /** The same for the index of the constraint {@code k}. */
    private static final String ATTACHED_KEY =
            "CASE WHEN k.contype IN ('p', 'u', 'x') THEN " + attached("k.conindid") + " END";

    /** Each part of a complete index by the indexes above it. */
    private static final String FAMILY = """
            WITH RECURSIVE part AS (
                SELECT h.inhrelid, h.inhparent FROM pg_inherits h JOIN pg_index px ON px.indexrelid = h.inhparent
                WHERE NOT (""" + INCOMPLETE + """
                )), family AS (
                SELECT h.inhrelid AS oid, h.inhparent AS root, 1 AS depth FROM part h
                UNION ALL
                SELECT f.oid, h.inhparent, f.depth + 1 FROM family f JOIN part h ON h.inhrelid = f.root)
            """;

    private final CatalogReading reading;

    ImpliedReader(CatalogReading reading) {
        this.reading = reading;
    }

    /**
     * Returns them by the OID of the table, each list in order of keys; what is attached to an index that lacks parts is
     * added to the catalog instead.
     */
    Map<Long, List<SchemaObject>> read() throws SQLException {
        Map<Long, List<SchemaObject>> implied = new HashMap<>();
        reading.rowsOf("pg_inherits", ConstraintRows.query(IMPLIED_CONSTRAINT, ATTACHED_KEY), row -> {
            Constraint constraint = ConstraintRows.constraint(row);
            if (constraint.attachedTo().isPresent()) {
                ConstraintRows.add(row, constraint, reading);
            } else {
                implied.computeIfAbsent(row.getLong("relation"), k -> new ArrayList<>())
                        .add(constraint);
            }
        });
        reading.rowsOf("pg_inherits", IndexRows.query("NOT " + OWN_INDEX, ATTACHED), row -> {
            Index index = IndexRows.index(row, reading);
            if (index.attachedTo().isPresent()) {
                reading.add(ObjectAddress.of("pg_class", row.getLong("oid")), index);
            } else {
                implied.computeIfAbsent(row.getLong("relation"), k -> new ArrayList<>())
                        .add(index);
            }
        });
        implied.values().forEach(list -> list.sort((one, other) -> one.key().compareTo(other.key())));
        return implied;
    }

    /** Returns the indexes that lack parts to which keys of partitions are attached that are those tables' own, by OID of the key. */
    Map<Long, ObjectKey> attachedKeys() throws SQLException {
        Map<Long, ObjectKey> attached = new HashMap<>();
        reading.rowsOf(
                "pg_inherits",
                "SELECT k.oid, " + ATTACHED_KEY + " AS attached FROM pg_constraint k WHERE " + OWN_CONSTRAINT
                        + " AND EXISTS (SELECT 1 FROM pg_inherits h WHERE h.inhrelid = k.conindid)",
                row -> {
                    long oid = row.getLong("oid");
                    IndexRows.attachedTo(row).ifPresent(whole -> attached.put(oid, whole));
                });
        return attached;
    }

    /** Returns the complete indexes of partitioned tables that took keys of partitions for their parts, by OID of the key. */
    Map<Long, ObjectKey> takenKeys() throws SQLException {
        Map<Long, ObjectKey> taken = new HashMap<>();
        reading.rowsOf(
                "pg_inherits",
                FAMILY + """
                SELECT DISTINCT ON (f.oid) k.oid, n.nspname, i.relname FROM family f
                JOIN pg_constraint k ON k.conindid = f.oid AND k.contype IN ('p', 'u', 'x')
                JOIN pg_class i ON i.oid = f.root JOIN pg_namespace n ON n.oid = i.relnamespace
                WHERE\s""" + OWN_CONSTRAINT + " ORDER BY f.oid, f.depth DESC",
                row -> taken.put(
                        row.getLong("oid"),
                        ObjectKey.of(ObjectKind.INDEX, row.getString("nspname"), row.getString("relname"))));
        return taken;
    }

    /** Returns the names of the checks that a table has for itself too, by its OID, in order. */
    Map<Long, List<String>> merged() throws SQLException {
        Map<Long, List<String>> merged = new HashMap<>();
        reading.rowsOf(
                "pg_inherits",
                """
                SELECT k.conrelid, k.conname FROM pg_constraint k
                WHERE k.contype = 'c' AND k.conislocal AND k.coninhcount > 0 ORDER BY k.conname COLLATE "C\"""",
                row -> merged.computeIfAbsent(row.getLong("conrelid"), k -> new ArrayList<>())
                        .add(row.getString("conname")));
        return merged;
    }

    /** Says whose part each of them is: of the object that the parent at the top has. */
    void parts() throws SQLException {
        reading.rowsOf("pg_inherits", FAMILY + """
                SELECT DISTINCT ON (f.oid) f.oid, f.root, n.nspname, i.relname FROM family f
                JOIN pg_class i ON i.oid = f.oid JOIN pg_namespace n ON n.oid = i.relnamespace
                ORDER BY f.oid, f.depth DESC""", row -> {
            var root = reading.key(ObjectAddress.of("pg_class", row.getLong("root")));
            if (root.isPresent()) {
                reading.implied(
                        ObjectAddress.of("pg_class", row.getLong("oid")),
                        ObjectKey.of(ObjectKind.INDEX, row.getString("nspname"), row.getString("relname")),
                        root.get());
            }
        });
    }

    private static String attached(String index) {
        return """
                    (SELECT ARRAY[wn.nspname::text, w.relname::text, wt.relname::text] FROM pg_inherits h
                 JOIN pg_index px ON px.indexrelid = h.inhparent
                 JOIN pg_class w ON w.oid = h.inhparent JOIN pg_namespace wn ON wn.oid = w.relnamespace
                 LEFT JOIN pg_constraint wk ON wk.conindid = w.oid AND wk.contype IN ('p', 'u', 'x')
                 LEFT JOIN pg_class wt ON wt.oid = wk.conrelid
                 WHERE h.inhrelid = %s AND\s""".formatted(index) + INCOMPLETE + ")";
    }
}
