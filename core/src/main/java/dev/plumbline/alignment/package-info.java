// SPDX-License-Identifier: Apache-2.0
/**
 * Columns against fields. Input: a catalog, and the class files of the types into which an application reads rows. Output:
 * an {@link dev.plumbline.alignment.Alignment}, with every place in which the two do not agree. It never loads, initialises
 * or runs a class that it looks at, and never talks to a database.
 */
@NullMarked
package dev.plumbline.alignment;

import org.jspecify.annotations.NullMarked;
