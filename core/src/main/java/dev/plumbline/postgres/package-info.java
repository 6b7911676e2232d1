// SPDX-License-Identifier: Apache-2.0
/**
 * The PostgreSQL engine, versions 14 to 18: reads its catalogs, writes its statements, minds its sessions. It implements
 * the roles of the stages and is known to none of them.
 */
@NullMarked
package dev.plumbline.postgres;

import org.jspecify.annotations.NullMarked;
