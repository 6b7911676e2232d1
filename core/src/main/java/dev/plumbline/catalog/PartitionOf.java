// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

/** That a table is a partition: of which table, and {@code FOR VALUES …} or {@code DEFAULT}. */
public record PartitionOf(ObjectKey parent, String bound) {}
