// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An index as the database keeps it, whoever asked for it: a CREATE INDEX, a key or unique rule, or the table itself.
 * Everything in it follows from objects of the catalog, so it is compared nowhere and part of no fingerprint; it says
 * what their texts leave to the database: collations, operator classes, directions, and the columns that SQLite puts
 * behind those of an index.
 *
 * @param on the table or materialized view
 * @param name the index's own name; for the order of a SQLite table by its rowid, {@code rowid}
 * @param object the {@link Index} or {@link Constraint} that it belongs to; absent where SQLite keeps a key's index by
 *     itself, and where the index is part of one of a partitioned table
 * @param origin what it exists for
 * @param method the access method, such as {@code btree}
 * @param uniqueness the rule that it enforces, absent where it enforces none
 * @param columns the key columns and expressions in order
 * @param tail what the database appends to the order by itself: the rowid or the primary key in SQLite, nothing in
 *     PostgreSQL
 * @param included the columns that are only stored in it
 * @param predicate the rows that are in it, absent for all
 * @param options its storage parameters as one text, empty where there are none
 * @param valid false for what a failed concurrent build left behind
 * @param pins why it must stay, whatever covers it, one sentence each without final stop; empty where nothing speaks
 *     against dropping it
 */
public record StoredIndex(
        ObjectKey on,
        String name,
        Optional<ObjectKey> object,
        Origin origin,
        String method,
        Optional<Uniqueness> uniqueness,
        List<Part> columns,
        List<Part> tail,
        List<String> included,
        Optional<String> predicate,
        String options,
        boolean valid,
        List<String> pins)
        implements Comparable<StoredIndex> {
    private static final Comparator<StoredIndex> BY_TABLE =
            Comparator.comparing(StoredIndex::on).thenComparing(StoredIndex::name);

    /** What an index exists for. */
    public enum Origin {
        /** A CREATE INDEX. */
        INDEX("index"),
        /** A primary key. */
        PRIMARY_KEY("primary key"),
        /** A unique constraint. */
        UNIQUE("unique constraint"),
        /** An exclusion constraint. */
        EXCLUSION("exclusion constraint"),
        /** The table, which is itself in the order of this key. */
        TABLE("order of the table itself");

        private final String label;

        Origin(String label) {
            this.label = label;
        }

        /** Returns the words for people. */
        public String label() {
            return label;
        }
    }

    /**
     * The rule that a unique index enforces.
     *
     * @param nullsDistinct whether rows with NULL never collide
     * @param immediate whether a row is checked when it is written; a deferrable rule is none that others can rely on
     */
    public record Uniqueness(boolean nullsDistinct, boolean immediate) {}

    /**
     * A key column.
     *
     * @param expression the column's name, quoted where it must be, or the expression as the database deparses it
     * @param collation as the database resolved it, empty where the type has none
     * @param operators the operator class with its parameters, empty where the engine knows none
     */
    public record Part(String expression, String collation, String operators, boolean descending, boolean nullsFirst) {
        /** Returns whether the other sorts the same values by the same rule, in this direction or the other. */
        public boolean sortsAs(Part other) {
            return expression.equals(other.expression)
                    && collation.equals(other.collation)
                    && operators.equals(other.operators);
        }

        @Override
        public String toString() {
            return expression + (descending ? " DESC" : "");
        }
    }

    public StoredIndex {
        columns = List.copyOf(columns);
        tail = List.copyOf(tail);
        included = List.copyOf(included);
        pins = List.copyOf(pins);
    }

    /** Returns its columns for people: {@code (user_id, created_at DESC)}, with what is included and the predicate. */
    public String description() {
        return columns.stream().map(Part::toString).collect(Collectors.joining(", ", "(", ")"))
                + (included.isEmpty() ? "" : " including (" + String.join(", ", included) + ")")
                + predicate.map(rows -> " where " + rows).orElse("");
    }

    @Override
    public int compareTo(StoredIndex other) {
        return BY_TABLE.compare(this, other);
    }
}
