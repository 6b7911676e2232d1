// SPDX-License-Identifier: Apache-2.0
/** Schemas from every kind of source, on real databases. */
@NullMarked
package dev.plumbline.source;

import org.jspecify.annotations.NullMarked;
