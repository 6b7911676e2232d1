// SPDX-License-Identifier: Apache-2.0
/** Tests on a real libSQL server. */
@NullMarked
package dev.plumbline.libsql;

import org.jspecify.annotations.NullMarked;
