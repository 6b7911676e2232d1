// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

/** Whether a field may be null, as far as its declaration says. */
public enum Nullness {
    /** It is primitive, annotated so, or stands where nothing is null unless it says so. */
    NEVER,
    /** It is annotated so, or an {@code Optional}. */
    POSSIBLE,
    /** Nothing says anything. */
    UNKNOWN
}
