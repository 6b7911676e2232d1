// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

import dev.plumbline.alignment.Misalignment.Named;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.error.PlumblineException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        List<TypeAlignment> all = new ArrayList<>();
        for (AlignmentMapping.Entry entry : mapping.entries()) {
            all.add(align(entry, MappedClass.read(entry.type(), classes), mapping));
        }
        return new Alignment(all, mapping.failOn());
    }

    private TypeAlignment align(AlignmentMapping.Entry entry, MappedClass type, AlignmentMapping mapping) {
        Relations relations = new Relations(catalog);
        Optional<ObjectKey> key = relations.find(entry.relation());
        if (key.isEmpty()) {
            return new TypeAlignment(
                    type.name(),
                    entry.relation(),
                    0,
                    type.fields().size(),
                    0,
                    List.of(new Misalignment(
                            AlignmentRule.RELATION_MISSING,
                            Optional.empty(),
                            Optional.empty(),
                            "",
                            "there is no table or view " + entry.relation(),
                            relations.like(entry.relation()).map(name -> "perhaps " + name + " is meant"))));
        }
        RelationShape shape = relations.shape(key.get());
        List<MappedField> fields = type.fields().stream()
                .filter(field -> !mapping.ignores(entry.relation(), field.name()))
                .toList();
        Pairing pairing = new Pairing(fields, shape.columns(), mapping.naming());
        List<Misalignment> findings = new ArrayList<>();
        PairCheck pairs = new PairCheck(types, shape, mapping.conventions());
        for (MappedField field : fields) {
            Optional.ofNullable(pairing.pairs().get(field)).ifPresent(column -> {
                if (pairing.isByLetters(field)) {
                    findings.add(spelling(field, column, pairing));
                }
                findings.addAll(pairs.check(field, column));
            });
        }
        pairing.takenTwice().forEach((field, column) -> findings.add(takenTwice(field, column)));
        leftOver(pairing, shape, pairs, entry, mapping, findings);
        return new TypeAlignment(
                type.name(),
                key.get().qualifiedName(),
                shape.columns().size(),
                fields.size(),
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

    private static void leftOver(
            Pairing pairing,
            RelationShape shape,
            PairCheck pairs,
            AlignmentMapping.Entry entry,
            AlignmentMapping mapping,
            List<Misalignment> findings) {
        Map<MappedField, ColumnShape> probable = pairing.probable(pairs::fits);
        Map<ColumnShape, MappedField> meant = new LinkedHashMap<>();
        probable.forEach((field, column) -> meant.put(column, field));
        for (MappedField field : pairing.fields()) {
            findings.add(new Misalignment(
                    AlignmentRule.FIELD_WITHOUT_COLUMN,
                    Optional.empty(),
                    Optional.of(named(field)),
                    "",
                    "there is no column " + pairing.expected(field),
                    Optional.ofNullable(probable.get(field))
                            .map(column -> "perhaps the column " + column.name() + " is meant")));
        }
        for (ColumnShape column : pairing.columns()) {
            boolean required = shape.written() && column.isRequired();
            if (!required && mapping.ignores(entry.relation(), column.name())) {
                continue;
            }
            findings.add(new Misalignment(
                    required ? AlignmentRule.COLUMN_NOT_WRITTEN : AlignmentRule.DEAD_COLUMN,
                    Optional.of(named(column)),
                    Optional.empty(),
                    "",
                    required
                            ? "it is NOT NULL without a default, so an insert that does not know it fails"
                            : "no field reads it",
                    Optional.ofNullable(meant.get(column))
                            .map(field -> "perhaps the field " + field.name() + " is meant")));
        }
    }

    static Named named(ColumnShape column) {
        return new Named(column.name(), column.shown());
    }

    static Named named(MappedField field) {
        return new Named(field.name(), field.type().toString());
    }
}
