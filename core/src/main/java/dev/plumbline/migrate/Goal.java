// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.migration.MigrationId;
import dev.plumbline.migration.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A version to go to.
 *
 * @param reached the versions up to and including it
 * @param beyond what is in place behind it, in the order of the set
 */
record Goal(Set<MigrationId> reached, List<MigrationEntry> beyond) {
    private static final Version BEFORE_THE_FIRST = Version.of("0");

    Goal {
        reached = Set.copyOf(reached);
        beyond = List.copyOf(beyond);
    }

    static Goal of(MigrationStatus status, Version version) {
        Set<MigrationId> reached = new HashSet<>();
        List<MigrationEntry> beyond = new ArrayList<>();
        boolean known = status.entries().stream().anyMatch(entry -> is(entry, version));
        if (!known && !version.equals(BEFORE_THE_FIRST)) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    "There is no migration " + version + ", neither in the files nor in the history.",
                    "'status' lists what there is; 0 stands for the state before the first.");
        }
        boolean passed = !known;
        for (MigrationEntry entry : status.entries()) {
            if (!passed) {
                reached.add(entry.id());
            } else if (entry.inPlace() && !entry.id().repeatable()) {
                beyond.add(entry);
            }
            passed |= is(entry, version);
        }
        return new Goal(reached, beyond);
    }

    private static boolean is(MigrationEntry entry, Version version) {
        return !entry.id().repeatable() && entry.id().version().equals(version);
    }

    /**
     * Returns whether the way to the goal leads over an entry. A repeatable one that stands behind all versions may name what only
     * comes later; one in a changelog of Liquibase stands where it is needed.
     */
    boolean includes(MigrationEntry entry) {
        return reached.contains(entry.id());
    }
}
