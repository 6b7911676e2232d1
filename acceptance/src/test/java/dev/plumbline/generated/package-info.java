// SPDX-License-Identifier: Apache-2.0
/**
 * Pairs of schemas made at random from a seed, whatever the engine: what a pair is, how one that fails shrinks itself to
 * a small case, and which features a run must have met. What writes and checks the SQL of an engine lies below.
 */
@NullMarked
package dev.plumbline.generated;

import org.jspecify.annotations.NullMarked;
