// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

import dev.plumbline.alignment.ColumnShape.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks a field and the column that it holds: their types, NULL, and the constants of an enum. */
final class PairCheck {
    private final ColumnTypes types;
    private final RelationShape relation;
    private final Conventions conventions;

    PairCheck(ColumnTypes types, RelationShape relation, Conventions conventions) {
        this.types = types;
        this.relation = relation;
        this.conventions = conventions;
    }

    /** Returns whether the field could hold the column's values. */
    boolean fits(MappedField field, ColumnShape column) {
        return misfit(field, column)
                .filter(misfit -> misfit.rule().severity() == Severity.ERROR)
                .isEmpty();
    }

    /** Returns what is wrong between the two. */
    List<Misalignment> check(MappedField field, ColumnShape column) {
        List<Misalignment> found = new ArrayList<>();
        misfit(field, column)
                .ifPresent(
                        misfit -> found.add(finding(misfit.rule(), field, column, misfit.expected(), misfit.effect())));
        nulls(field, column, found);
        if (relation.written() && column.source() == Source.DATABASE) {
            found.add(finding(
                    AlignmentRule.DATABASE_WRITES,
                    field,
                    column,
                    "",
                    "the database alone makes its value, so a statement that writes it fails"));
        }
        boolean byName = field.constants().isPresent() && !field.ordinal() && !field.converted();
        if (byName
                && column.allowed().values().isPresent()
                && misfit(field, column).isEmpty()) {
            constants(field, column, found);
        }
        return found;
    }

    private Optional<Misfit> misfit(MappedField field, ColumnShape column) {
        if (field.converted() || !relation.typed()) {
            return Optional.empty();
        }
        JavaKind kind = field.kind() == JavaKind.ENUM && field.ordinal() ? JavaKind.INT : field.kind();
        return types.judge(column, field.type(), kind, conventions);
    }

    private void nulls(MappedField field, ColumnShape column, List<Misalignment> found) {
        boolean primitive = field.type().isPrimitive();
        switch (column.nulls()) {
            case POSSIBLE -> {
                if (primitive) {
                    found.add(finding(
                            AlignmentRule.NULL_IN_PRIMITIVE,
                            field,
                            column,
                            JavaBoxes.box(field.type()) + ", or NOT NULL",
                            "a row with NULL ends in a NullPointerException, or reads as "
                                    + (field.kind() == JavaKind.BOOLEAN ? "false" : "0")));
                } else if (field.nullness() == Nullness.NEVER) {
                    found.add(finding(
                            AlignmentRule.NULL_IN_NON_NULL,
                            field,
                            column,
                            "@Nullable " + field.type() + ", or NOT NULL",
                            "a row with NULL puts null where the code relies on there being none"));
                } else if (field.nullness() == Nullness.UNKNOWN) {
                    found.add(finding(
                            AlignmentRule.NULL_UNKNOWN,
                            field,
                            column,
                            "",
                            "the column may be NULL, and nothing says whether the field may be null"));
                }
            }
            case IN_A_KEY -> {
                if (primitive || field.nullness() == Nullness.NEVER) {
                    found.add(finding(
                            AlignmentRule.KEY_MAY_BE_NULL,
                            field,
                            column,
                            "",
                            "this primary key lets NULL in; say NOT NULL as well"));
                }
            }
            case NEVER -> {
                boolean byItself = column.source() != Source.ROW || field.given();
                if (field.nullness() == Nullness.POSSIBLE && relation.written() && !byItself) {
                    found.add(finding(
                            AlignmentRule.NULL_WRITTEN,
                            field,
                            column,
                            field.type() + " that is never null",
                            "the field may be null, and writing null into a NOT NULL column fails"));
                }
            }
            case UNKNOWN -> {
                // The column of a view: nothing is known, and most hold none.
            }
        }
    }

    private static void constants(MappedField field, ColumnShape column, List<Misalignment> found) {
        List<String> constants = field.constants().orElseThrow();
        List<String> labels = column.allowed().values().orElseThrow();
        List<String> unknown =
                labels.stream().filter(label -> !constants.contains(label)).toList();
        List<String> unknownAnyhow = labels.stream()
                .filter(label -> constants.stream().noneMatch(name -> sameLetters(name, label)))
                .toList();
        List<String> refusedAnyhow = constants.stream()
                .filter(name -> labels.stream().noneMatch(label -> sameLetters(name, label)))
                .toList();
        boolean respelled = unknownAnyhow.size() < unknown.size();
        if (respelled) {
            String label = unknown.stream()
                    .filter(text -> !unknownAnyhow.contains(text))
                    .findFirst()
                    .orElseThrow();
            found.add(finding(
                    AlignmentRule.LABEL_SPELLING,
                    field,
                    column,
                    "",
                    "the column says '" + label + "' where the enum says "
                            + constants.stream()
                                    .filter(name -> sameLetters(name, label))
                                    .findFirst()
                                    .orElseThrow()
                            + ", so a converter is needed"));
        }
        if (!unknownAnyhow.isEmpty()) {
            found.add(finding(
                    AlignmentRule.LABEL_UNKNOWN,
                    field,
                    column,
                    "",
                    "the column may hold " + list(unknownAnyhow, "'") + ", which "
                            + (unknownAnyhow.size() == 1 ? "is no constant" : "are no constants") + " of the enum"));
        }
        if (!refusedAnyhow.isEmpty()) {
            found.add(finding(
                    AlignmentRule.CONSTANT_REFUSED,
                    field,
                    column,
                    "",
                    "the column refuses " + list(refusedAnyhow, "")));
        }
    }

    private static boolean sameLetters(String one, String other) {
        return Lookalikes.letters(one).equals(Lookalikes.letters(other));
    }

    private static String list(List<String> names, String quote) {
        return String.join(
                ", ", names.stream().map(name -> quote + name + quote).toList());
    }

    private static Misalignment finding(
            AlignmentRule rule, MappedField field, ColumnShape column, String expected, String effect) {
        return new Misalignment(
                rule,
                Optional.of(Aligner.named(column)),
                Optional.of(Aligner.named(field)),
                expected,
                effect,
                Optional.empty());
    }
}
