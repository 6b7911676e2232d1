// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.introspect;

import static dev.plumbline.postgres.introspect.CatalogReading.USER_SCHEMA;
import static dev.plumbline.postgres.introspect.CatalogReading.notOfExtension;
import static dev.plumbline.postgres.introspect.CatalogReading.optional;
import static dev.plumbline.postgres.introspect.CatalogReading.strings;

import dev.plumbline.catalog.Collation;
import dev.plumbline.catalog.CompositeType;
import dev.plumbline.catalog.DomainType;
import dev.plumbline.catalog.EnumType;
import dev.plumbline.catalog.Extension;
import dev.plumbline.catalog.NamedSchema;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.RangeType;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.TypedName;
import dev.plumbline.postgres.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads schemas, extensions, collations and types. */
final class TypeReader {
    private final CatalogReading reading;

    TypeReader(CatalogReading reading) {
        this.reading = reading;
    }

    void read() throws SQLException {
        schemas();
        extensions();
        collations();
        if (reading.isInhabited("pg_type")) {
            enums();
            domains();
            composites();
        }
        ranges();
    }

    private void schemas() throws SQLException {
        reading.rows(
                "SELECT n.oid, n.nspname FROM pg_namespace n WHERE " + USER_SCHEMA + " AND "
                        + notOfExtension("pg_namespace", "n.oid"),
                row -> reading.add(
                        ObjectAddress.of("pg_namespace", row.getLong("oid")),
                        new NamedSchema(ObjectKey.of(ObjectKind.SCHEMA, row.getString("nspname")))));
    }

    private void extensions() throws SQLException {
        reading.rows(
                """
                SELECT e.oid, e.extname, n.nspname, e.extversion
                FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace""",
                row -> reading.add(
                        ObjectAddress.of("pg_extension", row.getLong("oid")),
                        new Extension(
                                ObjectKey.of(ObjectKind.EXTENSION, row.getString("extname")),
                                row.getString("nspname"),
                                row.getString("extversion"))));
        reading.rows(
                """
                SELECT d.classid::regclass::text AS catalog, d.objid, e.extname
                FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid
                WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e'""",
                row -> reading.alias(
                        ObjectAddress.of(row.getString("catalog"), row.getLong("objid")),
                        ObjectKey.of(ObjectKind.EXTENSION, row.getString("extname"))));
    }

    private void collations() throws SQLException {
        String locale = reading.atLeast(17) ? "c.colllocale" : reading.atLeast(15) ? "c.colliculocale" : "NULL::text";
        String rules = reading.atLeast(16) ? "c.collicurules" : "NULL::text";
        reading.rowsOf(
                "pg_collation",
                "SELECT c.oid, n.nspname, c.collname, c.collprovider, c.collcollate, c.collctype, " + locale
                        + " AS locale, " + rules + " AS rules, c.collisdeterministic"
                        + " FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace WHERE " + USER_SCHEMA
                        + " AND " + notOfExtension("pg_collation", "c.oid"),
                this::collation);
    }

    private void collation(ResultSet row) throws SQLException {
        SortedMap<String, String> options = new TreeMap<>();
        String provider = row.getString("collprovider");
        options.put(
                "provider",
                switch (provider) {
                    case "c" -> "libc";
                    case "i" -> "icu";
                    case "b" -> "builtin";
                    default -> provider;
                });
        Optional<String> locale = optional(row, "locale");
        String collate = optional(row, "collcollate").orElse("");
        String ctype = optional(row, "collctype").orElse("");
        if (locale.isPresent()) {
            options.put("locale", Sql.literal(locale.get()));
        } else if (collate.equals(ctype)) {
            options.put("locale", Sql.literal(collate));
        } else {
            options.put("lc_collate", Sql.literal(collate));
            options.put("lc_ctype", Sql.literal(ctype));
        }
        optional(row, "rules").ifPresent(text -> options.put("rules", Sql.literal(text)));
        if (!row.getBoolean("collisdeterministic")) {
            options.put("deterministic", "false");
        }
        reading.add(
                ObjectAddress.of("pg_collation", row.getLong("oid")),
                new Collation(
                        ObjectKey.of(ObjectKind.COLLATION, row.getString("nspname"), row.getString("collname")),
                        options));
    }

    private void enums() throws SQLException {
        reading.rows(
                types("""
                        , (SELECT array_agg(e.enumlabel::text ORDER BY e.enumsortorder)
                           FROM pg_enum e WHERE e.enumtypid = t.oid) AS labels""", "t.typtype = 'e'"),
                row -> addType(row, new EnumType(key(row, ObjectKind.ENUM), strings(row, "labels"))));
    }

    private void domains() throws SQLException {
        reading.rows(
                types("""
                        , format_type(t.typbasetype, t.typtypmod) AS base
                        , (SELECT quote_ident(cn.nspname) || '.' || quote_ident(c.collname)
                           FROM pg_collation c JOIN pg_namespace cn ON cn.oid = c.collnamespace, pg_type b
                           WHERE c.oid = t.typcollation AND b.oid = t.typbasetype
                             AND b.typcollation <> t.typcollation) AS collation
                        , t.typnotnull, COALESCE(pg_get_expr(t.typdefaultbin, 0), t.typdefault) AS value""", "t.typtype = 'd'"),
                row -> addType(
                        row,
                        new DomainType(
                                key(row, ObjectKind.DOMAIN),
                                row.getString("base"),
                                optional(row, "collation"),
                                row.getBoolean("typnotnull"),
                                optional(row, "value"))));
    }

    private void composites() throws SQLException {
        SortedMap<Long, List<TypedName>> attributes = TypedNames.read(reading, "c.relkind = 'c'");
        reading.rows(
                types(
                        ", t.typrelid",
                        "t.typtype = 'c' AND EXISTS (SELECT 1 FROM pg_class c"
                                + " WHERE c.oid = t.typrelid AND c.relkind = 'c')"),
                row -> {
                    ObjectKey key = key(row, ObjectKind.COMPOSITE);
                    long relation = row.getLong("typrelid");
                    List<TypedName> own = attributes.getOrDefault(relation, new ArrayList<>());
                    addType(row, new CompositeType(key, own));
                    reading.alias(ObjectAddress.of("pg_class", relation), key);
                    for (int i = 0; i < own.size(); i++) {
                        reading.part(
                                new ObjectAddress("pg_class", relation, i + 1),
                                key.child(ObjectKind.COLUMN, own.get(i).name()),
                                key);
                    }
                });
    }

    private void ranges() throws SQLException {
        reading.rowsOf(
                "pg_range",
                types("""
                        , format_type(r.rngsubtype, NULL) AS subtype
                        , (SELECT quote_ident(on_.nspname) || '.' || quote_ident(o.opcname)
                           FROM pg_opclass o JOIN pg_namespace on_ ON on_.oid = o.opcnamespace
                           WHERE o.oid = r.rngsubopc AND NOT o.opcdefault) AS opclass
                        , (SELECT quote_ident(cn.nspname) || '.' || quote_ident(c.collname)
                           FROM pg_collation c JOIN pg_namespace cn ON cn.oid = c.collnamespace, pg_type b
                           WHERE c.oid = r.rngcollation AND b.oid = r.rngsubtype
                             AND b.typcollation <> r.rngcollation) AS collation
                        , NULLIF(r.rngcanonical::oid, 0)::regproc::text AS canonical
                        , NULLIF(r.rngsubdiff::oid, 0)::regproc::text AS diff
                        , r.rngmultitypid, r.rngmultitypid::regtype::text AS multirange
                        , (SELECT m.typarray FROM pg_type m WHERE m.oid = r.rngmultitypid) AS multiarray""", "t.typtype = 'r'")
                        .replace("FROM pg_type t", "FROM pg_type t JOIN pg_range r ON r.rngtypid = t.oid"),
                row -> {
                    SortedMap<String, String> options = new TreeMap<>();
                    options.put("subtype", row.getString("subtype"));
                    options.put("multirange_type_name", row.getString("multirange"));
                    putIfPresent(options, "subtype_opclass", optional(row, "opclass"));
                    putIfPresent(options, "collation", optional(row, "collation"));
                    putIfPresent(options, "canonical", optional(row, "canonical"));
                    putIfPresent(options, "subtype_diff", optional(row, "diff"));
                    ObjectKey key = key(row, ObjectKind.RANGE);
                    addType(row, new RangeType(key, options));
                    reading.alias(ObjectAddress.of("pg_type", row.getLong("rngmultitypid")), key);
                    reading.alias(ObjectAddress.of("pg_type", row.getLong("multiarray")), key);
                });
    }

    private static void putIfPresent(SortedMap<String, String> options, String name, Optional<String> value) {
        value.ifPresent(text -> options.put(name, text));
    }

    private static String types(String columns, String condition) {
        return "SELECT t.oid, t.typarray, n.nspname, t.typname" + columns
                + " FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE " + condition + " AND "
                + USER_SCHEMA + " AND " + notOfExtension("pg_type", "t.oid");
    }

    private static ObjectKey key(ResultSet row, ObjectKind kind) throws SQLException {
        return ObjectKey.of(kind, row.getString("nspname"), row.getString("typname"));
    }

    private void addType(ResultSet row, SchemaObject type) throws SQLException {
        reading.add(ObjectAddress.of("pg_type", row.getLong("oid")), type);
        reading.alias(ObjectAddress.of("pg_type", row.getLong("typarray")), type.key());
    }
}
