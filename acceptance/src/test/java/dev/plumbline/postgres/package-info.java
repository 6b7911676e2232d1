// SPDX-License-Identifier: Apache-2.0
/** The PostgreSQL engine on embedded servers: scenarios, hostile names, interruptions, scratch databases. */
@NullMarked
package dev.plumbline.postgres;

import org.jspecify.annotations.NullMarked;
