// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.SqlScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What has been read of a folder so far. Not safe for use by several threads. */
final class FolderReading {
    private final SqlDialect dialect;
    private final FolderOptions options;
    private final Map<String, FolderFile> all = new HashMap<>();
    private final List<Migration> migrations = new ArrayList<>();
    private Callbacks callbacks = Callbacks.NONE;
    private final Set<String> used = new HashSet<>();

    FolderReading(SqlDialect dialect, FolderOptions options, List<FolderFile> all) {
        this.dialect = dialect;
        this.options = options;
        all.forEach(file -> this.all.put(file.relative(), file));
    }

    SqlDialect dialect() {
        return dialect;
    }

    FolderOptions options() {
        return options;
    }

    /** Returns all files of the folder and of those below, sorted by relative path. */
    List<FolderFile> files() {
        return all.values().stream()
                .sorted(Comparator.comparing(FolderFile::relative))
                .toList();
    }

    /** Returns the file of that relative path. */
    Optional<FolderFile> file(String relative) {
        return Optional.ofNullable(all.get(relative));
    }

    /** Notes that a file was understood, and so need not be named among those that were not. */
    void used(FolderFile file) {
        used.add(file.relative());
    }

    boolean isUsed(FolderFile file) {
        return used.contains(file.relative());
    }

    void add(Migration migration) {
        migrations.add(migration);
    }

    void callbacks(Callbacks found) {
        callbacks = found;
    }

    Callbacks callbacks() {
        return callbacks;
    }

    List<Migration> migrations() {
        return migrations;
    }

    /** Returns a whole file as a script, which may run in a transaction unless a directive in it says otherwise. */
    MigrationScript sql(FolderFile file) {
        return sql(file, true);
    }

    MigrationScript sql(FolderFile file, boolean transaction) {
        used(file);
        return sql(file.script(), transaction);
    }

    /** Returns a script with what the directives at its top ask for. */
    MigrationScript.Sql sql(SqlScript script, boolean transaction) {
        return new MigrationScript.Sql(script, dialect, ScriptDirectives.read(script, dialect, transaction));
    }

    /** Returns a script in which text was replaced; its checksum is that of the text as it stands in the file. */
    MigrationScript sql(SqlScript replaced, SqlScript written, boolean transaction) {
        return replaced.equals(written)
                ? sql(replaced, transaction)
                : new MigrationScript.Sql(
                        replaced, written, dialect, ScriptDirectives.read(replaced, dialect, transaction));
    }
}
