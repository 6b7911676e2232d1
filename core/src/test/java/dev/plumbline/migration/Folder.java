// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.error.PlumblineException;
import dev.plumbline.script.ScriptStatement;
import dev.plumbline.script.SqlDialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder that a test writes and reads. */
record Folder(Path path) {
    Folder with(String name, String text) {
        try {
            Path file = path.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MigrationSet read() {
        return read(FolderOptions.DEFAULT);
    }

    MigrationSet read(FolderOptions options) {
        return MigrationFolder.read(path, SqlDialect.POSTGRES, options);
    }

    PlumblineException refusal() {
        return refusal(FolderOptions.DEFAULT);
    }

    PlumblineException refusal(FolderOptions options) {
        return catchThrowableOfType(PlumblineException.class, () -> read(options));
    }

    static List<String> versions(MigrationSet set) {
        return set.migrations().stream()
                .map(migration -> migration.version().text())
                .toList();
    }

    static List<String> titles(MigrationSet set) {
        return set.migrations().stream().map(Migration::title).toList();
    }

    static List<String> up(Migration migration) {
        return statements(migration.up());
    }

    static List<String> down(Migration migration) {
        return statements(migration.down().orElseThrow());
    }

    static List<String> statements(MigrationScript script) {
        return ((MigrationScript.Sql) script)
                .statements().stream().map(ScriptStatement::sql).toList();
    }
}
