// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.migrate.HistoryDialect;
import dev.plumbline.migrate.HistoryLocation;
import java.util.List;

/** The history as a SQLite table. Instants are texts in ISO 8601, which sort as they should. */
final class SqliteHistoryDialect implements HistoryDialect {
    @Override
    public HistoryLocation defaultLocation() {
        return new HistoryLocation("main", HistoryLocation.TABLE);
    }

    @Override
    public String qualified(HistoryLocation location) {
        return SqliteNames.quote(location.schema()) + "." + SqliteNames.quote(location.table());
    }

    @Override
    public List<String> create(HistoryLocation location) {
        return List.of(
                "CREATE TABLE " + qualified(location) + " (rank INTEGER PRIMARY KEY,"
                        + " kind TEXT NOT NULL CHECK (kind IN ('versioned', 'repeatable', 'baseline')),"
                        + " version TEXT NOT NULL, name TEXT NOT NULL, description TEXT NOT NULL,"
                        + " applied_at TEXT NOT NULL, applied_by TEXT NOT NULL, duration_ms INTEGER NOT NULL,"
                        + " checksum TEXT, status TEXT NOT NULL CHECK (status IN ('applied', 'rolled_back', 'failed')),"
                        + " direction TEXT NOT NULL CHECK (direction IN ('up', 'down')),"
                        + " statements_done INTEGER NOT NULL, statements_total INTEGER NOT NULL,"
                        + " statement_running INTEGER NOT NULL CHECK (statement_running IN (0, 1)), down_script TEXT)",
                // The schema of an index is that of its table, and is named before the index, not the table.
                "CREATE UNIQUE INDEX " + SqliteNames.quote(location.schema()) + "."
                        + SqliteNames.quote(location.table() + "_in_place") + " ON "
                        + SqliteNames.quote(location.table())
                        + " (version, kind = 'repeatable') WHERE status <> 'rolled_back'");
    }

    @Override
    public String exists(HistoryLocation location) {
        return "SELECT count(*) FROM " + SqliteNames.quote(location.schema())
                + ".sqlite_master WHERE type = 'table' AND name = " + SqliteNames.literal(location.table());
    }

    @Override
    public String instantParameter() {
        return "?";
    }

    @Override
    public String instantColumn(String column) {
        return column;
    }
}
