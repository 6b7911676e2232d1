// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.BiPredicate;

/** Which field holds which column: by annotation, by the rule for names, then by letters alone; and who is left over. */
final class Pairing {
    private final Naming naming;
    private final SequencedMap<MappedField, ColumnShape> pairs = new LinkedHashMap<>();
    private final SequencedMap<MappedField, ColumnShape> takenTwice = new LinkedHashMap<>();
    private final SequencedSet<MappedField> byLetters = new LinkedHashSet<>();
    private final List<MappedField> fields;
    private final List<ColumnShape> columns;

    Pairing(List<MappedField> allFields, List<ColumnShape> allColumns, Naming naming) {
        this.naming = naming;
        this.fields = new ArrayList<>(allFields);
        this.columns = new ArrayList<>(allColumns);
        pair((field, column) -> field.column().filter(column.name()::equals).isPresent());
        pair((field, column) ->
                field.column().filter(column.name()::equalsIgnoreCase).isPresent());
        pair((field, column) -> field.column().isEmpty() && expected(field).equals(column.name()));
        pair((field, column) -> field.column().isEmpty() && expected(field).equalsIgnoreCase(column.name()));
        for (MappedField field : List.copyOf(fields)) {
            allColumns.stream()
                    .filter(column -> expected(field).equalsIgnoreCase(column.name()))
                    .findFirst()
                    .ifPresent(column -> {
                        takenTwice.put(field, column);
                        fields.remove(field);
                    });
        }
        pair((field, column) -> {
            boolean same = field.column().isEmpty()
                    && Lookalikes.letters(expected(field)).equals(Lookalikes.letters(column.name()));
            if (same) {
                byLetters.add(field);
            }
            return same;
        });
    }

    private void pair(BiPredicate<MappedField, ColumnShape> belong) {
        for (MappedField field : List.copyOf(fields)) {
            Optional<ColumnShape> found = columns.stream()
                    .filter(column -> belong.test(field, column))
                    .findFirst();
            if (found.isPresent()) {
                pairs.put(field, found.get());
                fields.remove(field);
                columns.remove(found.get());
            }
        }
    }

    /** Returns the column that a field names, or would have by the rule for names. */
    String expected(MappedField field) {
        return field.column().orElseGet(() -> field.prefix() + naming.column(field.simpleName()));
    }

    /** Returns what belongs together, in the order in which it was found. */
    SequencedMap<MappedField, ColumnShape> pairs() {
        return pairs;
    }

    /** Returns the fields whose column another field has already. */
    SequencedMap<MappedField, ColumnShape> takenTwice() {
        return takenTwice;
    }

    /** Returns whether only the letters of the two names agree. */
    boolean isByLetters(MappedField field) {
        return byLetters.contains(field);
    }

    /** Returns the fields without a column, in order. */
    List<MappedField> fields() {
        return fields;
    }

    /** Returns the columns without a field, in order. */
    List<ColumnShape> columns() {
        return columns;
    }

    /**
     * Returns which left-over column was probably meant by which left-over field: the most alike first, each once. Where
     * the names are very much alike, the types may differ.
     *
     * @param fits whether the field could hold the column's values
     */
    Map<MappedField, ColumnShape> probable(BiPredicate<MappedField, ColumnShape> fits) {
        record Candidate(MappedField field, ColumnShape column, double alike) {}
        List<Candidate> candidates = new ArrayList<>();
        for (MappedField field : fields) {
            for (ColumnShape column : columns) {
                double alike = Lookalikes.similarity(expected(field), column.name());
                if (alike >= Lookalikes.VERY_ALIKE || (alike >= Lookalikes.ALIKE && fits.test(field, column))) {
                    candidates.add(new Candidate(field, column, alike));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::alike).reversed());
        Map<MappedField, ColumnShape> probable = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            if (!probable.containsKey(candidate.field()) && !probable.containsValue(candidate.column())) {
                probable.put(candidate.field(), candidate.column());
            }
        }
        return probable;
    }
}
