// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated;

/** Makes pairs of one engine. */
@FunctionalInterface
public interface PairGenerator {
    /** Returns the pair of this seed, always the same one. */
    SchemaPair pair(long seed);
}
