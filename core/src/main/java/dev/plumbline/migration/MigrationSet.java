// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import java.util.List;
import java.util.Optional;

/**
 * All migrations of a project, in the order in which an empty database takes them: baselines and versions by version,
 * repeatable ones behind them by name. Where versions are names, the order is that of the files.
 *
 * @param format how the folder is written
 * @param origin the folder, for people
 * @param migrations the migrations
 * @param notRead names of SQL files in the folder that are no migration, sorted; they are named wherever the set is
 *     shown, so that a misspelt one is seen
 * @param callbacks what is run once in a run, before, between or behind them
 */
public record MigrationSet(
        MigrationFormat format, String origin, List<Migration> migrations, List<String> notRead, Callbacks callbacks) {
    public MigrationSet {
        migrations = List.copyOf(migrations);
        notRead = List.copyOf(notRead);
    }

    /** A set without callbacks. */
    public MigrationSet(MigrationFormat format, String origin, List<Migration> migrations, List<String> notRead) {
        this(format, origin, migrations, notRead, Callbacks.NONE);
    }

    /** Returns the migration of that identity; a versioned one before a baseline of the same version. */
    public Optional<Migration> find(MigrationId id) {
        Optional<Migration> versioned = migrations.stream()
                .filter(migration -> migration.id().equals(id))
                .filter(migration -> migration.kind() != MigrationKind.BASELINE)
                .findFirst();
        return versioned.isPresent()
                ? versioned
                : migrations.stream()
                        .filter(migration -> migration.id().equals(id))
                        .findFirst();
    }
}
