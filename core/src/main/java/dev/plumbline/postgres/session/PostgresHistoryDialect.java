// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.session;

import dev.plumbline.migrate.HistoryDialect;
import dev.plumbline.migrate.HistoryLocation;
import dev.plumbline.postgres.sql.Sql;
import java.util.List;

/** The history as a PostgreSQL table. */
public final class PostgresHistoryDialect implements HistoryDialect {
    @Override
    public HistoryLocation defaultLocation() {
        return new HistoryLocation("public", HistoryLocation.TABLE);
    }

    @Override
    public String qualified(HistoryLocation location) {
        return Sql.name(location.schema()) + "." + Sql.name(location.table());
    }

    /** Nothing here is longer than a moment: the table is new, and nobody else knows it. */
    @Override
    public List<String> create(HistoryLocation location) {
        String table = qualified(location);
        return List.of(
                "CREATE TABLE " + table + " (rank bigint PRIMARY KEY,"
                        + " kind text NOT NULL CHECK (kind IN ('versioned', 'repeatable', 'baseline')),"
                        + " version text NOT NULL, name text NOT NULL, description text NOT NULL,"
                        + " applied_at timestamptz NOT NULL, applied_by text NOT NULL, duration_ms bigint NOT NULL,"
                        + " checksum text, status text NOT NULL CHECK (status IN ('applied', 'rolled_back', 'failed')),"
                        + " direction text NOT NULL CHECK (direction IN ('up', 'down')),"
                        + " statements_done integer NOT NULL, statements_total integer NOT NULL,"
                        + " statement_running integer NOT NULL CHECK (statement_running IN (0, 1)), down_script text)",
                "CREATE UNIQUE INDEX " + Sql.name(location.table() + "_in_place") + " ON " + table
                        + " (version, (kind = 'repeatable')) WHERE status <> 'rolled_back'",
                "COMMENT ON TABLE " + table + " IS 'The migrations of this database, kept by Plumbline'");
    }

    @Override
    public String exists(HistoryLocation location) {
        return "SELECT count(*) FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE n.nspname = " + Sql.literal(location.schema()) + " AND c.relname = "
                + Sql.literal(location.table());
    }

    @Override
    public String instantParameter() {
        return "CAST(? AS pg_catalog.timestamptz)";
    }

    @Override
    public String instantColumn(String column) {
        return "pg_catalog.to_char(" + column + " AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";
    }
}
