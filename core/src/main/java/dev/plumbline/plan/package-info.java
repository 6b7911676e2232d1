// SPDX-License-Identifier: Apache-2.0
/**
 * The way from one catalog to another. Input: a gap. Output: a {@link dev.plumbline.plan.Plan}, ordered steps as data.
 * It never talks to a database and does no I/O.
 */
@NullMarked
package dev.plumbline.plan;

import org.jspecify.annotations.NullMarked;
