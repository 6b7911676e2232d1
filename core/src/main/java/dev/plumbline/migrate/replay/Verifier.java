// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.replay;

import dev.plumbline.migrate.HistoryLocation;
import dev.plumbline.migration.MigrationSet;
import java.sql.Connection;
import java.util.function.Supplier;

/** Compares a live database with what its history says that it is. */
public final class Verifier {
    public Verifier(ReplayTools tools, Supplier<Connection> connections, MigrationSet set, HistoryLocation location) {}

    public Verification verify() {
        return java.util.List.<Verification>of().getFirst();
    }
}
