// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.migrate.Revision.Direction;
import java.time.Duration;
import java.util.List;

/**
 * What a run has done.
 *
 * @param done the migrations, in the order in which they were carried out
 * @param status how files and history stand now
 * @param took how long it took, waiting for other runs included
 * @param notes what whoever runs it should know, one sentence each
 */
public record MigrationOutcome(List<Done> done, MigrationStatus status, Duration took, List<String> notes) {
    public MigrationOutcome {
        done = List.copyOf(done);
        notes = List.copyOf(notes);
    }

    /** A migration that was carried out. */
    public record Done(String migration, Direction direction, Duration took) {}
}
