// SPDX-License-Identifier: Apache-2.0

/**
 * How a plan or a migration meets a server: sessions, locks, leases, batches, standbys, and who stands in the way. A
 * room of the engine: nothing outside of it is meant to call this.
 */
@NullMarked
package dev.plumbline.postgres.session;

import org.jspecify.annotations.NullMarked;
