// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

import dev.plumbline.alignment.ClassFile.AnnotationUse;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the annotations of a field say about its column. They are known by their simple names, so that those of every
 * mapping library count, and none of these libraries is needed.
 */
final class FieldMarks {
    private static final Set<String> COLUMN =
            Set.of("Column", "ColumnName", "MappedProperty", "JoinColumn", "DbColumn");
    private static final Set<String> NO_COLUMN = Set.of(
            "Transient",
            "Ignore",
            "Ignored",
            "OneToMany",
            "ManyToMany",
            "ElementCollection",
            "MappedCollection",
            "Formula");
    private static final Set<String> REFERENCE = Set.of("ManyToOne", "OneToOne");
    private static final Set<String> EMBEDDED = Set.of("Embedded", "EmbeddedId", "Nested");
    private static final Set<String> CONVERTED = Set.of(
            "Convert",
            "Converter",
            "TypeConverted",
            "Type",
            "JdbcTypeCode",
            "JdbcType",
            "JavaType",
            "DataType",
            "Json");
    private static final Set<String> GIVEN = Set.of("GeneratedValue", "AutoIncrement", "Generated", "ReadOnlyProperty");
    private static final Set<String> NULLABLE =
            Set.of("Nullable", "CheckForNull", "PossiblyNull", "NullOr", "NullableDecl", "Null");
    private static final Set<String> NOT_NULL = Set.of("NonNull", "Nonnull", "NotNull", "NonNullDecl");

    private final List<AnnotationUse> declaration;
    private final List<AnnotationUse> type;

    /** Creates the marks from annotations of the declaration and of the whole type, several declarations together. */
    FieldMarks(List<AnnotationUse> declaration, List<AnnotationUse> type) {
        this.declaration = List.copyOf(declaration);
        this.type = List.copyOf(type);
    }

    private boolean has(Set<String> names) {
        return declaration.stream().anyMatch(annotation -> names.contains(annotation.simpleName()));
    }

    /** Returns the column that is named, in quotes or not. */
    Optional<String> column() {
        return declaration.stream()
                .filter(annotation -> COLUMN.contains(annotation.simpleName()))
                .flatMap(annotation -> annotation.value("name").or(() -> annotation.value("value")).stream())
                .map(FieldMarks::unquoted)
                .findFirst();
    }

    static String unquoted(String name) {
        boolean quoted = name.length() > 1
                && (name.charAt(0) == '"' || name.charAt(0) == '`')
                && name.charAt(name.length() - 1) == name.charAt(0);
        return quoted ? name.substring(1, name.length() - 1) : name;
    }

    /** Returns whether the field is none of the table's columns. */
    boolean hasNoColumn() {
        return has(NO_COLUMN)
                || declaration.stream()
                        .anyMatch(annotation -> REFERENCE.contains(annotation.simpleName())
                                && annotation.value("mappedBy").isPresent());
    }

    /** Returns whether it holds the row that its column refers to. */
    boolean isReference() {
        return has(REFERENCE);
    }

    /** Returns what stands before the columns of an embedded object's parts; empty where it is not embedded. */
    Optional<String> embedded() {
        return declaration.stream()
                .filter(annotation -> EMBEDDED.contains(annotation.simpleName()))
                .map(annotation -> annotation
                        .value("prefix")
                        .or(() -> annotation.value("value").filter(text -> !isConstant(text)))
                        .orElse(""))
                .findFirst();
    }

    private static boolean isConstant(String text) {
        return text.chars().allMatch(c -> Character.isUpperCase(c) || c == '_');
    }

    boolean isConverted() {
        return has(CONVERTED);
    }

    boolean isGiven() {
        return has(GIVEN);
    }

    /** Returns whether an enum is stored by number: what JPA does where {@code @Enumerated} names nothing else. */
    boolean isOrdinal() {
        return declaration.stream()
                .filter(annotation -> annotation.simpleName().equals("Enumerated"))
                .anyMatch(annotation -> !annotation.value("value").equals(Optional.of("STRING")));
    }

    /** Returns what is said of NULL; empty where nothing is. */
    Optional<Nullness> nullness() {
        if (has(NULLABLE) || type.stream().anyMatch(annotation -> NULLABLE.contains(annotation.simpleName()))) {
            return Optional.of(Nullness.POSSIBLE);
        }
        return has(NOT_NULL) || type.stream().anyMatch(annotation -> NOT_NULL.contains(annotation.simpleName()))
                ? Optional.of(Nullness.NEVER)
                : Optional.empty();
    }
}
