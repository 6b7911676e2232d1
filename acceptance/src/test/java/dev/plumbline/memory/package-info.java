// SPDX-License-Identifier: Apache-2.0
/** Tests of the memory store, {@code packs/memory}. */
@NullMarked
package dev.plumbline.memory;

import org.jspecify.annotations.NullMarked;
