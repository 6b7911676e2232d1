// SPDX-License-Identifier: Apache-2.0
/** Reading migrations, without a database. */
@NullMarked
package dev.plumbline.migration;

import org.jspecify.annotations.NullMarked;
