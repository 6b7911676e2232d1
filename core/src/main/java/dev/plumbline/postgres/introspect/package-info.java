// SPDX-License-Identifier: Apache-2.0

/**
 * Reads the catalogs of a server into a catalog. It sees nothing of plans. A room of the engine: nothing outside of it
 * is meant to call this.
 */
@NullMarked
package dev.plumbline.postgres.introspect;

import org.jspecify.annotations.NullMarked;
