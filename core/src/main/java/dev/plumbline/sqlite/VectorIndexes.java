// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.sqlite.SchemaReading.Entry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * libSQL's vector indexes: indexes over the expression {@code libsql_vector_idx(column, …)}, whose rows are kept in an
 * ordinary table {@code <index>_shadow} and whose settings in {@code libsql_vector_meta_shadow} (libSQL,
 * {@code libsql-sqlite3/src/vectorIndex.c}). SQLite's list of tables does not call them shadow tables.
 */
final class VectorIndexes {
    private static final String SETTINGS = "libsql_vector_meta_shadow";
    private static final String FUNCTION = "libsql_vector_idx";
    private static final String SUFFIX = "_shadow";

    private VectorIndexes() {}

    /** Returns the names of the tables that belong to vector indexes, as they are written. */
    static Set<String> shadows(List<Entry> entries) {
        Set<String> indexes = new HashSet<>();
        for (Entry entry : entries) {
            if (entry.type().equals("index") && isVector(entry.sql())) {
                indexes.add(SqliteNames.fold(entry.name()) + SUFFIX);
            }
        }
        Set<String> shadows = new HashSet<>();
        for (Entry entry : entries) {
            String name = SqliteNames.fold(entry.name());
            if (entry.type().equals("table") && (name.equals(SETTINGS) || indexes.contains(name))) {
                shadows.add(entry.name());
            }
        }
        return shadows;
    }

    /** Returns whether the statement makes a vector index. */
    static boolean isVector(String sql) {
        return SqliteLexer.tokens(sql).stream().anyMatch(token -> token.is(FUNCTION));
    }
}
