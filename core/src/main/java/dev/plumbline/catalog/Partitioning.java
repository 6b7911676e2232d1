// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

/** How a partitioned table splits its rows: {@code key} is {@code pg_get_partkeydef}, such as {@code RANGE (at)}. */
public record Partitioning(String key) {}
