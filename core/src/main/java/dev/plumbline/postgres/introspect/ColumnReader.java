// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.introspect;

import static dev.plumbline.postgres.introspect.CatalogReading.USER_SCHEMA;
import static dev.plumbline.postgres.introspect.CatalogReading.notOfExtension;
import static dev.plumbline.postgres.introspect.CatalogReading.optional;
import static dev.plumbline.postgres.introspect.CatalogReading.optionalInt;
import static dev.plumbline.postgres.introspect.CatalogReading.options;
import static dev.plumbline.postgres.introspect.CatalogReading.strings;

import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnDefault;
import dev.plumbline.catalog.ColumnSettings;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SequenceOptions;
import dev.plumbline.postgres.sql.AutomaticNames;
import dev.plumbline.postgres.trash.TrashStatements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the columns of tables and their defaults. */
final class ColumnReader {
    /** The columns of {@code pg_attribute a} and {@code pg_type t} that {@link #settings} reads. */
    static final String SETTINGS = "CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END AS storage,"
            + " NULLIF(a.attcompression::text, '') AS compression, NULLIF(a.attstattarget, -1)::int AS target,"
            + " a.attoptions, a.attfdwoptions";

    private static final ColumnValue GIVEN = new ColumnValue.Given();

    private final CatalogReading reading;

    ColumnReader(CatalogReading reading) {
        this.reading = reading;
    }

    void read() throws SQLException {
        Map<ObjectAddress, OwnSequence> sequences = identitySequences();
        reading.rows(query(), row -> column(row, sequences));
    }

    /**
     * The query for all columns, in order: what a join leaves as it comes would lie scattered in memory, and whoever goes through the
     * catalog later, first of all its own sort, would wait for the memory at each.
     */
    String query() {
        return """
                SELECT a.attrelid, a.attname, a.attnum, a.attnotnull
                     , format_type(a.atttypid, a.atttypmod) AS type
                     , CASE WHEN a.attcollation <> t.typcollation
                       THEN (SELECT quote_ident(cn.nspname) || '.' || quote_ident(co.collname)
                             FROM pg_collation co JOIN pg_namespace cn ON cn.oid = co.collnamespace
                             WHERE co.oid = a.attcollation) END AS collation
                     , a.attidentity, a.attgenerated, d.oid AS defaultoid
                     , pg_get_expr(d.adbin, d.adrelid) AS expression
                     , (a.attinhcount > 0 AND (NOT a.attislocal OR c.relispartition)) AS inherited
                     ,"""
                + " " + SETTINGS + ", " + notNullColumns() + """

                FROM pg_attribute a
                JOIN pg_class c ON c.oid = a.attrelid
                JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_type t ON t.oid = a.atttypid
                LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                """
                + notNullJoin() + """

                WHERE c.relkind IN ('r', 'p', 'f') AND a.attnum > 0 AND NOT a.attisdropped
                      AND NOT starts_with(a.attname::text, '""" + TrashStatements.PLACE + "') AND " + USER_SCHEMA + " AND "
                + notOfExtension("pg_class", "c.oid") + " ORDER BY n.nspname, c.relname, a.attname";
    }

    /** NOT NULL constraints have rows, and thus names, from 18 on: one for each column. */
    private String notNullColumns() {
        return reading.atLeast(18)
                ? """
                CASE WHEN k.conislocal AND k.coninhcount = 0
                      AND k.conname <> c.relname || '_' || a.attname || '_not_null' THEN k.conname END AS notnullname
                , CASE WHEN k.coninhcount > 0 THEN k.conname END AS impliednotnull
                , CASE WHEN (k.coninhcount = 0 AND k.connoinherit) OR NOT k.convalidated
                  THEN array_remove(ARRAY[CASE WHEN k.coninhcount = 0 AND k.connoinherit THEN 'NO INHERIT' END
                                        , CASE WHEN NOT k.convalidated THEN 'NOT VALID' END], NULL) END AS notnullwords"""
                : "NULL::text AS notnullname, NULL::text AS impliednotnull, NULL::text[] AS notnullwords";
    }

    private String notNullJoin() {
        return reading.atLeast(18)
                ? "LEFT JOIN pg_constraint k ON k.contype = 'n' AND k.conrelid = a.attrelid AND k.conkey[1] = a.attnum"
                : "";
    }

    /** The sequence behind an identity column. */
    private record OwnSequence(long oid, String name, SequenceOptions options, Optional<Boolean> unlogged) {}

    /** Returns them by column. They are few, and joining them would cost every column's row. */
    private Map<ObjectAddress, OwnSequence> identitySequences() throws SQLException {
        Map<ObjectAddress, OwnSequence> sequences = new HashMap<>();
        reading.rowsOf(
                "pg_sequence",
                "SELECT i.refobjid, i.refobjsubid, s.seqrelid, c.relname, c.relpersistence, t.relpersistence AS tablepersistence, "
                        + RelationReader.SEQUENCE_COLUMNS + """
                 FROM pg_sequence s
                JOIN pg_class c ON c.oid = s.seqrelid
                JOIN pg_depend i ON i.classid = 'pg_class'::regclass AND i.objid = s.seqrelid AND i.deptype = 'i'
                     AND i.refclassid = 'pg_class'::regclass AND i.refobjsubid > 0
                JOIN pg_class t ON t.oid = i.refobjid""",
                row -> sequences.put(
                        new ObjectAddress("pg_class", row.getLong("refobjid"), row.getInt("refobjsubid")),
                        new OwnSequence(
                                row.getLong("seqrelid"),
                                row.getString("relname"),
                                RelationReader.sequenceOptions(row),
                                unlogged(row))));
        return sequences;
    }

    /** Before 15 there is no sequence that is not logged. */
    private Optional<Boolean> unlogged(ResultSet row) throws SQLException {
        String persistence = row.getString("relpersistence");
        return reading.atLeast(15) && !persistence.equals(row.getString("tablepersistence"))
                ? Optional.of(persistence.equals("u"))
                : Optional.empty();
    }

    private void column(ResultSet row, Map<ObjectAddress, OwnSequence> sequences) throws SQLException {
        long relation = row.getLong("attrelid");
        int number = row.getInt("attnum");
        ObjectKey table = reading.key(ObjectAddress.of("pg_class", relation)).orElseThrow();
        ObjectKey key = table.child(ObjectKind.COLUMN, row.getString("attname"));
        ObjectAddress place = new ObjectAddress("pg_class", relation, number);
        Optional<OwnSequence> sequence = Optional.ofNullable(sequences.get(place));
        Optional<String> expression = optional(row, "expression");
        String generated = row.getString("attgenerated");
        ColumnSettings settings = settings(row);
        reading.add(
                place,
                new Column(
                        key,
                        number,
                        table,
                        reading.shared(row.getString("type")),
                        optional(row, "collation"),
                        row.getBoolean("attnotnull"),
                        optional(row, "notnullname"),
                        generated.isEmpty()
                                ? identity(key, row.getString("attidentity"), sequence)
                                : new ColumnValue.Generated(expression.orElseThrow(), generated.equals("s")),
                        row.getBoolean("inherited"),
                        settings.storage(),
                        settings.compression(),
                        settings.statisticsTarget(),
                        settings.options(),
                        options(row, "attfdwoptions"),
                        strings(row, "notnullwords"),
                        optional(row, "impliednotnull")));
        if (expression.isPresent()) {
            ObjectAddress address = ObjectAddress.of("pg_attrdef", row.getLong("defaultoid"));
            if (generated.isEmpty()) {
                reading.add(
                        address,
                        new ColumnDefault(
                                new ObjectKey(ObjectKind.DEFAULT, key.path()), key, reading.shared(expression.get())));
            } else {
                reading.alias(address, key);
            }
        }
        sequence.ifPresent(own -> reading.part(
                ObjectAddress.of("pg_class", own.oid()),
                ObjectKey.of(ObjectKind.SEQUENCE, key.schema(), own.name()),
                key));
    }

    /** The identity column of a partition shares its parent's sequence (from 17 on) and has none of its own. */
    private static ColumnValue identity(ObjectKey column, String identity, Optional<OwnSequence> sequence) {
        if (identity.isEmpty() || sequence.isEmpty()) {
            return GIVEN;
        }
        OwnSequence own = sequence.get();
        String usual = AutomaticNames.sequence(column.path().get(1), column.name());
        return new ColumnValue.Identity(
                identity.equals("a"),
                own.options(),
                Optional.of(own.name()).filter(name -> !name.equals(usual)),
                own.unlogged());
    }

    static ColumnSettings settings(ResultSet row) throws SQLException {
        return new ColumnSettings(
                optional(row, "storage").map(ColumnReader::storage),
                optional(row, "compression").map(method -> method.equals("l") ? "lz4" : "pglz"),
                optionalInt(row, "target"),
                options(row, "attoptions"));
    }

    private static String storage(String code) {
        return switch (code) {
            case "p" -> "PLAIN";
            case "e" -> "EXTERNAL";
            case "m" -> "MAIN";
            default -> "EXTENDED";
        };
    }
}
