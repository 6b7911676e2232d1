// SPDX-License-Identifier: Apache-2.0
/**
 * The PostgreSQL engine, versions 14 to 18: reads its catalogs, writes its statements, minds its sessions. It implements
 * the roles of the stages and is known to none of them. Here is what others may call; the packages below are rooms for the engine's
 * own work.
 */
@NullMarked
package dev.plumbline.postgres;

import org.jspecify.annotations.NullMarked;
