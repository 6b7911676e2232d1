// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.observe;

import dev.plumbline.postgres.introspect.CatalogReading;
import dev.plumbline.postgres.sql.SqlTokens;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The tables and materialized views that a statement may lock, found without understanding it: those that any of its words
 * names or whose index one names, with the trees of partitions and the foreign keys around them. More than it locks is no
 * harm.
 */
final class GateRelations {
    /** What goes over the whole database or schema where it names no table. */
    private static final Set<String> SWEEPING = Set.of("vacuum", "reindex", "cluster", "analyze");

    private static final int MOST = 200;

    private static final String NAMED = """
            WITH RECURSIVE named AS (
                SELECT COALESCE(x.indrelid, c.oid) AS oid
                FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                LEFT JOIN pg_catalog.pg_index x ON x.indexrelid = c.oid
                WHERE c.relname = ANY (?) AND c.relkind IN ('r', 'p', 'm', 'i', 'I') AND %1$s),
            family AS (
                SELECT oid FROM named
                UNION SELECT CASE WHEN i.inhrelid = f.oid THEN i.inhparent ELSE i.inhrelid END
                FROM family f JOIN pg_catalog.pg_inherits i ON f.oid IN (i.inhrelid, i.inhparent)),
            wanted AS (
                SELECT oid FROM family
                UNION SELECT k.confrelid FROM pg_catalog.pg_constraint k JOIN family f ON k.conrelid = f.oid
                WHERE k.contype = 'f'
                UNION SELECT k.conrelid FROM pg_catalog.pg_constraint k JOIN family f ON k.confrelid = f.oid
                WHERE k.contype = 'f')
            """.formatted(CatalogReading.USER_SCHEMA);

    private static final String ALL = """
            WITH wanted AS (
                SELECT c.oid FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE %1$s AND c.relkind IN ('r', 'p', 'm') AND (n.nspname = ANY (?) OR NOT EXISTS (
                    SELECT FROM pg_catalog.pg_namespace AS n WHERE n.nspname = ANY (?) AND %1$s)))
            """.formatted(CatalogReading.USER_SCHEMA);

    private static final String ROWS = """
            SELECT pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname), c.relkind, c.oid
            FROM wanted w JOIN pg_catalog.pg_class c ON c.oid = w.oid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'm') ORDER BY 1 LIMIT
            """ + (MOST + 1);

    /** One of them, by its name as SQL has it, and its object identifier. */
    record Relation(String name, boolean isTable, long oid) {}

    private GateRelations() {}

    /**
     * Returns them, in the order of their names.
     *
     * @param words what {@link SqlTokens#words} found in the statement
     */
    static List<Relation> of(Connection connection, List<String> words) throws SQLException {
        SortedSet<String> names = new TreeSet<>(words);
        List<Relation> named = query(connection, NAMED + ROWS, names, 1);
        return named.isEmpty() && sweeps(words) ? query(connection, ALL + ROWS, names, 2) : named;
    }

    /** Returns whether a statement goes over all tables of a schema or the database where it names none. */
    static boolean sweeps(List<String> words) {
        return !words.isEmpty() && SWEEPING.contains(words.getFirst());
    }

    /** Returns whether these are more than can be watched at once. */
    static boolean areTooMany(List<Relation> relations) {
        return relations.size() > MOST;
    }

    private static List<Relation> query(Connection connection, String sql, SortedSet<String> names, int parameters)
            throws SQLException {
        List<Relation> relations = new ArrayList<>();
        Array array = connection.createArrayOf("text", names.toArray());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 1; i <= parameters; i++) {
                statement.setArray(i, array);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    relations.add(
                            new Relation(rows.getString(1), !rows.getString(2).equals("m"), rows.getLong(3)));
                }
            }
        } finally {
            array.free();
        }
        return relations;
    }
}
