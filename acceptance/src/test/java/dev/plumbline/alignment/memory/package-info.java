// SPDX-License-Identifier: Apache-2.0
/** The memory store's tables as an application reads them: one record for each. */
@NullMarked
package dev.plumbline.alignment.memory;

import org.jspecify.annotations.NullMarked;
