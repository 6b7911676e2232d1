// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The fingerprints of a catalog's objects, and of the whole. */
record CatalogFingerprints(Map<ObjectKey, Fingerprint> byKey, Fingerprint whole) {

    /** Takes them, of objects in key order. */
    static CatalogFingerprints of(Collection<SchemaObject> objects) {
        Fingerprints taker = new Fingerprints();
        Map<ObjectKey, Fingerprint> byKey = HashMap.newHashMap(objects.size());
        for (SchemaObject object : objects) {
            byKey.put(object.key(), taker.of(object));
        }
        return new CatalogFingerprints(
                byKey,
                taker.of(objects.stream().map(object -> byKey.get(object.key())).toList()));
    }

    /** Returns the fingerprint of the whole with some objects as another catalog has them. */
    Fingerprint with(CatalogFingerprints other, Collection<ObjectKey> keys) {
        SortedMap<ObjectKey, Fingerprint> mixed = new TreeMap<>(byKey);
        for (ObjectKey key : keys) {
            Fingerprint there = other.byKey.get(key);
            if (there == null) {
                mixed.remove(key);
            } else {
                mixed.put(key, there);
            }
        }
        return new Fingerprints().of(mixed.values());
    }

    Fingerprint of(ObjectKey key) {
        Fingerprint found = byKey.get(key);
        if (found == null) {
            throw new IllegalArgumentException("not in the catalog: " + key);
        }
        return found;
    }
}
