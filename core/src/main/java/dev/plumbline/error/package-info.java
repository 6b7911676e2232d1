// SPDX-License-Identifier: Apache-2.0
/**
 * The one family of exceptions. Input: a fact, its effect, the way out. It never carries findings or differences: those
 * are results.
 */
@NullMarked
package dev.plumbline.error;

import org.jspecify.annotations.NullMarked;
