// SPDX-License-Identifier: Apache-2.0

/**
 * Rows for the proof, which satisfy what a schema asks of them. A room of the engine: nothing outside of it is meant to
 * call this.
 */
@NullMarked
package dev.plumbline.postgres.seed;

import org.jspecify.annotations.NullMarked;
