// SPDX-License-Identifier: Apache-2.0
/** Tests of the gap between catalogs and its analysis; without a database. */
@NullMarked
package dev.plumbline.gap;

import org.jspecify.annotations.NullMarked;
