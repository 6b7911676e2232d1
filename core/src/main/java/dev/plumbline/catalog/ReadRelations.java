// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/** What a view reads, by way of other views too. */
public final class ReadRelations {
    private ReadRelations() {}

    /** Returns the tables and views, each behind what it reads itself; the relation that is asked about is the last. */
    public static SequencedSet<ObjectKey> of(ObjectKey relation, Catalog catalog) {
        SequencedSet<ObjectKey> read = new LinkedHashSet<>();
        add(relation, catalog, read);
        return Collections.unmodifiableSequencedSet(read);
    }

    private static void add(ObjectKey relation, Catalog catalog, SequencedSet<ObjectKey> read) {
        if (relation.kind() == ObjectKind.VIEW || relation.kind() == ObjectKind.MATERIALIZED_VIEW) {
            for (ObjectKey needed : catalog.dependencies(relation)) {
                ObjectKey owner = catalog.object(needed).parent().orElse(needed);
                if (!owner.equals(relation) && isRelation(owner.kind())) {
                    add(owner, catalog, read);
                }
            }
        }
        read.add(relation);
    }

    private static boolean isRelation(ObjectKind kind) {
        return switch (kind) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> true;
            default -> false;
        };
    }
}
