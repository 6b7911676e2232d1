// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.adopt;

import dev.plumbline.migration.Migration;
import dev.plumbline.migration.MigrationKind;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.migration.Version;
import dev.plumbline.source.HistoryTable;
import java.util.List;
import java.util.Set;

/** Finds the files of what another tool recorded, by what that tool tells its migrations by. */
record FileMatcher(HistoryTable tool, MigrationSet set) {

    /** Returns the migrations that may be meant: one, when all is well. */
    List<Migration> find(Recorded recorded) {
        List<Migration> found = set.migrations().stream()
                .filter(migration -> isMeant(recorded, migration))
                .toList();
        if (found.size() > 1 && tool == HistoryTable.LIQUIBASE) {
            // The same id and author may stand in several files.
            List<Migration> inFile = found.stream()
                    .filter(migration -> baseName(migration.origin()).startsWith(baseName(recorded.name())))
                    .toList();
            return inFile.isEmpty() ? found : inFile;
        }
        return found;
    }

    private boolean isMeant(Recorded recorded, Migration migration) {
        String key = recorded.key();
        return switch (tool) {
            case LIQUIBASE -> isChangeSet(key, migration);
            case SQITCH -> names(migration).contains(key);
            case DIESEL ->
                migration.kind() == MigrationKind.VERSIONED
                        && withoutDashes(migration.version().text()).equals(withoutDashes(key));
            case SCHEMA_VERSION ->
                migration.kind() == MigrationKind.VERSIONED
                        && (migration.version().equals(Version.of(withoutV(key)))
                                || names(migration).contains(key));
            default ->
                switch (recorded.kind()) {
                    case REPEATABLE ->
                        migration.kind() == MigrationKind.REPEATABLE && isRepeatable(recorded, migration);
                    case BASELINE ->
                        migration.kind() == MigrationKind.BASELINE
                                && migration.version().equals(Version.of(key));
                    case VERSIONED ->
                        migration.kind() == MigrationKind.VERSIONED
                                && migration.version().equals(Version.of(key));
                };
        };
    }

    private static boolean isRepeatable(Recorded recorded, Migration migration) {
        return baseName(migration.origin()).equals(baseName(recorded.key()))
                || withBlanks(migration.version().text()).equals(withBlanks(recorded.name()));
    }

    /** The key is {@code author:id}; an id alone is told by its author, where the files name none. */
    private static boolean isChangeSet(String key, Migration migration) {
        String version = migration.version().text();
        return version.equals(key)
                || version.endsWith(":" + key)
                || version.endsWith("/" + key)
                || (!version.contains(":") && key.endsWith(":" + version));
    }

    private static Set<String> names(Migration migration) {
        String file = baseName(migration.origin());
        return Set.copyOf(List.of(
                migration.name(),
                migration.title(),
                migration.version().text(),
                migration.origin(),
                file,
                file.endsWith(".sql") ? file.substring(0, file.length() - 4) : file));
    }

    private static String baseName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static String withoutDashes(String version) {
        return version.replace("-", "");
    }

    private static String withoutV(String version) {
        return version.startsWith("v") || version.startsWith("V") ? version.substring(1) : version;
    }

    private static String withBlanks(String name) {
        return name.replace('_', ' ');
    }
}
