// SPDX-License-Identifier: Apache-2.0
/** Embedded servers, really started, killed and left behind. */
@NullMarked
package dev.plumbline.embedded;

import org.jspecify.annotations.NullMarked;
