// SPDX-License-Identifier: Apache-2.0
package dev.plumbline;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.source.ScratchDatabase;
import dev.plumbline.source.ScratchDatabases;

/** Stands where no place for scratch databases was given. */
final class NoScratchDatabases implements ScratchDatabases {
    @Override
    public ScratchDatabase create() {
        throw new PlumblineException(
                ErrorCode.NO_SCRATCH_DATABASE,
                "This needs a scratch database of PostgreSQL, and no place for one was given. Nothing was done.",
                "Give one with withScratch(…): beside a database whose role has CREATEDB (ServerScratchDatabases), or on"
                        + " an embedded PostgreSQL.");
    }

    @Override
    public String description() {
        return "none";
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
