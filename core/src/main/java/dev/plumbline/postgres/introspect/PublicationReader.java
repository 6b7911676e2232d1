// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.introspect;

import static dev.plumbline.postgres.introspect.CatalogReading.notOfExtension;
import static dev.plumbline.postgres.introspect.CatalogReading.optional;
import static dev.plumbline.postgres.introspect.CatalogReading.strings;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Publication;
import dev.plumbline.catalog.PublishedTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads publications with their tables; row filters, column lists and schemas are known from 15 on. */
final class PublicationReader {
    private final CatalogReading reading;

    PublicationReader(CatalogReading reading) {
        this.reading = reading;
    }

    void read() throws SQLException {
        Map<Long, List<PublishedTable>> tables = tables();
        Map<Long, List<String>> schemas = schemas();
        String generated = reading.atLeast(18) ? "p.pubgencols::text" : "'n'";
        reading.rowsOf(
                "pg_publication",
                "SELECT p.oid, p.pubname, p.puballtables, p.pubinsert, p.pubupdate, p.pubdelete, p.pubtruncate,"
                        + " p.pubviaroot, " + generated + " AS generated FROM pg_publication p WHERE "
                        + notOfExtension("pg_publication", "p.oid"),
                row -> {
                    long oid = row.getLong("oid");
                    reading.add(
                            ObjectAddress.of("pg_publication", oid),
                            new Publication(
                                    ObjectKey.of(ObjectKind.PUBLICATION, row.getString("pubname")),
                                    row.getBoolean("puballtables"),
                                    tables.getOrDefault(oid, List.of()),
                                    schemas.getOrDefault(oid, List.of()),
                                    options(row)));
                });
        parts("pg_publication_rel", "prpubid");
        if (reading.atLeast(15)) {
            parts("pg_publication_namespace", "pnpubid");
        }
    }

    private static SortedMap<String, String> options(ResultSet row) throws SQLException {
        List<String> published = new ArrayList<>();
        for (String operation : List.of("insert", "update", "delete", "truncate")) {
            if (row.getBoolean("pub" + operation)) {
                published.add(operation);
            }
        }
        SortedMap<String, String> options = new TreeMap<>();
        options.put("publish", String.join(", ", published));
        if (row.getBoolean("pubviaroot")) {
            options.put("publish_via_partition_root", "true");
        }
        if (row.getString("generated").equals("s")) {
            options.put("publish_generated_columns", "stored");
        }
        return options;
    }

    private Map<Long, List<PublishedTable>> tables() throws SQLException {
        Map<Long, List<PublishedTable>> tables = new HashMap<>();
        String part = reading.atLeast(15) ? """
                pg_get_expr(r.prqual, r.prrelid) AS filter
                     , (SELECT array_agg(a.attname::text ORDER BY a.attname::text COLLATE "C") FROM pg_attribute a
                        WHERE a.attrelid = r.prrelid AND a.attnum = ANY (r.prattrs::int2[])) AS columns""" : "NULL::text AS filter, NULL::text[] AS columns";
        reading.rowsOf(
                "pg_publication",
                "SELECT r.prpubid, quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name, " + part
                        + " FROM pg_publication_rel r JOIN pg_class c ON c.oid = r.prrelid"
                        + " JOIN pg_namespace n ON n.oid = c.relnamespace ORDER BY n.nspname::text COLLATE \"C\", c.relname::text COLLATE \"C\"",
                row -> tables.computeIfAbsent(row.getLong("prpubid"), k -> new ArrayList<>())
                        .add(new PublishedTable(
                                row.getString("name"), strings(row, "columns"), optional(row, "filter"))));
        return tables;
    }

    private Map<Long, List<String>> schemas() throws SQLException {
        Map<Long, List<String>> schemas = new HashMap<>();
        if (reading.atLeast(15)) {
            reading.rowsOf(
                    "pg_publication",
                    "SELECT p.pnpubid, n.nspname FROM pg_publication_namespace p"
                            + " JOIN pg_namespace n ON n.oid = p.pnnspid ORDER BY n.nspname::text COLLATE \"C\"",
                    row -> schemas.computeIfAbsent(row.getLong("pnpubid"), k -> new ArrayList<>())
                            .add(row.getString("nspname")));
        }
        return schemas;
    }

    /** What a part of a publication depends on, the publication does. */
    private void parts(String catalog, String publication) throws SQLException {
        reading.rowsOf(
                "pg_publication", "SELECT x.oid, x." + publication + " AS publication FROM " + catalog + " x", row -> {
                    ObjectAddress part = ObjectAddress.of(catalog, row.getLong("oid"));
                    reading.key(ObjectAddress.of("pg_publication", row.getLong("publication")))
                            .ifPresent(key -> reading.alias(part, key));
                });
    }
}
