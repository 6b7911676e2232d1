// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import dev.plumbline.script.SqlScript;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code V1.2__name.sql}, {@code U1.2__name.sql}, {@code B1.2__name.sql} and {@code R__name.sql}, in the folder and all
 * folders below; numbers of a version are separated by dots or underscores (Flyway's documentation, "Migrations").
 * Its callbacks are {@link FlywayCallbacks}.
 */
final class FlywayFiles implements FolderFormat {
    private static final Pattern VERSIONED = Pattern.compile("([VUB])([0-9]+(?:[._][0-9]+)*)__(.*)\\.sql");
    private static final Pattern REPEATABLE = Pattern.compile("R__(.+)\\.sql");

    @Override
    public MigrationFormat format() {
        return MigrationFormat.FLYWAY;
    }

    @Override
    public boolean claims(FolderFile file) {
        String name = file.name();
        return VERSIONED.matcher(name).matches() || REPEATABLE.matcher(name).matches();
    }

    @Override
    public void read(List<FolderFile> files, FolderReading reading) {
        FlywayCallbacks callbacks = FlywayCallbacks.read(reading);
        reading.callbacks(callbacks.oncePerRun());
        Map<Version, FolderFile> undos = undos(files);
        for (FolderFile file : files) {
            Matcher repeatable = REPEATABLE.matcher(file.name());
            Matcher versioned = VERSIONED.matcher(file.name());
            if (repeatable.matches()) {
                String name = repeatable.group(1);
                Version version = Version.named(name);
                add(MigrationKind.REPEATABLE, version, name, file, Optional.empty(), callbacks, reading);
            } else if (versioned.matches() && !versioned.group(1).equals("U")) {
                boolean baseline = versioned.group(1).equals("B");
                Version version = Version.of(versioned.group(2));
                add(
                        baseline ? MigrationKind.BASELINE : MigrationKind.VERSIONED,
                        version,
                        versioned.group(3),
                        file,
                        baseline ? Optional.empty() : Optional.ofNullable(undos.get(version)),
                        callbacks,
                        reading);
            }
        }
    }

    private static Map<Version, FolderFile> undos(List<FolderFile> files) {
        Map<Version, FolderFile> undos = new HashMap<>();
        for (FolderFile file : files) {
            Matcher name = VERSIONED.matcher(file.name());
            if (name.matches() && name.group(1).equals("U")) {
                FolderFile before = undos.putIfAbsent(Version.of(name.group(2)), file);
                if (before != null) {
                    throw FormatErrors.sameVersion(name.group(2), before.relative(), file.relative());
                }
            }
        }
        return undos;
    }

    private static void add(
            MigrationKind kind,
            Version version,
            String name,
            FolderFile file,
            Optional<FolderFile> undo,
            FlywayCallbacks callbacks,
            FolderReading reading) {
        reading.add(new Migration(
                kind,
                version,
                name,
                file.relative(),
                callbacks.aroundUp(script(file, kind, reading)),
                undo.map(down -> callbacks.aroundDown(script(down, kind, reading))),
                Optional.empty()));
    }

    private static MigrationScript script(FolderFile file, MigrationKind kind, FolderReading reading) {
        reading.used(file);
        FlywayScriptConfig config = FlywayScriptConfig.of(file, reading);
        SqlScript replaced = config.replaced(file, reading);
        // A repeatable one runs again whenever what it does has changed, be it through a placeholder.
        return kind == MigrationKind.REPEATABLE
                ? reading.sql(replaced, config.transaction())
                : reading.sql(replaced, file.script(), config.transaction());
    }
}
