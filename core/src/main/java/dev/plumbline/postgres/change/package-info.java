// SPDX-License-Identifier: Apache-2.0

/**
 * The statements that make, change and drop one object, and what must go or come again with it. A room of the engine:
 * nothing outside of it is meant to call this.
 */
@NullMarked
package dev.plumbline.postgres.change;

import org.jspecify.annotations.NullMarked;
