// SPDX-License-Identifier: Apache-2.0
/** Random pairs of SQLite schemas over everything that SQLite has, and what must hold when one is led to the other. */
@NullMarked
package dev.plumbline.generated.sqlite;

import org.jspecify.annotations.NullMarked;
