// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import java.util.Optional;

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

    /**
     * Returns what decides, beside the SQL itself, which schema SQL declares here: the server's version, its extensions,
     * the settings that objects are made with. Asks without making a database. Empty where that cannot be told, or where
     * making a database costs nothing worth saving.
     *
     * @throws dev.plumbline.error.PlumblineException with {@code NO_SCRATCH_DATABASE} when the server does not answer
     */
    default Optional<String> place() {
        return Optional.empty();
    }

    @Override
    void close();
}
