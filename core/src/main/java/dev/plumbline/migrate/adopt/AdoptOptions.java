// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.adopt;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What an adoption may do.
 *
 * @param table the table of the other tool, {@code name} or {@code schema.name}; empty for the only one there is. A table
 *     that is named here is recognised by its columns, so that it need not have the name that its tool gives by default
 * @param dirtyAsFailed whether a migration that the other tool left dirty or failed is taken over as failed, to be
 *     repaired; if not, it is a reason to refuse
 * @param lateAsPending whether files that are older than the newest recorded version, and not recorded, are left
 *     pending; if not, they are a reason to refuse
 * @param acceptModified whether files may differ from what the other tool's checksum says; if not, that is a reason to
 *     refuse
 * @param removeOld whether the table of the other tool is dropped, in the same transaction
 * @param zone the zone of times that were recorded without one
 */
public record AdoptOptions(
        Optional<String> table,
        boolean dirtyAsFailed,
        boolean lateAsPending,
        boolean acceptModified,
        boolean removeOld,
        ZoneId zone) {
    /** Refuses whatever is doubtful, leaves the old table, takes times without a zone for UTC. */
    public static final AdoptOptions DEFAULT =
            new AdoptOptions(Optional.empty(), false, false, false, false, ZoneOffset.UTC);

    /** Returns the same for that table. */
    public AdoptOptions withTable(String name) {
        return new AdoptOptions(Optional.of(name), dirtyAsFailed, lateAsPending, acceptModified, removeOld, zone);
    }

    /** Returns the same, taking a dirty migration over as failed. */
    public AdoptOptions withDirtyAsFailed() {
        return new AdoptOptions(table, true, lateAsPending, acceptModified, removeOld, zone);
    }

    /** Returns the same, leaving late files pending. */
    public AdoptOptions withLateAsPending() {
        return new AdoptOptions(table, dirtyAsFailed, true, acceptModified, removeOld, zone);
    }

    /** Returns the same, taking files as they are now. */
    public AdoptOptions withAcceptModified() {
        return new AdoptOptions(table, dirtyAsFailed, lateAsPending, true, removeOld, zone);
    }

    /** Returns the same, dropping the old table. */
    public AdoptOptions withRemoveOld() {
        return new AdoptOptions(table, dirtyAsFailed, lateAsPending, acceptModified, true, zone);
    }

    /** Returns the same with another zone. */
    public AdoptOptions withZone(ZoneId other) {
        return new AdoptOptions(table, dirtyAsFailed, lateAsPending, acceptModified, removeOld, other);
    }
}
