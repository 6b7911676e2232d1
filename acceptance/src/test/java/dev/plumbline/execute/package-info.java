// SPDX-License-Identifier: Apache-2.0
/** Plans proven and applied on real databases, interrupted ones among them. */
@NullMarked
package dev.plumbline.execute;

import org.jspecify.annotations.NullMarked;
