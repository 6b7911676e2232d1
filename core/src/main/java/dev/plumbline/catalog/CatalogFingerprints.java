// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The fingerprints of a catalog's objects, and of the whole. */
record CatalogFingerprints(Map<ObjectKey, Fingerprint> byKey, Fingerprint whole) {

    /** Takes them, of objects in any order. */
    static CatalogFingerprints of(Collection<SchemaObject> objects) {
        Fingerprints taker = new Fingerprints();
        Map<ObjectKey, Fingerprint> byKey = HashMap.newHashMap(objects.size());
        for (SchemaObject object : objects) {
            byKey.put(object.key(), taker.of(object));
        }
        return new CatalogFingerprints(byKey, sum(byKey).whole(taker));
    }

    /** Returns the sum that the whole comes from, to go on with. */
    FingerprintSum sum() {
        return sum(byKey);
    }

    private static FingerprintSum sum(Map<ObjectKey, Fingerprint> byKey) {
        FingerprintSum sum = new FingerprintSum();
        byKey.values().forEach(sum::add);
        return sum;
    }

    Fingerprint of(ObjectKey key) {
        Fingerprint found = byKey.get(key);
        if (found == null) {
            throw new IllegalArgumentException("not in the catalog: " + key);
        }
        return found;
    }
}
