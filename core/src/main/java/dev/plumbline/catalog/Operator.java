// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Optional;

/**
 * An operator. The argument types are part of its name in the key, {@code ===(integer,integer)}, with {@code NONE} on the
 * left of a prefix operator.
 *
 * @param function qualified and quoted, without argument types
 * @param left the type on the left, absent for a prefix operator
 * @param commutator qualified
 * @param negator qualified
 * @param restrict the function that estimates selectivity
 * @param join the function that estimates the selectivity of joins
 */
public record Operator(
        ObjectKey key,
        String function,
        Optional<String> left,
        String right,
        Optional<String> commutator,
        Optional<String> negator,
        Optional<String> restrict,
        Optional<String> join,
        boolean hashes,
        boolean merges)
        implements Accessory {}
