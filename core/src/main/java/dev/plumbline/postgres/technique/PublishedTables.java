// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Publication;
import dev.plumbline.catalog.PublishedTable;
import dev.plumbline.catalog.Table;
import dev.plumbline.gap.Gap;
import dev.plumbline.postgres.change.PublicationStatements;
import dev.plumbline.postgres.change.Recreation;
import dev.plumbline.postgres.change.TableBeside;
import dev.plumbline.postgres.sql.Sql;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The publications that name a table whose place another one takes, which is partitioned. They stay: what is copied to the table beside
 * is sent to nobody, as that is in none of them; the first table leaves them as it is dropped, and the other one joins them in the same
 * transaction. A subscriber knows a table by its name, and a partitioned one sends its rows under its own where the publication has
 * {@code publish_via_partition_root}: so it goes on, and misses nothing.
 */
record PublishedTables(Table from, Table to, Gap gap, Recreation recreation, TableBeside beside) {
    private ObjectKey table() {
        return to.key();
    }

    private Catalog desired() {
        return gap.desired();
    }

    /** Returns why one of them cannot stay, as a clause for people; empty where all can. */
    Optional<String> obstacle() {
        return gap.actual()
                .objects(Publication.class)
                .filter(publication -> BatchTable.publishes(publication, table()))
                .flatMap(publication -> obstacle(publication).stream())
                .findFirst();
    }

    private Optional<String> obstacle(Publication publication) {
        String published = table() + " is published, and ";
        if (publication.allTables() || publication.schemas().contains(table().schema())) {
            return Optional.of(published + publication.key() + " would send the one that stands beside it, too");
        }
        if (desired().find(publication.key()).filter(publication::equals).isEmpty()) {
            return Optional.of(published + publication.key() + " changes with the same plan");
        }
        if (!"true".equals(publication.options().get("publish_via_partition_root"))) {
            return Optional.of(published + publication.key()
                    + " would send its rows under the names of its partitions: set publish_via_partition_root first");
        }
        if (!isToldApart(publication)) {
            return Optional.of(published + "subscribers are told of its rows by a key that changes");
        }
        return publication.tables().stream().anyMatch(other -> !isOf(other, table()) && isDropped(other))
                ? Optional.of(published + publication.key() + " has other tables that are made anew")
                : Optional.empty();
    }

    private static boolean isOf(PublishedTable part, ObjectKey table) {
        return part.table().equals(Sql.of(table));
    }

    private boolean isDropped(PublishedTable part) {
        return recreation.dropped().stream().anyMatch(key -> key.kind() == ObjectKind.TABLE && isOf(part, key));
    }

    /** What is sent of a row that changes or goes are the columns of its primary key: those that a subscriber knows must be among them. */
    private boolean isToldApart(Publication publication) {
        Set<String> before = primaryKey(gap.actual());
        Set<String> after = primaryKey(desired());
        boolean byKey = Stream.concat(
                        Stream.of(from),
                        beside.tree().stream().flatMap(part -> desired().find(part, Table.class).stream()))
                .allMatch(each -> each.replicaIdentity().equals("DEFAULT"));
        return byKey
                && !before.isEmpty()
                && after.containsAll(before)
                && publication.tables().stream()
                        .filter(part -> isOf(part, table()))
                        .allMatch(part -> part.filter().isEmpty()
                                && (part.columns().isEmpty() || part.columns().containsAll(after)));
    }

    private Set<String> primaryKey(Catalog side) {
        Set<String> columns = new HashSet<>();
        side.children(table()).stream()
                .flatMap(key -> side.find(key, Constraint.class).stream())
                .filter(constraint -> constraint.type() == ConstraintType.PRIMARY_KEY)
                .forEach(constraint -> columns.addAll(constraint.columns()));
        return columns;
    }

    /** Returns whether an object is a publication that stays while the tables change places. */
    boolean isOne(ObjectKey key) {
        return gap.actual()
                .find(key, Publication.class)
                .filter(publication -> publication.tables().stream().anyMatch(part -> isOf(part, table())))
                .filter(publication -> obstacle(publication).isEmpty())
                .isPresent();
    }

    /** Returns what lets the table join one of them again. */
    List<String> join(ObjectKey key) {
        Publication publication = desired().find(key, Publication.class).orElseThrow();
        return publication.tables().stream()
                .filter(part -> isOf(part, table()))
                .map(part -> PublicationStatements.add(publication, part))
                .toList();
    }
}
