// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.migration.FolderOptions;
import dev.plumbline.migration.Migration;
import dev.plumbline.migration.MigrationFolder;
import dev.plumbline.migration.MigrationKind;
import dev.plumbline.migration.MigrationScript;
import dev.plumbline.migration.PlainScript;
import dev.plumbline.migration.Version;
import dev.plumbline.script.SqlDialect;
import java.nio.file.Path;
import java.util.Optional;

/** A file of SQL as the migration that it is: with its way down where it stands in a folder of migrations. */
final class SavedScript {
    private SavedScript() {}

    static Migration read(Path file, SqlDialect dialect, FolderOptions options) {
        Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        Optional<Migration> migration =
                MigrationFolder.detect(folder, options.format()).isEmpty()
                        ? Optional.empty()
                        : MigrationFolder.read(folder, dialect, options).migrations().stream()
                                .filter(each -> isOf(each, file))
                                .findFirst();
        String name = String.valueOf(file.getFileName());
        return migration.orElseGet(() -> new Migration(
                MigrationKind.VERSIONED,
                Version.named(name),
                name,
                name,
                PlainScript.read(file, dialect),
                Optional.empty(),
                Optional.empty()));
    }

    private static boolean isOf(Migration migration, Path file) {
        return migration.up() instanceof MigrationScript.Sql sql
                && absolute(Path.of(sql.script().name())).equals(absolute(file));
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
