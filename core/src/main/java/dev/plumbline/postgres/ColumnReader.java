// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static dev.plumbline.postgres.CatalogReading.USER_SCHEMA;
import static dev.plumbline.postgres.CatalogReading.notOfExtension;
import static dev.plumbline.postgres.CatalogReading.optional;
import static dev.plumbline.postgres.CatalogReading.optionalInt;
import static dev.plumbline.postgres.CatalogReading.options;
import static dev.plumbline.postgres.CatalogReading.strings;

import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnDefault;
import dev.plumbline.catalog.ColumnSettings;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Reads the columns of tables and their defaults. */
final class ColumnReader {
    /** The columns of {@code pg_attribute a} and {@code pg_type t} that {@link #settings} reads. */
    static final String SETTINGS = "CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END AS storage,"
            + " NULLIF(a.attcompression::text, '') AS compression, NULLIF(a.attstattarget, -1)::int AS target,"
            + " a.attoptions, a.attfdwoptions";

    private final CatalogReading reading;

    ColumnReader(CatalogReading reading) {
        this.reading = reading;
    }

    void read() throws SQLException {
        // NOT NULL constraints have rows, and thus names, from 18 on.
        String notNullName = reading.atLeast(18) ? """
                (SELECT k.conname FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'n'
                   AND k.conkey = ARRAY[a.attnum] AND k.conname <> c.relname || '_' || a.attname || '_not_null'
                   AND k.conislocal AND k.coninhcount = 0)""" : "NULL::text";
        String impliedNotNull = reading.atLeast(18) ? """
                (SELECT k.conname FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'n'
                   AND k.conkey = ARRAY[a.attnum] AND k.coninhcount > 0)""" : "NULL::text";
        String notNullWords = reading.atLeast(18) ? """
                (SELECT array_remove(ARRAY[CASE WHEN k.connoinherit THEN 'NO INHERIT' END
                                         , CASE WHEN NOT k.convalidated THEN 'NOT VALID' END], NULL)
                 FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'n'
                   AND k.conkey = ARRAY[a.attnum] AND k.coninhcount = 0)""" : "NULL::text[]";
        reading.rows(
                """
                SELECT c.oid, n.nspname, c.relname, a.attname, a.attnum, a.attnotnull
                     , format_type(a.atttypid, a.atttypmod) AS type
                     , (SELECT quote_ident(cn.nspname) || '.' || quote_ident(co.collname)
                        FROM pg_collation co JOIN pg_namespace cn ON cn.oid = co.collnamespace
                        WHERE co.oid = a.attcollation AND a.attcollation <> t.typcollation) AS collation
                     , c.relkind, a.attidentity, a.attgenerated, d.oid AS defaultoid
                     , pg_get_expr(d.adbin, d.adrelid) AS expression
                     , (a.attinhcount > 0 AND (NOT a.attislocal OR c.relispartition)) AS inherited
                     ,"""
                        + " " + SETTINGS + """

                     , s.seqrelid, sc.relname AS seqname,"""
                        + " " + RelationReader.SEQUENCE_COLUMNS + ", " + notNullName + " AS notnullname, "
                        + notNullWords
                        + " AS notnullwords, " + impliedNotNull + " AS impliednotnull"
                        + """

                FROM pg_attribute a
                JOIN pg_class c ON c.oid = a.attrelid
                JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_type t ON t.oid = a.atttypid
                LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                LEFT JOIN pg_depend i ON a.attidentity <> '' AND i.refclassid = 'pg_class'::regclass
                     AND i.refobjid = c.oid AND i.refobjsubid = a.attnum AND i.deptype = 'i'
                     AND i.classid = 'pg_class'::regclass
                LEFT JOIN pg_sequence s ON s.seqrelid = i.objid
                LEFT JOIN pg_class sc ON sc.oid = i.objid
                WHERE c.relkind IN ('r', 'p', 'f') AND a.attnum > 0 AND NOT a.attisdropped AND\s"""
                        + USER_SCHEMA + " AND " + notOfExtension("pg_class", "c.oid"),
                this::column);
    }

    private void column(ResultSet row) throws SQLException {
        long relation = row.getLong("oid");
        int number = row.getInt("attnum");
        ObjectKind kind = row.getString("relkind").equals("f") ? ObjectKind.FOREIGN_TABLE : ObjectKind.TABLE;
        ObjectKey table = ObjectKey.of(kind, row.getString("nspname"), row.getString("relname"));
        ObjectKey key = table.child(ObjectKind.COLUMN, row.getString("attname"));
        ColumnSettings settings = settings(row);
        reading.add(
                new ObjectAddress("pg_class", relation, number),
                new Column(
                        key,
                        number,
                        table,
                        row.getString("type"),
                        optional(row, "collation"),
                        row.getBoolean("attnotnull"),
                        optional(row, "notnullname"),
                        value(row),
                        row.getBoolean("inherited"),
                        settings.storage(),
                        settings.compression(),
                        settings.statisticsTarget(),
                        settings.options(),
                        options(row, "attfdwoptions"),
                        strings(row, "notnullwords"),
                        optional(row, "impliednotnull")));
        Optional<String> expression = optional(row, "expression");
        if (expression.isPresent()) {
            ObjectAddress address = ObjectAddress.of("pg_attrdef", row.getLong("defaultoid"));
            if (row.getString("attgenerated").isEmpty()) {
                reading.add(
                        address,
                        new ColumnDefault(new ObjectKey(ObjectKind.DEFAULT, key.path()), key, expression.get()));
            } else {
                reading.alias(address, key);
            }
        }
        long sequence = row.getLong("seqrelid");
        if (!row.wasNull()) {
            reading.part(
                    ObjectAddress.of("pg_class", sequence),
                    ObjectKey.of(ObjectKind.SEQUENCE, row.getString("nspname"), row.getString("seqname")),
                    key);
        }
    }

    private static ColumnValue value(ResultSet row) throws SQLException {
        String generated = row.getString("attgenerated");
        if (!generated.isEmpty()) {
            return new ColumnValue.Generated(row.getString("expression"), generated.equals("s"));
        }
        String identity = row.getString("attidentity");
        if (!identity.isEmpty()) {
            String usual = AutomaticNames.sequence(row.getString("relname"), row.getString("attname"));
            row.getLong("seqrelid");
            // The identity column of a partition shares its parent's sequence (from 17 on) and has no row here.
            return row.wasNull()
                    ? new ColumnValue.Given()
                    : new ColumnValue.Identity(
                            identity.equals("a"),
                            RelationReader.sequenceOptions(row),
                            optional(row, "seqname").filter(name -> !name.equals(usual)));
        }
        return new ColumnValue.Given();
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
