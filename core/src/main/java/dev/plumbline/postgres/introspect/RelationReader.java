// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.introspect;

import static dev.plumbline.postgres.introspect.CatalogReading.USER_SCHEMA;
import static dev.plumbline.postgres.introspect.CatalogReading.notOfExtension;
import static dev.plumbline.postgres.introspect.CatalogReading.optional;
import static dev.plumbline.postgres.introspect.CatalogReading.options;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.PartitionOf;
import dev.plumbline.catalog.Partitioning;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Sequence;
import dev.plumbline.catalog.SequenceOptions;
import dev.plumbline.catalog.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads tables without their columns, and sequences that are no identity columns'. */
final class RelationReader {
    private final CatalogReading reading;
    private final ImpliedReader impliedReader;

    RelationReader(CatalogReading reading, ImpliedReader impliedReader) {
        this.reading = reading;
        this.impliedReader = impliedReader;
    }

    void read(Map<Long, List<SchemaObject>> implied) throws SQLException {
        tables(implied);
        sequences();
    }

    private void tables(Map<Long, List<SchemaObject>> implied) throws SQLException {
        Map<Long, List<ObjectKey>> parents = parents();
        Map<Long, List<String>> merged = impliedReader.merged();
        Map<String, String> hashed = HashBounds.read(reading);
        reading.rows(
                """
                SELECT c.oid, n.nspname, c.relname, c.relpersistence, am.amname, ts.spcname, c.reloptions
                     , toast.reloptions AS toastoptions, c.reltype, ty.typarray
                     , CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS partkey
                     , c.relispartition, pg_get_expr(c.relpartbound, c.oid) AS bound
                     , CASE WHEN c.relispartition THEN pg_get_partition_constraintdef(c.oid) END AS partconstraint
                     , NULLIF(c.reloftype, 0)::regtype::text AS oftype
                     , c.relrowsecurity, c.relforcerowsecurity, c.relreplident
                     , (SELECT quote_ident(i.relname) FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
                        WHERE x.indrelid = c.oid AND x.indisreplident) AS identindex
                FROM pg_class c
                JOIN pg_namespace n ON n.oid = c.relnamespace
                LEFT JOIN pg_am am ON am.oid = c.relam
                LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace
                LEFT JOIN pg_class toast ON toast.oid = c.reltoastrelid
                LEFT JOIN pg_type ty ON ty.oid = c.reltype
                WHERE c.relkind IN ('r', 'p') AND\s""" + USER_SCHEMA + " AND " + notOfExtension("pg_class", "c.oid") + " ORDER BY n.nspname, c.relname",
                row -> table(row, parents, implied, merged, hashed));
    }

    /** Returns the tables that each inherits from, in order, by its OID. */
    Map<Long, List<ObjectKey>> parents() throws SQLException {
        Map<Long, List<ObjectKey>> parents = new HashMap<>();
        reading.rowsOf(
                "pg_inherits",
                """
                SELECT i.inhrelid, n.nspname, p.relname
                FROM pg_inherits i JOIN pg_class p ON p.oid = i.inhparent
                JOIN pg_namespace n ON n.oid = p.relnamespace
                WHERE p.relkind IN ('r', 'p')
                ORDER BY i.inhrelid, i.inhseqno""",
                row -> parents.computeIfAbsent(row.getLong("inhrelid"), k -> new ArrayList<>())
                        .add(ObjectKey.of(ObjectKind.TABLE, row.getString("nspname"), row.getString("relname"))));
        return parents;
    }

    private void table(
            ResultSet row,
            Map<Long, List<ObjectKey>> parents,
            Map<Long, List<SchemaObject>> implied,
            Map<Long, List<String>> merged,
            Map<String, String> hashed)
            throws SQLException {
        long oid = row.getLong("oid");
        ObjectKey key = ObjectKey.of(ObjectKind.TABLE, row.getString("nspname"), row.getString("relname"));
        boolean partition = row.getBoolean("relispartition");
        List<ObjectKey> above = parents.getOrDefault(oid, List.of());
        SortedMap<String, String> options = new TreeMap<>(options(row, "reloptions"));
        options(row, "toastoptions").forEach((name, value) -> options.put("toast." + name, value));
        reading.add(
                ObjectAddress.of("pg_class", oid),
                new Table(
                        key,
                        row.getString("relpersistence").equals("u"),
                        optional(row, "amname"),
                        optional(row, "spcname"),
                        options,
                        optional(row, "partkey").map(Partitioning::new),
                        partition
                                ? Optional.of(new PartitionOf(above.get(0), row.getString("bound")))
                                : Optional.empty(),
                        partition ? List.of() : above,
                        optional(row, "oftype"),
                        row.getBoolean("relrowsecurity"),
                        row.getBoolean("relforcerowsecurity"),
                        replicaIdentity(row),
                        implied.getOrDefault(oid, List.of()),
                        merged.getOrDefault(oid, List.of()),
                        optional(row, "partconstraint").map(text -> HashBounds.named(text, hashed))));
        reading.alias(ObjectAddress.of("pg_type", row.getLong("reltype")), key);
        reading.alias(ObjectAddress.of("pg_type", row.getLong("typarray")), key);
    }

    private static String replicaIdentity(ResultSet row) throws SQLException {
        return switch (row.getString("relreplident")) {
            case "f" -> "FULL";
            case "n" -> "NOTHING";
            case "i" ->
                optional(row, "identindex").map(name -> "USING INDEX " + name).orElse("DEFAULT");
            default -> "DEFAULT";
        };
    }

    private void sequences() throws SQLException {
        reading.rowsOf(
                "pg_sequence",
                """
                SELECT c.oid, n.nspname, c.relname, c.relpersistence,""" + " " + SEQUENCE_COLUMNS + """
                     , tn.nspname AS ownerschema, t.relname AS ownertable, a.attname AS ownercolumn
                FROM pg_sequence s
                JOIN pg_class c ON c.oid = s.seqrelid
                JOIN pg_namespace n ON n.oid = c.relnamespace
                LEFT JOIN pg_depend o ON o.classid = 'pg_class'::regclass AND o.objid = c.oid AND o.objsubid = 0
                     AND o.refclassid = 'pg_class'::regclass AND o.refobjsubid > 0 AND o.deptype IN ('a', 'i')
                LEFT JOIN pg_class t ON t.oid = o.refobjid
                LEFT JOIN pg_namespace tn ON tn.oid = t.relnamespace
                LEFT JOIN pg_attribute a ON a.attrelid = o.refobjid AND a.attnum = o.refobjsubid
                WHERE o.deptype IS DISTINCT FROM 'i' AND\s""" + USER_SCHEMA + " AND " + notOfExtension("pg_class", "c.oid"),
                row -> reading.add(
                        ObjectAddress.of("pg_class", row.getLong("oid")),
                        new Sequence(
                                ObjectKey.of(ObjectKind.SEQUENCE, row.getString("nspname"), row.getString("relname")),
                                sequenceOptions(row),
                                row.getString("relpersistence").equals("u"),
                                optional(row, "ownercolumn").isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(ObjectKey.of(
                                                ObjectKind.COLUMN,
                                                row.getString("ownerschema"),
                                                row.getString("ownertable"),
                                                row.getString("ownercolumn"))))));
    }

    /** The columns of {@code pg_sequence s} that {@link #sequenceOptions} reads. */
    static final String SEQUENCE_COLUMNS = "format_type(s.seqtypid, NULL) AS seqtype, s.seqstart, s.seqincrement,"
            + " s.seqmin, s.seqmax, s.seqcache, s.seqcycle";

    static SequenceOptions sequenceOptions(ResultSet row) throws SQLException {
        return new SequenceOptions(
                row.getString("seqtype"),
                row.getLong("seqstart"),
                row.getLong("seqincrement"),
                row.getLong("seqmin"),
                row.getLong("seqmax"),
                row.getLong("seqcache"),
                row.getBoolean("seqcycle"));
    }
}
