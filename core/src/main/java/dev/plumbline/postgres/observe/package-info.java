// SPDX-License-Identifier: Apache-2.0

/**
 * What a statement locks, writes anew and scans, from the server's own books before and after it. A room of the engine:
 * nothing outside of it is meant to call this.
 */
@NullMarked
package dev.plumbline.postgres.observe;

import org.jspecify.annotations.NullMarked;
