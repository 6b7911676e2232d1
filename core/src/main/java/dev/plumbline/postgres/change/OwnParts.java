// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Attachable;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Table;
import dev.plumbline.postgres.sql.Sql;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The parts of complete indexes and keys of partitioned tables, by partition: objects of their own where their name was given, else
 * implied by the table.
 */
public final class OwnParts {
    private OwnParts() {}

    /** Returns the parts of an index or key that are objects of their own, those of partitions above before those below. */
    public static List<Attachable> of(ObjectKey whole, Catalog catalog) {
        return catalog.find(whole).filter(Attachable.class::isInstance).map(Attachable.class::cast).stream()
                .flatMap(index -> Partitions.all(index.on(), catalog).stream())
                .flatMap(partition -> of(whole, partition.key(), catalog).stream())
                .toList();
    }

    /** Returns the part that a partition has of an index or key as an object of its own. */
    public static Optional<Attachable> of(ObjectKey whole, ObjectKey partition, Catalog catalog) {
        return catalog.children(partition).stream()
                .flatMap(key -> attachable(catalog.find(key)))
                .filter(part -> isOf(part, whole))
                .findFirst();
    }

    /** Returns the part that a partition has of an index or key without its being an object. */
    public static Optional<Attachable> implied(ObjectKey whole, ObjectKey partition, Catalog catalog) {
        return catalog.find(partition, Table.class).stream()
                .flatMap(table -> table.implied().stream())
                .flatMap(part -> attachable(Optional.of(part)))
                .filter(part -> isOf(part, whole))
                .findFirst();
    }

    private static Stream<Attachable> attachable(Optional<SchemaObject> object) {
        return object.filter(Attachable.class::isInstance).map(Attachable.class::cast).stream();
    }

    private static boolean isOf(Attachable part, ObjectKey whole) {
        return part.taken().filter(taken -> taken.by().equals(whole)).isPresent();
    }

    /** Returns the same part under another name. */
    static Attachable named(Attachable part, ObjectKey key) {
        return switch (part) {
            case Constraint constraint -> constraint.of(constraint.on(), key.name());
            case Index index -> named(index, key.name());
        };
    }

    private static Index named(Index index, String name) {
        String head = "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX ";
        String before = head + Sql.name(index.key().name());
        String definition = index.definition();
        return new Index(
                ObjectKey.of(ObjectKind.INDEX, index.key().schema(), name),
                index.on(),
                definition.startsWith(before)
                        ? head + Sql.name(name) + definition.substring(before.length())
                        : definition,
                index.method(),
                index.unique(),
                index.columns(),
                index.predicate(),
                index.attachedTo(),
                index.taken(),
                index.valid(),
                index.clustered(),
                index.statistics(),
                index.options(),
                index.tablespace(),
                index.statement());
    }
}
