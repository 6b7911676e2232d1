// SPDX-License-Identifier: Apache-2.0
/**
 * Measures how long an application waits while its database is changed: each of many changes by the plain statement and by a plan
 * of Plumbline, while an application reads, writes, reports and leaves transactions open. Input: the shop and the changes in this
 * package's SQL files. Output: {@code docs/benchmarks-traffic.md} and its picture.
 */
@NullMarked
package dev.plumbline.bench.traffic;

import org.jspecify.annotations.NullMarked;
