// SPDX-License-Identifier: Apache-2.0
/** Tests of what reads SQL text without a database. */
@NullMarked
package dev.plumbline.source;

import org.jspecify.annotations.NullMarked;
