// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.creation;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Grant;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Owner;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.postgres.change.OwnerStatements;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What comes before an object changes hands, and what after: its old owner's grants are taken back while it is the old
 * owner's, and granted anew when it is the new one's, since the server rewrites the privileges in between (aclchk.c,
 * aclnewowner). The new owner must be allowed to create in the schema by then.
 */
public final class OwnerOrder {
    private OwnerOrder() {}

    /** Returns what is achieved before the object is made or altered; nothing for most. */
    public static Set<ObjectKey> first(SchemaObject object, Catalog desired) {
        Set<ObjectKey> first = new HashSet<>();
        if (object instanceof Grant grant) {
            first.add(Owner.keyFor(OwnerStatements.followed(grant.target(), desired)));
            return first;
        }
        ObjectKey given = object instanceof Owner owner ? owner.target() : object.key();
        ObjectKey schema = ObjectKey.of(ObjectKind.SCHEMA, given.schema());
        boolean within = !given.equals(schema) && desired.contains(schema);
        OwnerStatements.of(given, desired).filter(role -> within).ifPresent(role -> {
            first.add(Owner.keyFor(schema));
            first.add(ObjectKey.about(ObjectKind.GRANT, schema, role));
            first.add(ObjectKey.about(ObjectKind.GRANT, schema, "PUBLIC"));
        });
        first.addAll(rightsBelow(object, desired));
        return first;
    }

    /**
     * Returns the grants on which a statement relies that reads with the rights of others than the one who runs it: a
     * materialized view is filled through views with the rights of their owners, an index is built and a constraint checked with
     * those of the table's owner (index.c, index_build).
     */
    private static Set<ObjectKey> rightsBelow(SchemaObject object, Catalog desired) {
        boolean reads = switch (object.key().kind()) {
            case MATERIALIZED_VIEW, INDEX, CONSTRAINT -> true;
            default -> false;
        };
        if (!reads
                || !desired.ownership().binding()
                || desired.ownership().roles().isEmpty()) {
            return Set.of();
        }
        Set<ObjectKey> below = new HashSet<>();
        collect(object.key(), desired, below);
        return below.stream()
                .filter(key -> object.key().kind() == ObjectKind.MATERIALIZED_VIEW || !isRelation(key.kind()))
                .flatMap(key -> desired.children(key).stream())
                .filter(key -> key.kind() == ObjectKind.GRANT)
                .collect(Collectors.toSet());
    }

    private static boolean isRelation(ObjectKind kind) {
        return switch (kind) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, COLUMN -> true;
            default -> false;
        };
    }

    private static void collect(ObjectKey key, Catalog desired, Set<ObjectKey> below) {
        for (ObjectKey needed : desired.dependencies(key)) {
            if (below.add(needed)) {
                collect(needed, desired, below);
            }
        }
    }

    /** Returns the owner that an object is given as it is made, where owners are objects. */
    static Set<ObjectKey> along(ObjectKey made, Catalog desired) {
        ObjectKey owner = Owner.keyFor(made);
        return desired.contains(owner) ? Set.of(owner) : Set.of();
    }

    /** Returns what is dropped before the owner of an object changes; nothing for any other change. */
    public static Set<ObjectKey> droppedFirst(SchemaObject object, Catalog actual) {
        return object instanceof Owner owner
                ? actual.descendants(owner.target()).stream()
                        .filter(part -> part.kind() == ObjectKind.GRANT)
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
