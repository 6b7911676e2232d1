// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.adopt;

import dev.plumbline.migration.Migration;
import dev.plumbline.migration.MigrationKind;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.migration.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of a set a database has that is at some version without anything having been recorded. */
final class StandIn {
    private StandIn() {}

    /**
     * Returns the versioned migrations up to a version, it included, in the order of the set. Where the newest baseline
     * up to there has no versioned migration of its own version beside it, it stands for what is older.
     */
    static List<Migration> upTo(MigrationSet set, Version version) {
        List<Migration> older = notAfter(set, version);
        Optional<Migration> baseline = older.stream()
                .filter(migration -> migration.kind() == MigrationKind.BASELINE)
                .reduce((before, after) -> after)
                .filter(newest -> older.stream()
                        .noneMatch(other -> other.kind() == MigrationKind.VERSIONED
                                && other.version().equals(newest.version())));
        return older.stream()
                .filter(migration -> baseline.map(stands -> stands.equals(migration)
                                || (migration.kind() == MigrationKind.VERSIONED
                                        && migration.version().compareTo(stands.version()) > 0))
                        .orElse(migration.kind() != MigrationKind.BASELINE))
                .toList();
    }

    private static List<Migration> notAfter(MigrationSet set, Version version) {
        List<Migration> older = new ArrayList<>();
        // Names have no order of their own: there, it is that of the set.
        boolean beyond = false;
        for (Migration migration : set.migrations()) {
            // One that may be repeated belongs to no version, unless it stands among them, as in a changelog of
            // Liquibase.
            if (migration.kind() == MigrationKind.REPEATABLE && version.isNumbered()) {
                continue;
            }
            boolean is = migration.version().equals(version);
            if (version.isNumbered() ? migration.version().compareTo(version) <= 0 : !beyond || is) {
                older.add(migration);
            }
            beyond |= is;
        }
        return older;
    }
}
