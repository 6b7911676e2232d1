// SPDX-License-Identifier: Apache-2.0
/** Tests of the catalog itself; without a database. */
@NullMarked
package dev.plumbline.catalog;

import org.jspecify.annotations.NullMarked;
