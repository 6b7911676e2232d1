// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.replay;

import dev.plumbline.migrate.MigrationStatus;
import java.util.List;
import java.util.Optional;

/**
 * What a run would do, found out on a scratch database that was given the live catalog and none of its rows. The live
 * database was only read.
 *
 * @param status how files and history stand now
 * @param migrations what would be carried out, in order
 * @param notRehearsed why nothing could be tried, so that only the SQL is known; empty where it was
 * @param notes what whoever runs it should know, one sentence each
 */
public record DryRun(
        MigrationStatus status,
        List<RehearsedMigration> migrations,
        Optional<ReplayFailure> notRehearsed,
        List<String> notes) {
    public DryRun {
        migrations = List.copyOf(migrations);
        notes = List.copyOf(notes);
    }

    /** Returns whether nothing stands in the way as far as a database without rows can tell. */
    public boolean succeeds() {
        return notRehearsed.isEmpty()
                && migrations.stream().allMatch(migration -> migration.failure().isEmpty());
    }
}
