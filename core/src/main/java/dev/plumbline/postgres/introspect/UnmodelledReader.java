// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.introspect;

import static dev.plumbline.postgres.introspect.CatalogReading.USER_SCHEMA;
import static dev.plumbline.postgres.introspect.CatalogReading.notOfExtension;

import dev.plumbline.catalog.UnmodelledObject;
import java.sql.SQLException;

/** Names every object that is there and is not modelled yet, so that nothing is silently outside. */
final class UnmodelledReader {
    private final CatalogReading reading;

    UnmodelledReader(CatalogReading reading) {
        this.reading = reading;
    }

    void read() throws SQLException {
        inSchema(
                "base type",
                "pg_type",
                "x.typname",
                "x.typnamespace",
                "(x.typtype = 'b' OR NOT x.typisdefined) AND NOT EXISTS (SELECT 1 FROM pg_type el WHERE el.typarray = x.oid)");
        if (reading.isInhabited("pg_operator")) {
            inSchema("operator shell", "pg_operator", "x.oprname", "x.oprnamespace", "x.oprcode = 0");
        }
        named(
                "subscription",
                "SELECT s.subname::text AS name FROM pg_subscription s"
                        + " JOIN pg_database b ON b.oid = s.subdbid AND b.datname = current_database()");
        if (reading.isInhabited("pg_inherits")) {
            named(
                    "detachment that was begun and not ended",
                    "SELECT i.inhrelid::regclass || ' from ' || i.inhparent::regclass AS name FROM pg_inherits i"
                            + " JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhdetachpending AND c.relkind IN ('r', 'p', 'f')");
        }
        if (reading.isInhabited("pg_seclabel") || reading.isInhabited("pg_shseclabel")) {
            named(
                    "security label",
                    "SELECT l.provider || ' on ' || l.objtype || ' ' || l.objname AS name FROM pg_seclabels l");
        }
    }

    private void inSchema(String kind, String catalog, String name, String schema, String condition)
            throws SQLException {
        named(
                kind,
                "SELECT n.nspname || '.' || " + name + " AS name FROM " + catalog + " x JOIN pg_namespace n ON n.oid = "
                        + schema + " WHERE " + condition + " AND " + USER_SCHEMA + " AND "
                        + notOfExtension(catalog, "x.oid"));
    }

    private void named(String kind, String sql) throws SQLException {
        reading.rows(sql, row -> reading.builder().unmodelled(new UnmodelledObject(kind, row.getString("name"))));
    }
}
