// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code 001_name.sql}, {@code 1.2_03_name.sql}, {@code 2024_01_31_120000_name.sql}; in a folder named after a version,
 * whose numbers then come first ({@code 0.9/00__name.sql}); or, as Prisma has it, {@code 2024…_name/migration.sql}. A
 * file of the same name with {@code _down}, {@code _undo} or {@code _rollback} at its end is the way down.
 */
final class NumberedFiles implements FolderFormat {
    private static final String DATE = "[0-9]{4}[-_][0-9]{2}[-_][0-9]{2}(?:[-_][0-9]{6})?";
    private static final String DOTTED = "[0-9]+(?:\\.[0-9]+)+_[0-9]+|[0-9]+(?:\\.[0-9]+)*";
    private static final String NAME = "[vV]?(" + DATE + "|" + DOTTED + ")(?:[._-]+(.*))?";
    private static final Pattern FILE = Pattern.compile(NAME + "\\.sql");
    private static final Pattern VERSION_FOLDER = Pattern.compile("[vV]?([0-9]+(?:[._][0-9]+)*)");
    private static final Pattern NAMED_FOLDER = Pattern.compile(NAME);
    private static final Pattern WAY_DOWN = Pattern.compile("(.*)[._](?:down|undo|rollback)\\.sql");

    @Override
    public MigrationFormat format() {
        return MigrationFormat.NUMBERED_FILES;
    }

    @Override
    public boolean claims(FolderFile file) {
        return file.isSql() && identity(file).isPresent();
    }

    private record Identity(String version, String name) {}

    private static Optional<Identity> identity(FolderFile file) {
        if (file.depth() > 2) {
            return Optional.empty();
        }
        if (file.depth() == 2 && file.name().equals("migration.sql")) {
            return identity(NAMED_FOLDER.matcher(file.parent()), "");
        }
        if (file.depth() == 1) {
            return identity(FILE.matcher(file.name()), "");
        }
        Matcher folder = VERSION_FOLDER.matcher(file.parent());
        return folder.matches() ? identity(FILE.matcher(file.name()), folder.group(1) + ".") : Optional.empty();
    }

    private static Optional<Identity> identity(Matcher name, String prefix) {
        return name.matches()
                ? Optional.of(new Identity(prefix + name.group(1), name.group(2) == null ? "" : name.group(2)))
                : Optional.empty();
    }

    @Override
    public void read(List<FolderFile> files, FolderReading reading) {
        Map<String, FolderFile> downs = downs(files);
        for (FolderFile file : files) {
            Identity identity = identity(file).orElseThrow();
            if (!downs.containsValue(file)) {
                reading.add(new Migration(
                        MigrationKind.VERSIONED,
                        Version.of(identity.version()),
                        identity.name(),
                        file.relative(),
                        reading.sql(file),
                        Optional.ofNullable(downs.get(file.relative())).map(reading::sql),
                        Optional.empty()));
            }
        }
    }

    /** Returns the ways down by the files they undo; {@code 005_scale_down.sql} alone is a migration like any other. */
    private static Map<String, FolderFile> downs(List<FolderFile> files) {
        Map<String, FolderFile> downs = new HashMap<>();
        for (FolderFile file : files) {
            Matcher down = WAY_DOWN.matcher(file.relative());
            if (down.matches()) {
                files.stream()
                        .map(FolderFile::relative)
                        .filter(up -> up.equals(down.group(1) + ".sql") || up.equals(down.group(1) + "_up.sql"))
                        .findFirst()
                        .ifPresent(up -> downs.put(up, file));
            }
        }
        return downs;
    }
}
