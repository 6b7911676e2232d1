// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review;

/** Who runs a migration, which decides what protects the database while it runs. */
public enum Runner {
    /** Plumbline: it sets a lock timeout, tries again, clears invalid indexes away, and goes on where a run stopped. */
    PLUMBLINE,
    /** Something that sends the statements and no more. */
    OTHER
}
