// SPDX-License-Identifier: Apache-2.0
/**
 * The façade of the library; the stages are the packages below.
 */
@NullMarked
package dev.plumbline;

import org.jspecify.annotations.NullMarked;
