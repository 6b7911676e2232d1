// SPDX-License-Identifier: Apache-2.0
/**
 * What to do about a migration that was begun and did not end. It is replayed statement by statement on a scratch
 * database, and the live catalog is compared with every intermediate one: so it is found where it stopped, whoever
 * stopped it, and both ways out are open, to its end and back to its beginning.
 */
@NullMarked
package dev.plumbline.migrate.repair;

import org.jspecify.annotations.NullMarked;
