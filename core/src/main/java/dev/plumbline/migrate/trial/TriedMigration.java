// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.trial;

import dev.plumbline.gap.Gap;
import dev.plumbline.migrate.replay.ReplayFailure;
import java.util.Optional;

/**
 * A migration that was tried: up, and where it has a way down, down and up again.
 *
 * @param title what it is called
 * @param ofFolder whether it belongs to a folder of migrations; if not, it is a file of SQL by itself
 * @param up the way up
 * @param back the way back; empty where there is none, or where the way up failed
 * @param oneWay whether it comes without a way down that one could expect
 */
public record TriedMigration(String title, boolean ofFolder, TriedScript up, Optional<WayBack> back, boolean oneWay) {

    /** Returns the same migration of a folder in which none has a way down, so that nobody misses one. */
    public TriedMigration goingForwards() {
        return new TriedMigration(title, ofFolder, up, back, false);
    }

    /**
     * The way down, and up once more.
     *
     * @param down the way down; of its statements only whose data is gone was looked at
     * @param rest from the catalog after it (the actual side) to the catalog before the migration (the desired side);
     *     empty where the way down failed
     * @param again why the second way up fails; empty where it does not, or was not tried
     * @param other from the catalog after the second way up to the catalog after the first; empty where it was not tried
     */
    public record WayBack(TriedScript down, Optional<Gap> rest, Optional<ReplayFailure> again, Optional<Gap> other) {}
}
