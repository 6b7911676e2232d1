// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.migration.Migration;
import dev.plumbline.migration.MigrationId;
import java.util.Optional;

/**
 * One migration, in its files and in the history.
 *
 * @param state how the two stand to each other
 * @param migration the files; empty for one that went missing
 * @param revision its row that is in place; empty for one that is not applied
 */
public record MigrationEntry(MigrationState state, Optional<Migration> migration, Optional<Revision> revision) {
    /** Returns what it is found by. */
    public MigrationId id() {
        return migration
                .map(Migration::id)
                .orElseGet(() -> revision.orElseThrow().id());
    }

    /** Returns it for people: {@code 000001_initial_schema}. */
    public String title() {
        return migration
                .map(Migration::title)
                .orElseGet(() -> revision.orElseThrow().title());
    }

    /** Returns whether the database has it, wholly or in part. */
    public boolean inPlace() {
        return revision.isPresent();
    }
}
