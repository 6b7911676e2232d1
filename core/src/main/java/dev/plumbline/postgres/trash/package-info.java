// SPDX-License-Identifier: Apache-2.0

/**
 * The trash in a database: its tables and functions, and what asks them. A room of the engine: nothing outside of it is
 * meant to call this.
 */
@NullMarked
package dev.plumbline.postgres.trash;

import org.jspecify.annotations.NullMarked;
