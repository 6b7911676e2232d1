// SPDX-License-Identifier: Apache-2.0
/** The SQLite engine on real databases: scenarios that are folders of SQL, and the pairs of other projects. */
@NullMarked
package dev.plumbline.sqlite;

import org.jspecify.annotations.NullMarked;
