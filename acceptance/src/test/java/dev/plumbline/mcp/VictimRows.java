// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mcp;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A row of a tenant in every table of the platform, whatever tables there are. Every identifier in it is the tenant's own,
 * so that all the rows belong together without anybody saying how.
 */
final class VictimRows {
    private static final String TABLES =
            "SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'mcp'::regnamespace AND c.relkind IN ('r', 'p')"
                    + " AND NOT c.relispartition ORDER BY 1";
    private static final String NEEDED =
            "SELECT a.attname, format_type(a.atttypid, NULL), COALESCE((SELECT e.enumlabel FROM pg_enum e WHERE e.enumtypid ="
                    + " a.atttypid ORDER BY e.enumsortorder LIMIT 1), '') FROM pg_attribute a WHERE a.attrelid = ?::regclass"
                    + " AND a.attnum > 0 AND NOT a.attisdropped AND a.attidentity = '' AND (format_type(a.atttypid, NULL) ="
                    + " 'uuid' OR a.attnotnull AND NOT a.atthasdef) ORDER BY a.attnum";

    /** What a check asks of a column, where the usual value of its type will not do. */
    private static final Map<String, String> SPECIAL = Map.ofEntries(
            Map.entry("task_dependencies.depends_on", "gen_random_uuid()"),
            Map.entry("api_keys.key_hash", "replace(gen_random_uuid() || '' || gen_random_uuid(), '-', '')"),
            Map.entry("webhook_configs.url", "'https://victim.example'"),
            Map.entry("tool_configurations.tool_type", "'rest'"),
            Map.entry("context_snapshots.items", "'[]'"),
            Map.entry("projection_matrices.matrix", "ARRAY['[1]'::public.vector]"),
            Map.entry("embedding_models.dimensions", "1536"),
            Map.entry("api_keys.parent_key_id", "NULL"),
            Map.entry("tasks.parent_task_id", "NULL"));

    private VictimRows() {}

    /** Returns all tables of the platform, without partitions. */
    static List<String> tables(Connection owner) throws SQLException {
        return Rows.of(owner, TABLES);
    }

    /** Puts one row into each table. Nothing of the database's own logic runs, so the rows are these and no others. */
    static void insert(Connection owner, UUID tenant) throws SQLException {
        Rows.run(owner, "SET session_replication_role = replica");
        for (String table : tables(owner)) {
            List<String> names = new ArrayList<>();
            List<String> values = new ArrayList<>();
            for (String row : Rows.of(owner, NEEDED, "mcp." + table)) {
                String[] column = row.split("\\|", -1);
                names.add('"' + column[0] + '"');
                values.add(SPECIAL.getOrDefault(table + "." + column[0], value(column[1], column[2], tenant)));
            }
            Rows.run(
                    owner,
                    "INSERT INTO mcp." + table + " (" + String.join(", ", names) + ") VALUES ("
                            + String.join(", ", values) + ") ON CONFLICT DO NOTHING");
        }
        Rows.run(owner, "RESET session_replication_role");
    }

    private static String value(String type, String label, UUID tenant) {
        return switch (type) {
            case "uuid" -> "'" + tenant + "'";
            case "jsonb" -> "'{}'";
            case "bytea" -> "'\\x00'";
            case "date", "timestamp with time zone" -> "now()";
            case "interval" -> "'1 hour'";
            case "boolean" -> "true";
            case "integer", "bigint", "numeric", "double precision", "real" -> "1";
            case "vector", "public.vector" -> "array_fill(1, ARRAY[1536])::public.vector";
            default -> label.isEmpty() ? "'victim'" : "'" + label + "'";
        };
    }

    /** Returns a digest of what a tenant has in each table. */
    static SortedMap<String, String> digest(Connection owner, UUID tenant) throws SQLException {
        SortedMap<String, String> digests = new TreeMap<>();
        for (String table : tables(owner)) {
            digests.put(
                    table,
                    Rows.one(
                            owner,
                            "SELECT count(*) || ' ' || md5(COALESCE(string_agg(t::text, ',' ORDER BY t::text), '')) FROM mcp."
                                    + table + " t WHERE t::text LIKE ?",
                            "%" + tenant + "%"));
        }
        return digests;
    }
}
