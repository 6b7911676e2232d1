// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.introspect;

import dev.plumbline.catalog.ExtensionTypes;
import dev.plumbline.catalog.ExtensionTypes.MemberCast;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the casts, string types and domains of extensions. */
final class ExtensionTypeReader {
    private final CatalogReading reading;
    private final List<MemberCast> casts = new ArrayList<>();
    private final List<String> strings = new ArrayList<>();
    private final SortedMap<String, String> domains = new TreeMap<>();

    ExtensionTypeReader(CatalogReading reading) {
        this.reading = reading;
    }

    /** Reads them; the members of extensions are known by now. */
    void read() throws SQLException {
        reading.rowsOf("pg_cast", """
                SELECT c.oid, c.castsource, c.casttarget
                     , format_type(c.castsource, NULL) AS source, format_type(c.casttarget, NULL) AS target
                FROM pg_cast c WHERE c.oid >= 16384""", row -> {
            Optional<ObjectKey> extension = extension("pg_cast", row.getLong("oid"));
            if (extension.isPresent()) {
                casts.add(new MemberCast(
                        extension.get(),
                        reading.shared(row.getString("source")),
                        reading.shared(row.getString("target")),
                        extension.equals(extension("pg_type", row.getLong("castsource")))
                                || extension.equals(extension("pg_type", row.getLong("casttarget")))));
            }
        });
        // A string type without any cast converts by way of text as it would by itself, so that one need not be known.
        if (reading.isInhabited("pg_cast") || reading.isInhabited("pg_type")) {
            reading.rows("""
                    SELECT t.oid, t.typtype, format_type(t.oid, NULL) AS name
                         , format_type(t.typbasetype, t.typtypmod) AS base
                    FROM pg_type t
                    WHERE t.oid >= 16384 AND (t.typtype = 'd' OR t.typtype = 'b' AND t.typcategory = 'S')""", row -> {
                if (extension("pg_type", row.getLong("oid")).isPresent()) {
                    if (row.getString("typtype").equals("d")) {
                        domains.put(row.getString("name"), row.getString("base"));
                    } else {
                        strings.add(row.getString("name"));
                    }
                }
            });
        }
        if (!casts.isEmpty() || !strings.isEmpty() || !domains.isEmpty()) {
            reading.builder().extensionTypes(new ExtensionTypes(casts, strings, domains));
        }
    }

    private Optional<ObjectKey> extension(String catalog, long oid) {
        return reading.key(ObjectAddress.of(catalog, oid)).filter(key -> key.kind() == ObjectKind.EXTENSION);
    }
}
