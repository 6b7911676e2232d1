// SPDX-License-Identifier: Apache-2.0

/**
 * Writes the actions that lead from one catalog to another. A room of the engine: nothing outside of it is meant to call
 * this.
 */
@NullMarked
package dev.plumbline.postgres.plan;

import org.jspecify.annotations.NullMarked;
