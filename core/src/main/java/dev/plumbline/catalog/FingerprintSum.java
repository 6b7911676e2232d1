// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.math.BigInteger;

/**
 * The fingerprint of a catalog while objects come and go, in time that does not grow with the catalog: the sum of its objects'
 * fingerprints, hashed. A plan has a checkpoint for each of its commits, and to hash ten thousand objects anew for each of a
 * thousand would take minutes.
 *
 * <p>No order is needed, since an object's fingerprint has its key in it. Two catalogs have the same sum when they have the same
 * objects, or else with the chance of two hashes that meet (Bellare and Micciancio, "A New Paradigm for Collision-Free Hashing",
 * AdHash). Nobody is kept from making such a pair on purpose; who may write a database's schema need not forge it.
 */
final class FingerprintSum {
    private static final int DIGITS = 16;

    private BigInteger sum;
    private int objects;

    /** Begins with nothing. */
    FingerprintSum() {
        this.sum = BigInteger.ZERO;
    }

    /** Begins with what another one has. */
    FingerprintSum(FingerprintSum other) {
        this.sum = other.sum;
        this.objects = other.objects;
    }

    void add(Fingerprint object) {
        sum = sum.add(number(object));
        objects++;
    }

    /** Takes away what was added before. */
    void remove(Fingerprint object) {
        sum = sum.subtract(number(object));
        objects--;
    }

    /** Returns the fingerprint of the whole, as it is now. */
    Fingerprint whole(Fingerprints taker) {
        return taker.ofText(objects + " objects " + sum.toString(DIGITS));
    }

    private static BigInteger number(Fingerprint fingerprint) {
        return new BigInteger(fingerprint.hex(), DIGITS);
    }
}
