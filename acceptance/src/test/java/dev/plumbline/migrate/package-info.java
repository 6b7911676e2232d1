// SPDX-License-Identifier: Apache-2.0
/** Versioned migrations on real databases. */
@NullMarked
package dev.plumbline.migrate;

import org.jspecify.annotations.NullMarked;
