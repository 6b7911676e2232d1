// SPDX-License-Identifier: Apache-2.0
/**
 * Values of the library, written for people and machines; input and output are values, never a database.
 */
@NullMarked
package dev.plumbline.report;

import org.jspecify.annotations.NullMarked;
