// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnDefault;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.Comment;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.EnumType;
import dev.plumbline.catalog.Extension;
import dev.plumbline.catalog.Grant;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectComponents;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Owner;
import dev.plumbline.catalog.Policy;
import dev.plumbline.catalog.Routine;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.SqliteColumn;
import dev.plumbline.catalog.Table;
import dev.plumbline.catalog.Trigger;
import java.util.stream.Collectors;

/** One line about an object: what a reader needs to recognise it. */
final class Descriptions {
    private Descriptions() {}

    /** Returns what an object is, empty where its name says all. */
    static String of(SchemaObject object) {
        return switch (object) {
            case Index index ->
                (index.unique() ? "unique " : "") + index.method() + " (" + String.join(", ", index.columns()) + ")"
                        + index.predicate().map(where -> " where " + where).orElse("");
            case Constraint constraint -> constraint.definition();
            case Column column -> column.type() + (column.notNull() ? " not null" : "");
            case SqliteColumn column -> column.definition();
            case ColumnDefault value -> value.expression();
            case Trigger trigger -> "on " + trigger.on().qualifiedName();
            case Policy policy -> policy.command() + " for " + String.join(", ", policy.roles());
            case EnumType type -> String.join(", ", type.labels());
            case Routine routine -> routine.result().isEmpty() ? routine.language() : "returns " + routine.result();
            case Extension extension -> extension.version();
            case Table table ->
                table.partitionOf()
                        .map(of -> "of " + of.parent().qualifiedName() + " " + of.bound())
                        .or(() -> table.partitioning().map(by -> "partitioned by " + by.key()))
                        .orElse("");
            case Grant grant -> String.join(", ", grant.privileges().keySet());
            case Owner owner -> owner.role();
            case Comment comment -> comment.text();
            default -> "";
        };
    }

    /** Returns in what an object differs, one line. */
    static String of(Change.Altered altered) {
        return altered.differences().stream()
                .map(d -> d.words() + " " + shown(d.actual()) + " → " + shown(d.desired()))
                .collect(Collectors.joining("; "));
    }

    /** Returns the whole declaration of a column with its default, for comparing two of them by eye. */
    static String ofColumn(SchemaObject column, Catalog catalog) {
        return switch (column) {
            case Column c -> {
                String value = c.value() instanceof ColumnValue.Given
                        ? defaultOf(c.key(), catalog)
                        : " " + ObjectComponents.text(c.value());
                yield c.type() + (c.notNull() ? " not null" : "") + value;
            }
            case SqliteColumn c -> c.definition();
            default -> of(column);
        };
    }

    private static String defaultOf(ObjectKey column, Catalog catalog) {
        return catalog.find(new ObjectKey(ObjectKind.DEFAULT, column.path()), ColumnDefault.class)
                .map(value -> " default " + value.expression())
                .orElse("");
    }

    private static String shown(String value) {
        String line = value.replaceAll("\\s+", " ").strip();
        if (line.isEmpty()) {
            return "none";
        }
        return line.length() > 80
                ? line.substring(0, line.offsetByCodePoints(0, Math.min(77, line.codePointCount(0, line.length()))))
                        + "…"
                : line;
    }
}
