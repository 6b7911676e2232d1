// SPDX-License-Identifier: Apache-2.0
/** Histories of other tools on real databases, taken over. */
@NullMarked
package dev.plumbline.migrate.adopt;

import org.jspecify.annotations.NullMarked;
