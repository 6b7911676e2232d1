// SPDX-License-Identifier: Apache-2.0

/**
 * PostgreSQL's SQL as text: names, literals and tokens, the names that the server chooses itself, and what of a
 * definition is the same on every server. A room of the engine: nothing outside of it is meant to call this.
 */
@NullMarked
package dev.plumbline.postgres.sql;

import org.jspecify.annotations.NullMarked;
