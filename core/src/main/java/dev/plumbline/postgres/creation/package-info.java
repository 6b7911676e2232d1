// SPDX-License-Identifier: Apache-2.0

/**
 * How an object comes that was not there: what must be there before it, and what it has besides its own statement. A
 * room of the engine: nothing outside of it is meant to call this.
 */
@NullMarked
package dev.plumbline.postgres.creation;

import org.jspecify.annotations.NullMarked;
