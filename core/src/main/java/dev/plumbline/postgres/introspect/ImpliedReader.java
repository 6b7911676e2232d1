// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.introspect;

import static dev.plumbline.postgres.introspect.CatalogReading.optional;

import dev.plumbline.catalog.Attachable;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Taken;
import dev.plumbline.postgres.sql.AutomaticNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the constraints and indexes that a table has only because a parent has them: with {@code conparentid} or
 * inherited, or attached to an index of the parent. They are no objects of their own while the parent is there, and
 * become such when the table leaves it (PostgreSQL documentation, ALTER TABLE, DETACH PARTITION).
 *
 * <p>What is attached to an index that lacks parts, be it a key's, is an object of its own: that index says nothing of which partitions have
 * one, and none of them is made with it ({@code validatePartitionedIndex} in {@code tablecmds.c} says when it is complete). Of one that
 * is complete, those parts are objects of their own that have a name which the server does not choose by itself.
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

    private static final Pattern NUMBER = Pattern.compile("[0-9]+$");

    private final CatalogReading reading;

    /** What the parts of complete indexes are parts of, by OID of the index; read when first asked for. */
    private Optional<Map<Long, Taken>> taken = Optional.empty();

    ImpliedReader(CatalogReading reading) {
        this.reading = reading;
    }

    /**
     * Returns them by the OID of the table, each list in order of keys; what is attached to an index that lacks parts is
     * added to the catalog instead.
     */
    Map<Long, List<SchemaObject>> read() throws SQLException {
        Map<Long, List<SchemaObject>> implied = new HashMap<>();
        Map<Long, Taken> taken = taken();
        reading.rowsOf("pg_inherits", ConstraintRows.query(IMPLIED_CONSTRAINT, ATTACHED_KEY), row -> {
            Constraint read = ConstraintRows.constraint(row);
            Optional<Taken> by = read.type() == ConstraintType.FOREIGN_KEY
                    ? Optional.empty()
                    : Optional.ofNullable(taken.get(row.getLong("conindid")));
            Constraint constraint = read.partOf(read.attachedTo(), by);
            if (isOwn(constraint)) {
                ConstraintRows.add(row, constraint, reading);
            } else {
                implied.computeIfAbsent(row.getLong("relation"), k -> new ArrayList<>())
                        .add(constraint);
            }
        });
        reading.rowsOf("pg_inherits", IndexRows.query("NOT " + OWN_INDEX, ATTACHED), row -> {
            Index index = IndexRows.index(row, reading).partOf(Optional.ofNullable(taken.get(row.getLong("oid"))));
            if (isOwn(index)) {
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

    /**
     * What is attached to an index that lacks parts says which partitions have one, and a name that the server does not choose
     * was given; so were settings that it does not take from the whole.
     */
    private static boolean isOwn(Attachable part) {
        return part.attachedTo().isPresent()
                || part.taken().filter(taken -> taken.named() || !taken.alike()).isPresent();
    }

    /** Returns what the parts of complete indexes are parts of, by OID of the index; the keys that partitions have of their own among them. */
    Map<Long, Taken> taken() throws SQLException {
        if (taken.isEmpty()) {
            taken = Optional.of(readTaken());
        }
        return taken.get();
    }

    private Map<Long, Taken> readTaken() throws SQLException {
        Map<Long, Taken> found = new HashMap<>();
        reading.rowsOf("pg_inherits", FAMILY + """
                SELECT DISTINCT ON (f.oid) f.oid, ARRAY[n.nspname::text, i.relname::text, kt.relname::text] AS attached
                     , p.relname AS part, t.relname AS onname, k.contype
                     , (SELECT string_agg(a.attname, '_' ORDER BY a.attnum) FROM pg_attribute a
                        WHERE a.attrelid = f.root AND a.attnum > 0) AS columns
                     , (SELECT string_agg(COALESCE(c.attname, a.attname), '_' ORDER BY a.attnum) FROM pg_attribute a
                        LEFT JOIN pg_attribute c ON c.attrelid = x.indrelid AND c.attnum > 0 AND c.attnum = x.indkey[a.attnum - 1]
                        WHERE a.attrelid = f.oid AND a.attnum > 0) AS columnsnow
                     , p.reloptions IS NOT DISTINCT FROM i.reloptions AND p.reltablespace = i.reltablespace
                       AND NOT x.indisclustered
                       AND (k.oid IS NULL OR (k.condeferrable, k.condeferred) = (pk.condeferrable, pk.condeferred))
                       AND NOT EXISTS (SELECT 1 FROM pg_attribute a JOIN pg_attribute w ON w.attnum = a.attnum
                                       WHERE a.attrelid = f.oid AND w.attrelid = f.root
                                         AND a.attstattarget >= 0 AND a.attstattarget IS DISTINCT FROM w.attstattarget)
                       AND NOT EXISTS (SELECT 1 FROM pg_description d
                                       WHERE (d.classoid = 'pg_class'::regclass AND d.objoid = f.oid)
                                          OR (d.classoid = 'pg_constraint'::regclass AND d.objoid = pk.oid)) AS alike
                FROM family f
                JOIN pg_class i ON i.oid = f.root JOIN pg_namespace n ON n.oid = i.relnamespace
                JOIN pg_class p ON p.oid = f.oid
                JOIN pg_index x ON x.indexrelid = f.oid JOIN pg_class t ON t.oid = x.indrelid
                LEFT JOIN pg_constraint k ON k.conindid = f.root AND k.contype IN ('p', 'u', 'x')
                LEFT JOIN pg_class kt ON kt.oid = k.conrelid
                LEFT JOIN pg_constraint pk ON pk.conindid = f.oid AND pk.contype IN ('p', 'u', 'x')
                ORDER BY f.oid, f.depth DESC""", row -> found.put(row.getLong("oid"), taken(row)));
        return found;
    }

    private static Taken taken(ResultSet row) throws SQLException {
        String type = optional(row, "contype").orElse("");
        String word = switch (type) {
            case "p" -> "pkey";
            case "u" -> "key";
            case "x" -> "excl";
            default -> "idx";
        };
        String columns = type.equals("p") ? "" : row.getString("columns");
        String name = row.getString("part");
        String number = name.substring(NUMBER.matcher(name).replaceFirst("").length());
        String table = row.getString("onname");
        // An index keeps what its columns were called when it was made; one that is made today has their names of
        // today.
        boolean chosen = Stream.of(columns, type.equals("p") ? "" : row.getString("columnsnow"))
                .anyMatch(named -> Stream.of("", number)
                        .anyMatch(behind -> AutomaticNames.index(table, named, word + behind)
                                .equals(name)));
        return new Taken(IndexRows.attachedTo(row).orElseThrow(), columns, word, !chosen, row.getBoolean("alike"));
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

    /** Says whose part each of them is: of the object that the parent at the top has, but for those that are objects of their own. */
    void parts() throws SQLException {
        reading.rowsOf("pg_inherits", FAMILY + """
                SELECT DISTINCT ON (f.oid) f.oid, f.root, n.nspname, i.relname FROM family f
                JOIN pg_class i ON i.oid = f.oid JOIN pg_namespace n ON n.oid = i.relnamespace
                ORDER BY f.oid, f.depth DESC""", row -> {
            var root = reading.key(ObjectAddress.of("pg_class", row.getLong("root")));
            Optional<ObjectKey> own = reading.owner(ObjectAddress.of("pg_class", row.getLong("oid")));
            if (own.isPresent()) {
                reading.comesFirst(own.get());
            } else if (root.isPresent()) {
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
