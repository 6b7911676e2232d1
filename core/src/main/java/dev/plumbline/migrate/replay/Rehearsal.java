// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.replay;

import dev.plumbline.migrate.HistoryLocation;
import dev.plumbline.migration.MigrationSet;
import java.sql.Connection;
import java.util.function.Supplier;

/** Finds out what a run would do. */
public final class Rehearsal {
    public Rehearsal(ReplayTools tools, Supplier<Connection> connections, MigrationSet set, HistoryLocation location) {}

    public DryRun up() {
        return java.util.List.<DryRun>of().getFirst();
    }

    public DryRun down(int count) {
        return java.util.List.<DryRun>of().getFirst();
    }

    public DryRun to(String version) {
        return java.util.List.<DryRun>of().getFirst();
    }
}
