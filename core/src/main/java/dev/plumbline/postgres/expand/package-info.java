// SPDX-License-Identifier: Apache-2.0

/**
 * Two names or two forms of one object, for the time in which two versions of an application run. A room of the engine:
 * nothing outside of it is meant to call this.
 */
@NullMarked
package dev.plumbline.postgres.expand;

import org.jspecify.annotations.NullMarked;
