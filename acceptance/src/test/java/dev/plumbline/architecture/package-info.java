// SPDX-License-Identifier: Apache-2.0
/**
 * Tests of the shape of the code: which way dependencies go, who may talk to a database, who may print.
 */
@NullMarked
package dev.plumbline.architecture;

import org.jspecify.annotations.NullMarked;
