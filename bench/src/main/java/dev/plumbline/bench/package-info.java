// SPDX-License-Identifier: Apache-2.0
/**
 * Measures whole processes: Plumbline's, those of other tools that do the same work, and the database's own client as
 * the floor. Input: nothing but what it makes itself. Output: {@code docs/benchmarks.md} and its plots.
 */
@NullMarked
package dev.plumbline.bench;

import org.jspecify.annotations.NullMarked;
