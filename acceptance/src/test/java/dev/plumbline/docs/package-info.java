// SPDX-License-Identifier: Apache-2.0
/** Holds the documentation to the code: what it lists is what the code has. */
@NullMarked
package dev.plumbline.docs;

import org.jspecify.annotations.NullMarked;
