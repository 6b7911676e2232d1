// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

import dev.plumbline.alignment.Misalignment.Named;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.error.PlumblineException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lays the types of an application beside the tables and views of a catalog. */
public final class Aligner {
    private final Catalog catalog;
    private final ColumnTypes types;
    private final ClassPath classes;

    /**
     * Creates an aligner.
     *
     * @param types what the catalog's engine knows of types
     * @param classes where the types of the application are found
     */
    public Aligner(Catalog catalog, ColumnTypes types, ClassPath classes) {
        this.catalog = catalog;
        this.types = types;
        this.classes = classes;
    }

    /**
     * Returns where they do not agree, for each entry of the mapping in order.
     *
     * @throws PlumblineException with {@code SOURCE_NOT_FOUND} for a class that is not found, {@code INVALID_FILE} for one
     *     that cannot be read, or {@code INVALID_ARGUMENT} for a name that several relations have
     */
    public Alignment align(AlignmentMapping mapping) {
        Relations relations = new Relations(catalog);
        List<Candidate> candidates = new ArrayList<>();
        Map<ObjectKey, Set<ColumnShape>> held = new HashMap<>();
        for (AlignmentMapping.Entry entry : mapping.entries()) {
            MappedClass type = MappedClass.read(entry.type(), classes);
            List<MappedField> fields = type.fields().stream()
                    .filter(field -> !mapping.ignores(entry.relation(), field.name()))
                    .toList();
            Optional<RelationShape> shape = relations.find(entry.relation()).map(relations::shape);
            Pairing pairing =
                    new Pairing(fields, shape.map(RelationShape::columns).orElse(List.of()), mapping.naming());
            shape.ifPresent(found -> held.computeIfAbsent(found.key(), k -> new HashSet<>())
                    .addAll(pairing.pairs().values()));
            candidates.add(new Candidate(entry, type.name(), fields, shape, pairing));
        }
        List<TypeAlignment> all = new ArrayList<>();
        for (Candidate candidate : candidates) {
            all.add(candidate
                    .shape()
                    .map(shape -> align(candidate, shape, held.getOrDefault(shape.key(), Set.of()), mapping))
                    .orElseGet(() -> withoutRelation(candidate, relations)));
        }
        return new Alignment(all, mapping.failOn());
    }

    /** A type with what is known of it before anything is judged. */
    private record Candidate(
            AlignmentMapping.Entry entry,
            String type,
            List<MappedField> fields,
            Optional<RelationShape> shape,
            Pairing pairing) {}

    private static TypeAlignment withoutRelation(Candidate candidate, Relations relations) {
        String name = candidate.entry().relation();
        return new TypeAlignment(
                candidate.type(),
                name,
                0,
                candidate.fields().size(),
                0,
                List.of(new Misalignment(
                        AlignmentRule.RELATION_MISSING,
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        "there is no table or view " + name,
                        relations.like(name).map(other -> "perhaps " + other + " is meant"))));
    }

    private TypeAlignment align(
            Candidate candidate, RelationShape shape, Set<ColumnShape> held, AlignmentMapping mapping) {
        Pairing pairing = candidate.pairing();
        List<Misalignment> findings = new ArrayList<>();
        PairCheck pairs = new PairCheck(types, shape, mapping.conventions());
        for (MappedField field : candidate.fields()) {
            Optional.ofNullable(pairing.pairs().get(field)).ifPresent(column -> {
                if (pairing.isByLetters(field)) {
                    findings.add(spelling(field, column, pairing));
                }
                findings.addAll(pairs.check(field, column));
            });
        }
        pairing.takenTwice().forEach((field, column) -> findings.add(takenTwice(field, column)));
        Map<MappedField, ColumnShape> probable = pairing.probable(pairs::fits);
        pairing.fields().forEach(field -> findings.add(withoutColumn(field, pairing, probable)));
        for (ColumnShape column : pairing.columns()) {
            boolean required = shape.written() && column.isRequired();
            boolean meant = !required && mapping.ignores(candidate.entry().relation(), column.name());
            // Of several types with rows of one table, a column needs to be in one.
            if (!meant && !held.contains(column)) {
                findings.add(withoutField(column, required, probable));
            }
        }
        return new TypeAlignment(
                candidate.type(),
                shape.key().qualifiedName(),
                shape.columns().size(),
                candidate.fields().size(),
                pairing.pairs().size(),
                findings);
    }

    private static Misalignment spelling(MappedField field, ColumnShape column, Pairing pairing) {
        return new Misalignment(
                AlignmentRule.SPELLING,
                Optional.of(named(column)),
                Optional.of(named(field)),
                "",
                "a mapper that goes by the rule looks for " + pairing.expected(field),
                Optional.empty());
    }

    private static Misalignment takenTwice(MappedField field, ColumnShape column) {
        return new Misalignment(
                AlignmentRule.COLUMN_TAKEN_TWICE,
                Optional.of(named(column)),
                Optional.of(named(field)),
                "",
                "another field has the column already",
                Optional.empty());
    }

    private static Misalignment withoutColumn(
            MappedField field, Pairing pairing, Map<MappedField, ColumnShape> probable) {
        return new Misalignment(
                AlignmentRule.FIELD_WITHOUT_COLUMN,
                Optional.empty(),
                Optional.of(named(field)),
                "",
                "there is no column " + pairing.expected(field),
                Optional.ofNullable(probable.get(field))
                        .map(column -> "perhaps the column " + column.name() + " is meant"));
    }

    private static Misalignment withoutField(
            ColumnShape column, boolean required, Map<MappedField, ColumnShape> probable) {
        return new Misalignment(
                required ? AlignmentRule.COLUMN_NOT_WRITTEN : AlignmentRule.DEAD_COLUMN,
                Optional.of(named(column)),
                Optional.empty(),
                "",
                required
                        ? "it is NOT NULL without a default, so an insert that does not know it fails"
                        : "no field reads it",
                probable.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(column))
                        .findFirst()
                        .map(entry -> "perhaps the field " + entry.getKey().name() + " is meant"));
    }

    static Named named(ColumnShape column) {
        return new Named(column.name(), column.shown());
    }

    static Named named(MappedField field) {
        return new Named(field.name(), field.type().toString());
    }
}
