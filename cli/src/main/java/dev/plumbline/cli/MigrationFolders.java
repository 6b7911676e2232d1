// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.error.PlumblineException;
import dev.plumbline.migration.MigrationFolder;
import dev.plumbline.migration.MigrationFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Recognises the migration folders of other tools by the names of their files and the marks in them. */
final class MigrationFolders {
    private static final List<String> USUAL = List.of(
            "migrations",
            "db/migrations",
            "db/migrate",
            "sql/migrations",
            "database/migrations",
            "internal/db/migrations",
            "src/main/resources/db/migration",
            "src/main/resources/db/changelog",
            "supabase/migrations",
            "prisma/migrations",
            "alembic/versions",
            "migrations/versions");

    private MigrationFolders() {}

    /**
     * A folder that was found.
     *
     * @param tool whose it seems to be
     * @param sql whether its migrations are SQL, so that they can be replayed
     */
    record Found(Path folder, String tool, boolean sql) {}

    /** Returns the first usual folder below a root that holds migrations. */
    static Optional<Found> find(Path root) throws IOException {
        for (String name : USUAL) {
            Path folder = root.resolve(name);
            if (Files.isDirectory(folder)) {
                Optional<Found> found = recognise(folder);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Found> recognise(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder, 2)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        if (any(files, "migration_lock\\.toml")) {
            return Optional.of(new Found(folder, "Prisma", true));
        }
        if (any(files, "atlas\\.sum")) {
            return Optional.of(new Found(folder, "Atlas", true));
        }
        if (any(files, ".*\\.rb")) {
            return Optional.of(new Found(folder, "Rails", false));
        }
        if (any(files, ".*\\.py")) {
            return Optional.of(new Found(folder, "Alembic", false));
        }
        if (any(files, ".*changelog.*\\.(xml|ya?ml|json)")) {
            return Optional.of(new Found(folder, "Liquibase", false));
        }
        return byFormat(folder);
    }

    /** A folder that contradicts itself is recognised by nobody here; the command that reads it says why. */
    private static Optional<Found> byFormat(Path folder) {
        try {
            return MigrationFolder.detect(folder).map(format -> new Found(folder, tool(format), true));
        } catch (PlumblineException e) {
            return Optional.of(new Found(folder, "more than one tool", true));
        }
    }

    private static String tool(MigrationFormat format) {
        return format == MigrationFormat.UP_DOWN_FILES ? "golang-migrate" : format.tool();
    }

    private static boolean any(List<Path> files, String pattern) {
        return files.stream()
                .anyMatch(file -> String.valueOf(file.getFileName()).matches(pattern));
    }
}
