// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an index is for, from its access method, its columns' types and the constraints of its table. */
public enum IndexPurpose {
    UNIQUENESS("uniqueness", "inserts of duplicates run"),
    FOREIGN_KEY("a foreign key", "deletes of referenced rows search"),
    VECTOR("vector similarity", "similarity searches run"),
    FULL_TEXT("full text", "text searches run"),
    TRIGRAM("LIKE and similarity of text", "searches in text run"),
    JSON("JSON containment", "searches in JSON run"),
    ARRAY("array containment", "searches in arrays run"),
    RANGE("overlap of ranges or places", "searches by overlap run"),
    BLOCK_RANGE("large tables in order of insertion", "searches by block range run"),
    PARTIAL("a subset of rows", "queries of a subset of rows run"),
    EXPRESSION("an expression", "queries by expression run"),
    LOOKUP("look-ups and order", "look-ups run");

    private final String label;
    private final String sentence;

    IndexPurpose(String label, String sentence) {
        this.label = label;
        this.sentence = sentence;
    }

    /** Returns what it serves, for people. */
    public String label() {
        return label;
    }

    /** Returns what suffers without it, to be followed by a place. */
    String sentence() {
        return sentence;
    }

    /** Returns what the index is for in that catalog. */
    public static IndexPurpose of(Index index, Catalog catalog) {
        if (index.unique()) {
            return UNIQUENESS;
        }
        String definition = index.definition().toLowerCase(Locale.ROOT);
        return switch (index.method()) {
            case "hnsw", "ivfflat" -> VECTOR;
            case "brin" -> BLOCK_RANGE;
            case "gin", "gist", "spgist" -> ofGeneralised(index, catalog, definition);
            default -> ofOrdered(index, catalog);
        };
    }

    private static IndexPurpose ofGeneralised(Index index, Catalog catalog, String definition) {
        String types = types(index, catalog);
        if (definition.contains("_trgm_ops")) {
            return TRIGRAM;
        }
        if (definition.contains("tsvector") || types.contains("tsvector")) {
            return FULL_TEXT;
        }
        if (definition.contains("jsonb") || types.contains("json")) {
            return JSON;
        }
        if (types.contains("[]")) {
            return ARRAY;
        }
        return index.method().equals("gin") ? EXPRESSION : RANGE;
    }

    private static IndexPurpose ofOrdered(Index index, Catalog catalog) {
        boolean servesForeignKey = catalog.children(index.on()).stream()
                .flatMap(child -> catalog.find(child, Constraint.class).stream())
                .filter(c -> c.type() == ConstraintType.FOREIGN_KEY)
                .anyMatch(c -> startsWith(index.columns(), c.columns()));
        if (servesForeignKey) {
            return FOREIGN_KEY;
        }
        if (index.predicate().isPresent()) {
            return PARTIAL;
        }
        return index.columns().stream().anyMatch(column -> column.contains("(")) ? EXPRESSION : LOOKUP;
    }

    private static boolean startsWith(List<String> columns, List<String> prefix) {
        return !prefix.isEmpty()
                && columns.size() >= prefix.size()
                && columns.subList(0, prefix.size()).equals(prefix);
    }

    private static String types(Index index, Catalog catalog) {
        StringBuilder types = new StringBuilder();
        for (String column : index.columns()) {
            Optional<Column> found = catalog.find(index.on().child(ObjectKind.COLUMN, column), Column.class);
            found.ifPresent(c -> types.append(c.type()).append(' '));
        }
        return types.toString();
    }
}
