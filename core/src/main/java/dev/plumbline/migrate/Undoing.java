// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.migration.MigrationKind;
import java.util.Comparator;
import java.util.List;

/** Chooses what is undone, and in which order: the one that was applied last goes first. */
final class Undoing {
    private static final Comparator<MigrationEntry> NEWEST_FIRST = Comparator.<MigrationEntry>comparingLong(
                    entry -> entry.revision().orElseThrow().rank())
            .reversed();

    private Undoing() {}

    /** Returns the last that were applied, repeatable ones left out. */
    static List<MigrationEntry> last(MigrationStatus status, int count) {
        return status.entries().stream()
                .filter(MigrationEntry::inPlace)
                .filter(entry -> entry.revision().orElseThrow().kind() != MigrationKind.REPEATABLE)
                .sorted(NEWEST_FIRST)
                .limit(count)
                .toList();
    }

    static List<MigrationEntry> of(List<MigrationEntry> entries) {
        return entries.stream().sorted(NEWEST_FIRST).toList();
    }
}
