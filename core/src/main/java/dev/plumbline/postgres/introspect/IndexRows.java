// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.introspect;

import static dev.plumbline.postgres.introspect.CatalogReading.USER_SCHEMA;
import static dev.plumbline.postgres.introspect.CatalogReading.notOfExtension;
import static dev.plumbline.postgres.introspect.CatalogReading.optional;
import static dev.plumbline.postgres.introspect.CatalogReading.options;
import static dev.plumbline.postgres.introspect.CatalogReading.strings;

import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.postgres.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of {@code pg_index} that no constraint owns. */
final class IndexRows {
    /** How the server writes the storage parameters of a relation (ruleutils.c, flatten_reloptions). */
    static final String OPTIONS_TEXT = """
            (SELECT ' WITH (' || string_agg(quote_ident(split_part(o.item, '=', 1)) || '='
                 || CASE WHEN quote_ident(substr(o.item, strpos(o.item, '=') + 1)) = substr(o.item, strpos(o.item, '=') + 1)
                         THEN substr(o.item, strpos(o.item, '=') + 1)
                         ELSE quote_literal(substr(o.item, strpos(o.item, '=') + 1)) END, ', ' ORDER BY o.place) || ')'
             FROM unnest(%s.reloptions) WITH ORDINALITY AS o(item, place))""";

    /** What the keys of an index {@code x} are, in order, as the server writes them. */
    static final String KEYS = """
            (SELECT array_agg(pg_get_indexdef(x.indexrelid, k, true) ORDER BY k)
             FROM generate_series(1, x.indnkeyatts) AS k)""";

    /** Whether one of them is an expression. */
    static final String HAS_EXPRESSION = "0 = ANY (x.indkey::int2[])";

    private IndexRows() {}

    /** Returns the query for the indexes {@code x} of which a condition holds; all stand for themselves. */
    static String query(String condition) {
        return query(condition, "NULL::text[]");
    }

    /**
     * Returns the query for the indexes {@code x} of which a condition holds.
     *
     * @param attached the expression for what each is attached to, as {@link #attachedTo} reads it
     */
    static String query(String condition, String attached) {
        return """
                SELECT i.oid, n.nspname, i.relname, t.relname AS onname, t.relkind AS onkind, i.relkind, t.oid AS relation
                     , pg_get_indexdef(i.oid) AS definition, quote_ident(i.relname) AS quoted, am.amname
                     , x.indisunique, x.indisvalid, x.indisclustered, i.reloptions, ts.spcname
                     , pg_get_expr(x.indpred, x.indrelid) AS predicate
                     , x.indkey, x.indnkeyatts, targets.statistics,\s"""
                + attached + " AS attached, " + """
                     CASE WHEN t.relkind = 'm' OR t.relispartition OR\s"""
                + HAS_EXPRESSION + " THEN " + KEYS + " END AS keys, "
                + OPTIONS_TEXT.formatted("i") + " AS optionstext" + """

                FROM pg_index x
                JOIN pg_class i ON i.oid = x.indexrelid
                JOIN pg_class t ON t.oid = x.indrelid
                JOIN pg_namespace n ON n.oid = i.relnamespace
                JOIN pg_am am ON am.oid = i.relam
                LEFT JOIN pg_tablespace ts ON ts.oid = i.reltablespace
                LEFT JOIN (
                    SELECT a.attrelid, array_agg(a.attnum || '=' || a.attstattarget ORDER BY a.attnum) AS statistics
                    FROM pg_attribute a WHERE a.attnum > 0 AND a.attstattarget >= 0 GROUP BY a.attrelid) AS targets
                    ON targets.attrelid = i.oid
                WHERE t.relkind IN ('r', 'p', 'm')
                  AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.oid
                                  AND k.contype IN ('p', 'u', 'x')) AND\s""" + condition + " AND " + USER_SCHEMA
                + " AND " + notOfExtension("pg_class", "t.oid") + " ORDER BY n.nspname, i.relname";
    }

    static Index index(ResultSet row, CatalogReading reading) throws SQLException {
        ObjectKind onKind = row.getString("onkind").equals("m") ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.TABLE;
        String schema = row.getString("nspname");
        boolean unique = row.getBoolean("indisunique");
        String definition = without(row.getString("definition"), row.getString("optionstext"));
        if (row.getString("relkind").equals("I")) {
            // The server deparses the index of a partitioned table as ON ONLY (ruleutils.c, pg_get_indexdef_worker).
            String head = "CREATE " + (unique ? "UNIQUE " : "") + "INDEX " + row.getString("quoted") + " ON ";
            if (definition.startsWith(head + "ONLY ")) {
                definition = head + definition.substring(head.length() + "ONLY ".length());
            }
        }
        return new Index(
                ObjectKey.of(ObjectKind.INDEX, schema, row.getString("relname")),
                ObjectKey.of(onKind, schema, row.getString("onname")),
                definition,
                row.getString("amname"),
                unique,
                keys(row, reading),
                optional(row, "predicate"),
                attachedTo(row),
                Optional.empty(),
                row.getBoolean("indisvalid"),
                row.getBoolean("indisclustered"),
                new TreeMap<>(options(row, "statistics")),
                options(row, "reloptions"),
                optional(row, "spcname"),
                "");
    }

    /**
     * Returns what an index is attached to, from the column {@code attached}: an array of the schema and the name of an index,
     * and of the table whose constraint it belongs to, or null for an index that stands for itself.
     */
    static Optional<ObjectKey> attachedTo(ResultSet row) throws SQLException {
        List<String> attached = strings(row, "attached");
        if (attached.isEmpty()) {
            return Optional.empty();
        }
        String schema = attached.get(0);
        String name = attached.get(1);
        String table = attached.get(2);
        return Optional.of(
                table.isEmpty()
                        ? ObjectKey.of(ObjectKind.INDEX, schema, name)
                        : ObjectKey.of(ObjectKind.TABLE, schema, table).child(ObjectKind.CONSTRAINT, name));
    }

    /**
     * Returns the keys as the server writes them. For the plain columns of a plain table they are put together here, where
     * its columns are known by now: asking costs the server as much as the rest of the row.
     */
    private static List<String> keys(ResultSet row, CatalogReading reading) throws SQLException {
        List<String> written = strings(row, "keys");
        return written.isEmpty() ? columns(row, reading).subList(0, row.getInt("indnkeyatts")) : written;
    }

    /** Returns the names of all columns of an index, included ones too; empty text in the place of an expression. */
    static List<String> columns(ResultSet row, CatalogReading reading) throws SQLException {
        long table = row.getLong("relation");
        List<String> columns = new ArrayList<>();
        for (String number : row.getString("indkey").split(" ", -1)) {
            columns.add(
                    number.equals("0")
                            ? ""
                            : Sql.name(reading.key(new ObjectAddress("pg_class", table, Integer.parseInt(number)))
                                    .orElseThrow()
                                    .name()));
        }
        return columns;
    }

    /** Takes the storage parameters out of a definition; only a predicate may stand behind them. */
    static String without(String definition, @Nullable String options) {
        if (options == null) {
            return definition;
        }
        int at = definition.lastIndexOf(options);
        return at < 0 ? definition : definition.substring(0, at) + definition.substring(at + options.length());
    }
}
