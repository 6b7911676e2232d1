// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeSet;

/** The fingerprints of a catalog's objects, and of the whole. Immutable. */
final class CatalogFingerprints {
    private final Map<ObjectKey, Fingerprint> byKey;
    private final FingerprintSum sum;
    private final Fingerprint whole;

    private CatalogFingerprints(Map<ObjectKey, Fingerprint> byKey, FingerprintSum sum, Fingerprints taker) {
        this.byKey = byKey;
        this.sum = sum;
        this.whole = sum.whole(taker);
    }

    /** Takes them. */
    static CatalogFingerprints of(Collection<SchemaObject> objects) {
        Fingerprints taker = new Fingerprints();
        FingerprintSum sum = new FingerprintSum();
        Map<ObjectKey, Fingerprint> byKey = HashMap.newHashMap(objects.size());
        for (SchemaObject object : objects) {
            Fingerprint taken = taker.of(object);
            byKey.put(object.key(), taken);
            sum.add(taken);
        }
        return new CatalogFingerprints(byKey, sum, taker);
    }

    /**
     * Takes them of objects most of which are equal to what they were in an earlier catalog, from where those are taken over: to
     * compare an object costs a small part of what it costs to write its canonical form and to hash that.
     *
     * @param earlier the catalog that these are the fingerprints of
     */
    CatalogFingerprints with(Collection<SchemaObject> objects, Catalog earlier) {
        Fingerprints taker = new Fingerprints();
        FingerprintSum now = new FingerprintSum(sum);
        Map<ObjectKey, Fingerprint> taken = HashMap.newHashMap(objects.size());
        for (SchemaObject object : objects) {
            ObjectKey key = object.key();
            Fingerprint was = byKey.get(key);
            if (was != null && object.equals(earlier.object(key))) {
                taken.put(key, was);
            } else {
                Fingerprint is = taker.of(object);
                taken.put(key, is);
                now.add(is);
                if (was != null) {
                    now.remove(was);
                }
            }
        }
        byKey.forEach((key, was) -> {
            if (!taken.containsKey(key)) {
                now.remove(was);
            }
        });
        return new CatalogFingerprints(taken, now, taker);
    }

    /** Returns the keys of what is only here, only there, or not the same; in key order. */
    SequencedSet<ObjectKey> differences(CatalogFingerprints other) {
        SequencedSet<ObjectKey> different = new TreeSet<>();
        byKey.forEach((key, here) -> {
            if (!here.equals(other.byKey.get(key))) {
                different.add(key);
            }
        });
        other.byKey.keySet().stream().filter(key -> !byKey.containsKey(key)).forEach(different::add);
        return different;
    }

    /** Returns those of the single objects. */
    Map<ObjectKey, Fingerprint> byKey() {
        return byKey;
    }

    /** Returns the fingerprint of the whole. */
    Fingerprint whole() {
        return whole;
    }

    /** Returns the sum that the whole comes from, to go on with. */
    FingerprintSum sum() {
        return new FingerprintSum(sum);
    }

    Fingerprint of(ObjectKey key) {
        Fingerprint found = byKey.get(key);
        if (found == null) {
            throw new IllegalArgumentException("not in the catalog: " + key);
        }
        return found;
    }
}
