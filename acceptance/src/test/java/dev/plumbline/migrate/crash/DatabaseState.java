// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.crash;

import dev.plumbline.Engines;
import dev.plumbline.OpenDatabase;
import dev.plumbline.Plumbline;
import dev.plumbline.execute.Lease;
import dev.plumbline.migrate.HistoryLocation;
import dev.plumbline.migrate.Revision;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.postgres.ServerScratchDatabases;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.SchemaSource;
import dev.plumbline.source.ScratchDatabases;
import dev.plumbline.sqlite.SqliteScratchDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All of a database that two runs of the same migrations must agree in.
 *
 * @param catalog the fingerprint of its schema
 * @param rows the rows of every table in order, by the table's name; owners and what must not be there among them
 * @param history what the history says, times and ranks left out
 */
record DatabaseState(String catalog, SortedMap<String, List<String>> rows, List<String> history) {
    /** Tables of a PostgreSQL database. */
    private static final String POSTGRES_TABLES =
            "SELECT pg_catalog.format('%I.%I', n.nspname, c.relname) FROM pg_class c"
                    + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p')"
                    + " AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";

    private static final String SQLITE_TABLES =
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";

    static DatabaseState of(DatabaseUrl url, MigrationSet set) throws SQLException, InterruptedException {
        boolean postgres = url.engineId().equals("postgres");
        SortedMap<String, List<String>> rows = new TreeMap<>();
        try (Connection connection = url.open();
                Statement statement = connection.createStatement()) {
            for (String table : query(statement, postgres ? POSTGRES_TABLES : SQLITE_TABLES)) {
                if (!table.endsWith(HistoryLocation.TABLE) && !table.endsWith("plumbline_lease")) {
                    rows.put(table, query(statement, "SELECT * FROM " + table));
                }
            }
            if (postgres) {
                rows.put(
                        "invalid indexes",
                        query(statement, "SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid"));
                rows.put(
                        "owners",
                        query(
                                statement,
                                "SELECT oid::regclass, relowner::regrole FROM pg_class WHERE relnamespace IN"
                                        + " ('public'::regnamespace, 'app'::regnamespace)"));
            } else {
                rows.put("integrity", query(statement, "PRAGMA integrity_check"));
                rows.put("settings", query(statement, "SELECT * FROM pragma_user_version, pragma_journal_mode"));
                rows.put("leases", leases(statement));
            }
        }
        var migrations = OpenDatabase.of(url).migrations(set);
        List<String> history = new ArrayList<>(
                migrations.history().stream().map(DatabaseState::line).sorted().toList());
        history.add("clean " + migrations.status().isClean());
        return new DatabaseState(catalog(url), rows, history);
    }

    /** Where nothing was left to do the next run takes no lock, and the lease of the dead ends by itself. */
    private static List<String> leases(Statement statement) throws SQLException, InterruptedException {
        String held = "SELECT name FROM plumbline_lease WHERE expires_at > (julianday('now') - 2440587.5) * 86400.0";
        long end = System.nanoTime() + Lease.LIFETIME.plusSeconds(2).toNanos();
        List<String> leases = query(statement, held);
        while (!leases.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(200);
            leases = query(statement, held);
        }
        return leases;
    }

    private static String line(Revision revision) {
        return revision.title() + " " + revision.status() + " " + revision.progress() + " " + revision.checksum();
    }

    private static String catalog(DatabaseUrl url) {
        // A live database is read where it is.
        try (ScratchDatabases unused =
                url.engineId().equals("postgres") ? new ServerScratchDatabases(url) : new SqliteScratchDatabases()) {
            return Plumbline.of(Engines.forUrl(url), unused)
                    .load(new SchemaSource.LiveDatabase(url))
                    .catalog()
                    .fingerprint()
                    .toString();
        }
    }

    static List<String> query(Statement statement, String sql) throws SQLException {
        try (ResultSet found = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                StringBuilder row = new StringBuilder(String.valueOf(found.getString(1)));
                for (int column = 2; column <= found.getMetaData().getColumnCount(); column++) {
                    row.append('|').append(found.getString(column));
                }
                rows.add(row.toString());
            }
            rows.sort(null);
            return rows;
        }
    }

    /** Returns where another state differs, a line each. */
    List<String> differences(DatabaseState other) {
        List<String> differences = new ArrayList<>();
        if (!catalog.equals(other.catalog)) {
            differences.add("another catalog");
        }
        if (!history.equals(other.history)) {
            differences.add("history " + other.history);
        }
        SortedMap<String, List<String>> all = new TreeMap<>(rows);
        all.putAll(other.rows);
        for (String table : all.keySet()) {
            List<String> here = rows.getOrDefault(table, List.of("no table"));
            List<String> there = new ArrayList<>(other.rows.getOrDefault(table, List.of("no table")));
            if (!here.equals(there)) {
                there.removeAll(here);
                differences.add(table + ": " + there.stream().limit(5).toList());
            }
        }
        return differences;
    }
}
