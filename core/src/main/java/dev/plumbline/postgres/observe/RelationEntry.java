// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.observe;

import java.util.Set;

/**
 * A relation as the server's books have it at one moment.
 *
 * @param name with its schema
 * @param kind its {@code relkind}
 * @param file its {@code relfilenode}; 0 where it has none
 * @param table of an index, the object identifier of its table; else 0
 * @param scans how often it was read from end to end, since some begin
 */
record RelationEntry(long oid, String name, String kind, long file, long table, long scans) {
    private static final Set<String> TABLES = Set.of("r", "p", "m");
    private static final Set<String> INDEXES = Set.of("i", "I");
    private static final String SEQUENCE = "S";

    boolean isTable() {
        return TABLES.contains(kind);
    }

    boolean isIndex() {
        return INDEXES.contains(kind);
    }

    boolean isSequence() {
        return kind.equals(SEQUENCE);
    }

    RelationEntry scanned(long times) {
        return new RelationEntry(oid, name, kind, file, table, times);
    }
}
