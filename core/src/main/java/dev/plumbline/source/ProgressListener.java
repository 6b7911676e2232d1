// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

/**
 * Hears how far long work has come. Called often, and it must return at once. Calls do not overlap; while one
 * statement runs for long they come from another thread than the one that works.
 */
@FunctionalInterface
public interface ProgressListener {
    /** Hears nothing. */
    ProgressListener NONE = (what, done, total) -> {};

    /**
     * Something went on.
     *
     * @param what the work, for people, such as {@code loading schema/}
     * @param done how much of it is done
     * @param total how much there is, 0 when that is not known
     */
    void progress(String what, long done, long total);
}
