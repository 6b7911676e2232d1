// SPDX-License-Identifier: Apache-2.0
/**
 * What stands between two catalogs. Input: the actual and the desired catalog. Output: a {@link dev.plumbline.gap.Gap},
 * and from it the analysis that a DBA would write. It never talks to a database.
 */
@NullMarked
package dev.plumbline.gap;

import org.jspecify.annotations.NullMarked;
