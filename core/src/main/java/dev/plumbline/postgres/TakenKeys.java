// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.SchemaObject;
import java.util.Set;
import java.util.TreeSet;

/**
 * The keys that partitions have of their own. A unique index of the partitioned table takes the index of such a key for its part
 * where it is there, and makes another where it is not yet (DefineIndex in indexcmds.c): so the keys come first.
 */
final class TakenKeys {
    private TakenKeys() {}

    /** Returns the keys that are made before an object. */
    static Set<ObjectKey> before(SchemaObject object, Catalog desired) {
        Set<ObjectKey> keys = new TreeSet<>();
        if (object instanceof Index index && index.unique() && index.valid()) {
            Partitions.all(index.on(), desired).stream()
                    .flatMap(part -> desired.children(part.key()).stream())
                    .flatMap(key -> desired.find(key, Constraint.class).stream())
                    .filter(key -> KeyIndex.isOf(key) && key.attachedTo().isEmpty())
                    .forEach(key -> keys.add(key.key()));
        }
        return keys;
    }
}
