// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The fingerprints of catalogs on the way from one to another, which is gone a few objects at a time. Not safe for use by several threads. */
public final class FingerprintWalk {
    private final Map<ObjectKey, Fingerprint> here;
    private final CatalogFingerprints end;
    private final FingerprintSum sum;
    private final Fingerprints taker = new Fingerprints();

    FingerprintWalk(CatalogFingerprints start, CatalogFingerprints end) {
        this.here = new HashMap<>(start.byKey());
        this.sum = start.sum();
        this.end = end;
    }

    /**
     * Takes more objects as the other catalog has them, or has not; those that were taken before stay so.
     *
     * @param keys which, in any order
     * @return the fingerprint of the catalog that this makes
     */
    public Fingerprint take(Collection<ObjectKey> keys) {
        for (ObjectKey key : keys) {
            Fingerprint there = end.byKey().get(key);
            Fingerprint was = there == null ? here.remove(key) : here.put(key, there);
            if (was != null) {
                sum.remove(was);
            }
            if (there != null) {
                sum.add(there);
            }
        }
        return sum.whole(taker);
    }
}
