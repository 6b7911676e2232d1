// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.introspect;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.Ownership;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads to whom what was read before it belongs. What follows another object (an index, a sequence of a column, the row
 * type of a table) is left out, and so is the schema {@code public} as {@code initdb} makes it: it belongs to
 * {@code pg_database_owner}, before 15 to the first role (PostgreSQL documentation, "Predefined Roles"; initdb.c).
 */
final class OwnerReader {
    private static final int FIRST_ROLE = 10;

    /** The catalogs whose objects have an owner of their own, each with the column that names it. */
    private static final List<List<String>> OWNED = List.of(
            List.of(
                    "pg_class",
                    "relowner",
                    "o.relkind IN ('r', 'p', 'v', 'm', 'f')"
                            + " OR o.relkind = 'S' AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass"
                            + " AND d.objid = o.oid AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i'))"),
            List.of("pg_proc", "proowner", "true"),
            List.of(
                    "pg_type",
                    "typowner",
                    "o.typtype IN ('e', 'd', 'r') OR o.typtype = 'c' AND EXISTS"
                            + " (SELECT 1 FROM pg_class c WHERE c.oid = o.typrelid AND c.relkind = 'c')"),
            List.of(
                    "pg_namespace",
                    "nspowner",
                    "o.nspname !~ '^pg_' AND o.nspname <> 'information_schema'"
                            + " AND NOT (o.nspname = 'public' AND (o.nspowner = " + FIRST_ROLE
                            + " OR o.nspowner = 'pg_database_owner'::regrole))"),
            List.of("pg_collation", "collowner", "true"),
            List.of("pg_conversion", "conowner", "true"),
            List.of("pg_operator", "oprowner", "true"),
            List.of("pg_opfamily", "opfowner", "true"),
            List.of("pg_opclass", "opcowner", "true"),
            List.of("pg_language", "lanowner", "true"),
            List.of("pg_ts_dict", "dictowner", "true"),
            List.of("pg_ts_config", "cfgowner", "true"),
            List.of("pg_statistic_ext", "stxowner", "true"),
            List.of("pg_publication", "pubowner", "true"),
            List.of("pg_event_trigger", "evtowner", "true"),
            List.of("pg_foreign_data_wrapper", "fdwowner", "true"),
            List.of("pg_foreign_server", "srvowner", "true"));

    private final CatalogReading reading;
    private final Map<ObjectKey, String> roles = new HashMap<>();

    OwnerReader(CatalogReading reading) {
        this.reading = reading;
    }

    void read() throws SQLException {
        reading.rows(query(), this::owner);
        reading.rows(
                "SELECT current_user::text AS reader",
                row -> reading.builder().ownership(Ownership.read(row.getString("reader"), roles)));
    }

    // What initdb made has OIDs below 16384 (access/transam.h, FirstNormalObjectId), the schema public among it.
    private String query() {
        return OWNED.stream()
                .filter(catalog -> !InhabitedCatalogs.knows(catalog.get(0)) || reading.isInhabited(catalog.get(0)))
                .map(catalog -> "SELECT '" + catalog.get(0) + "' AS catalog, o.oid, pg_get_userbyid(o." + catalog.get(1)
                        + ")::text AS role FROM " + catalog.get(0) + " o WHERE ("
                        + (catalog.get(0).equals("pg_namespace") ? "true" : "o.oid >= 16384") + ") AND ("
                        + catalog.get(2) + ")")
                .collect(Collectors.joining("\nUNION ALL "));
    }

    private void owner(ResultSet row) throws SQLException {
        ObjectAddress address = ObjectAddress.of(row.getString("catalog"), row.getLong("oid"));
        Optional<ObjectKey> key = reading.key(address).filter(reading.builder()::contains);
        if (key.isPresent() && !isMember(key.get())) {
            roles.put(key.get(), reading.shared(row.getString("role")));
        }
    }

    /** The members of an extension are reached through it, the type of a table's rows through the table. */
    private static boolean isMember(ObjectKey key) {
        return switch (key.kind()) {
            case EXTENSION, COLUMN, CONSTRAINT -> true;
            default -> false;
        };
    }
}
