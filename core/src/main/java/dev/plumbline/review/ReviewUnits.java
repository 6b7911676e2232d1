// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.migration.FolderOptions;
import dev.plumbline.migration.Migration;
import dev.plumbline.migration.MigrationFolder;
import dev.plumbline.migration.MigrationScript;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.migration.PlainScript;
import dev.plumbline.script.SqlDialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds out what the files and folders are that somebody wants to have reviewed. */
public final class ReviewUnits {
    private final SqlDialect dialect;
    private final FolderOptions options;
    private final Map<Path, Optional<MigrationSet>> sets = new HashMap<>();
    private final Map<Path, Set<Migration>> chosen = new LinkedHashMap<>();
    private final List<MigrationScript.Sql> plain = new ArrayList<>();
    private final List<ReviewUnit> units = new ArrayList<>();
    private final Set<Path> unreadable = new HashSet<>();

    private ReviewUnits(SqlDialect dialect, FolderOptions options) {
        this.dialect = dialect;
        this.options = options;
    }

    /**
     * Returns what files and folders are: a file that is a migration of the folder in which it stands is reviewed as
     * such, and so are all migrations of a folder; any other file is SQL.
     *
     * @throws PlumblineException with {@code SOURCE_NOT_FOUND} for what is not there, or holds no SQL
     */
    public static List<ReviewUnit> of(List<Path> paths, SqlDialect dialect, FolderOptions options) {
        ReviewUnits units = new ReviewUnits(dialect, options);
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                units.folder(path);
            } else if (Files.isRegularFile(path)) {
                units.file(path);
            } else {
                throw new PlumblineException(
                        ErrorCode.SOURCE_NOT_FOUND,
                        "There is no file or folder " + path + ".",
                        "Name files of SQL, migrations, or folders of them.");
            }
        }
        return units.units();
    }

    private List<ReviewUnit> units() {
        List<ReviewUnit> all = new ArrayList<>();
        chosen.forEach((folder, migrations) ->
                all.add(new ReviewUnit.Folder(folder, set(folder).orElseThrow(), migrations)));
        if (!plain.isEmpty()) {
            all.add(new ReviewUnit.Files(plain));
        }
        all.addAll(units);
        return all;
    }

    private void folder(Path folder) {
        try {
            if (MigrationFolder.detect(folder, options.format()).isEmpty()) {
                files(folder).forEach(this::plain);
                return;
            }
            MigrationSet set = MigrationFolder.read(folder, dialect, options);
            sets.put(folder, Optional.of(set));
            Set<Migration> all = chosen.computeIfAbsent(folder, key -> new LinkedHashSet<>());
            set.migrations().stream()
                    .filter(migration -> migration.up() instanceof MigrationScript.Sql)
                    .forEach(all::add);
        } catch (PlumblineException e) {
            unreadable(folder, e);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> files = walk.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new PlumblineException(
                        ErrorCode.SOURCE_NOT_FOUND,
                        "The folder " + folder + " holds no file of SQL.",
                        "Name files of SQL, migrations, or folders of them.");
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void file(Path file) {
        for (Path folder : homes(file)) {
            if (unreadable.contains(folder)) {
                return; // what it finds there is not known
            }
            Optional<Migration> migration = set(folder).flatMap(set -> migration(set, file));
            if (migration.isPresent()) {
                chosen.computeIfAbsent(folder, key -> new LinkedHashSet<>()).add(migration.get());
                return;
            }
        }
        if (homes(file).stream().noneMatch(unreadable::contains)) {
            plain(file);
        }
    }

    /** The folders whose migration a file may be: its own, and the one above where each migration has a folder. */
    private static List<Path> homes(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path parent = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        String above = String.valueOf(
                Optional.ofNullable(absolute.getParent()).map(Path::getFileName).orElse(null));
        if (above.isEmpty() || !Character.isDigit(above.charAt(0))) {
            return List.of(parent);
        }
        Path grandparent = parent.toString().isEmpty()
                ? Path.of("..")
                : Optional.ofNullable(parent.getParent()).orElse(Path.of(""));
        return List.of(parent, grandparent);
    }

    private Optional<MigrationSet> set(Path folder) {
        return sets.computeIfAbsent(folder, this::read);
    }

    private Optional<MigrationSet> read(Path folder) {
        try {
            return MigrationFolder.detect(folder, options.format()).isEmpty()
                    ? Optional.empty()
                    : Optional.of(MigrationFolder.read(folder, dialect, options));
        } catch (PlumblineException e) {
            unreadable(folder, e);
            return Optional.empty();
        }
    }

    private static Optional<Migration> migration(MigrationSet set, Path file) {
        Path wanted = file.toAbsolutePath().normalize();
        return set.migrations().stream()
                .filter(migration -> Stream.concat(
                                Stream.of(migration.up()),
                                Stream.concat(migration.down().stream(), migration.verify().stream()))
                        .anyMatch(script -> script instanceof MigrationScript.Sql sql
                                && Path.of(sql.script().name())
                                        .toAbsolutePath()
                                        .normalize()
                                        .equals(wanted)))
                .findFirst();
    }

    private void plain(Path file) {
        try {
            plain.add(PlainScript.read(file, dialect));
        } catch (PlumblineException e) {
            unreadable(file, e);
        }
    }

    private void unreadable(Path path, PlumblineException error) {
        if (error.code() == ErrorCode.SOURCE_NOT_FOUND) {
            throw error;
        }
        units.add(new ReviewUnit.Unreadable(path, error));
        unreadable.add(path);
    }
}
