// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

/** Makes scratch databases of one engine and major version. Closing it removes whatever is left of them. */
public interface ScratchDatabases extends AutoCloseable {
    /**
     * Returns a new, empty scratch database.
     *
     * @throws dev.plumbline.error.PlumblineException with {@code NO_SCRATCH_DATABASE} when none can be made
     */
    ScratchDatabase create();

    /** Returns where they are made, for people: {@code embedded PostgreSQL 17}, {@code in memory}. */
    String description();

    @Override
    void close();
}
