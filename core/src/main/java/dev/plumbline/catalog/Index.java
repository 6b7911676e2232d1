// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * An index that no constraint owns.
 *
 * @param on the table or materialized view
 * @param definition the CREATE INDEX statement as the database deparses or keeps it, in normal form; on PostgreSQL
 *     without WITH and TABLESPACE
 * @param method the access method, such as {@code btree} or {@code gin}
 * @param columns the key columns and expressions in order, as text
 * @param attachedTo the index of the partitioned table that this one is attached to while that lacks parts of other
 *     partitions
 * @param taken the index of the partitioned table that it is a part of, where that is complete
 * @param valid false for what a failed concurrent build left behind, and for the index of a partitioned table that lacks parts
 * @param statistics statistics targets of expression columns, by column number
 * @param options storage parameters
 * @param tablespace where it stands, when not in the default
 * @param statement the statement as it was written, where the database keeps it (SQLite); else empty
 */
public record Index(
        ObjectKey key,
        ObjectKey on,
        String definition,
        String method,
        boolean unique,
        List<String> columns,
        Optional<String> predicate,
        Optional<ObjectKey> attachedTo,
        @Informative Optional<Taken> taken,
        boolean valid,
        boolean clustered,
        SortedMap<String, String> statistics,
        SortedMap<String, String> options,
        Optional<String> tablespace,
        @Informative String statement)
        implements SchemaObject, Attachable {
    public Index {
        columns = List.copyOf(columns);
        statistics = Values.copy(statistics);
        options = Values.copy(options);
    }

    /** An index without storage parameters, of a database that deparses and does not keep the statement. */
    public Index(
            ObjectKey key,
            ObjectKey on,
            String definition,
            String method,
            boolean unique,
            List<String> columns,
            Optional<String> predicate,
            Optional<ObjectKey> attachedTo,
            boolean valid,
            boolean clustered,
            SortedMap<String, String> statistics) {
        this(
                key,
                on,
                definition,
                method,
                unique,
                columns,
                predicate,
                attachedTo,
                Optional.empty(),
                valid,
                clustered,
                statistics,
                Collections.emptySortedMap(),
                Optional.empty(),
                "");
    }

    /** Returns the same index as part of that of the partitioned table, which is complete. */
    public Index partOf(Optional<Taken> complete) {
        return with(complete, clustered, statistics, options, tablespace);
    }

    /** Returns the same index with other statistics targets, by column number. */
    public Index withStatistics(SortedMap<String, String> targets) {
        return with(taken, clustered, targets, options, tablespace);
    }

    /** Returns the same index with the settings that the server gives the part of that one which it makes by itself. */
    public Index like(Index whole) {
        return with(taken, false, Collections.emptySortedMap(), whole.options, whole.tablespace);
    }

    private Index with(
            Optional<Taken> newTaken,
            boolean newClustered,
            SortedMap<String, String> newStatistics,
            SortedMap<String, String> newOptions,
            Optional<String> newTablespace) {
        return new Index(
                key,
                on,
                definition,
                method,
                unique,
                columns,
                predicate,
                attachedTo,
                newTaken,
                valid,
                newClustered,
                newStatistics,
                newOptions,
                newTablespace,
                statement);
    }

    @Override
    public Optional<ObjectKey> parent() {
        return Optional.of(on);
    }
}
