// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static dev.plumbline.postgres.CatalogReading.USER_SCHEMA;
import static dev.plumbline.postgres.CatalogReading.notOfExtension;

import dev.plumbline.catalog.UnmodelledObject;
import java.sql.SQLException;

/** Names every object that is there and is not modelled yet, so that nothing is silently outside. */
final class UnmodelledReader {
    private final CatalogReading reading;

    UnmodelledReader(CatalogReading reading) {
        this.reading = reading;
    }

    void read() throws SQLException {
        inSchema("foreign table", "pg_class", "x.relname", "x.relnamespace", "x.relkind = 'f'");
        inSchema(
                "base type",
                "pg_type",
                "x.typname",
                "x.typnamespace",
                "x.typtype = 'b' AND NOT EXISTS (SELECT 1 FROM pg_type el WHERE el.typarray = x.oid)");
        inSchema("operator", "pg_operator", "x.oprname", "x.oprnamespace", "true");
        inSchema("operator class", "pg_opclass", "x.opcname", "x.opcnamespace", "true");
        inSchema("operator family", "pg_opfamily", "x.opfname", "x.opfnamespace", "true");
        inSchema("conversion", "pg_conversion", "x.conname", "x.connamespace", "true");
        inSchema("text search configuration", "pg_ts_config", "x.cfgname", "x.cfgnamespace", "true");
        inSchema("text search dictionary", "pg_ts_dict", "x.dictname", "x.dictnamespace", "true");
        inSchema("text search parser", "pg_ts_parser", "x.prsname", "x.prsnamespace", "true");
        inSchema("text search template", "pg_ts_template", "x.tmplname", "x.tmplnamespace", "true");
        inDatabase("publication", "pg_publication", "x.pubname::text");
        inDatabase("foreign-data wrapper", "pg_foreign_data_wrapper", "x.fdwname::text");
        inDatabase("server", "pg_foreign_server", "x.srvname::text");
        inDatabase("language", "pg_language", "x.lanname::text");
        inDatabase("access method", "pg_am", "x.amname::text");
        // The cast from a range to its multirange comes with the range type.
        inDatabase(
                "cast",
                "pg_cast",
                "format_type(x.castsource, NULL) || ' as ' || format_type(x.casttarget, NULL)",
                "NOT EXISTS (SELECT 1 FROM pg_depend own WHERE own.classid = 'pg_cast'::regclass AND own.objid = x.oid"
                        + " AND own.deptype = 'i')");
        inDatabase("transform", "pg_transform", "format_type(x.trftype, NULL)");
        named("user mapping", "SELECT m.srvname || ' for ' || m.usename AS name FROM pg_user_mappings m");
        named(
                "subscription",
                "SELECT s.subname::text AS name FROM pg_subscription s"
                        + " JOIN pg_database b ON b.oid = s.subdbid AND b.datname = current_database()");
        named(
                "security label",
                "SELECT l.provider || ' on ' || l.objtype || ' ' || l.objname AS name FROM pg_seclabels l");
    }

    private void inSchema(String kind, String catalog, String name, String schema, String condition)
            throws SQLException {
        named(
                kind,
                "SELECT n.nspname || '.' || " + name + " AS name FROM " + catalog + " x JOIN pg_namespace n ON n.oid = "
                        + schema + " WHERE " + condition + " AND " + USER_SCHEMA + " AND "
                        + notOfExtension(catalog, "x.oid"));
    }

    private void inDatabase(String kind, String catalog, String name) throws SQLException {
        inDatabase(kind, catalog, name, "true");
    }

    private void inDatabase(String kind, String catalog, String name, String condition) throws SQLException {
        named(
                kind,
                "SELECT " + name + " AS name FROM " + catalog + " x WHERE x.oid >= 16384 AND " + condition + " AND "
                        + notOfExtension(catalog, "x.oid"));
    }

    private void named(String kind, String sql) throws SQLException {
        reading.rows(sql, row -> reading.builder().unmodelled(new UnmodelledObject(kind, row.getString("name"))));
    }
}
