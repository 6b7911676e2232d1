// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.replay;

import java.util.List;

/**
 * How every migration of a set did on a scratch database that began empty.
 *
 * @param migrations each with its result, in the order of the set
 */
public record MigrationTest(List<TestedMigration> migrations) {
    public MigrationTest {
        migrations = List.copyOf(migrations);
    }

    /** Returns whether all of them can be relied on. */
    public boolean passed() {
        return migrations.stream().allMatch(TestedMigration::passed);
    }
}
