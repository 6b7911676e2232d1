// SPDX-License-Identifier: Apache-2.0
/** Reading the migrations of other projects. */
@NullMarked
package dev.plumbline.migration;

import org.jspecify.annotations.NullMarked;
