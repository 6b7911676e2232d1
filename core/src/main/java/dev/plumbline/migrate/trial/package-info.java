// SPDX-License-Identifier: Apache-2.0
/**
 * Migrations tried statement by statement on a scratch database. Input: scripts, and the state that they find. Output:
 * what each statement was seen to lock, rewrite, scan and change, and whether there is a way back. It never judges, and
 * never touches a live database.
 */
@NullMarked
package dev.plumbline.migrate.trial;

import org.jspecify.annotations.NullMarked;
