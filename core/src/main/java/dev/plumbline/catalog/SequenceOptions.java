// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

/** The numbers of a sequence, as {@code pg_sequence} has them. */
public record SequenceOptions(
        String dataType, long start, long increment, long minimum, long maximum, long cache, boolean cycle) {}
