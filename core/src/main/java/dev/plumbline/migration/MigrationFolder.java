// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.script.SqlDialect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads a folder of migrations, in whichever of the known formats it is written. */
public final class MigrationFolder {
    /** A file belongs to the first that claims it. */
    private static final List<FolderFormat> FORMATS = List.of(
            new UpDownFiles(),
            new DieselFolders(),
            new FlywayFiles(),
            new LiquibaseFiles(),
            new GooseFiles(),
            new DbmateFiles(),
            new NumberedFiles());

    /** What other tools run beside SQL; it is named among what is not read. */
    private static final Pattern PROGRAM =
            Pattern.compile("[vV]?[0-9]+[0-9._-]*_.*\\.(?:go|py|rb|js|ts|php|java|kt|groovy|exs?)");

    private MigrationFolder() {}

    /**
     * Returns the migrations of a folder, and with them those in Java.
     *
     * @throws PlumblineException with {@code SOURCE_NOT_FOUND} when the folder is not there or holds none; with {@code
     *     INVALID_FILE} when it mixes formats, when two have the same version, or when a script's marks and directives
     *     mean nothing; with {@code UNSUPPORTED} for what another tool would do and Plumbline does not
     */
    public static MigrationSet read(Path folder, SqlDialect dialect, FolderOptions options) {
        List<FolderFile> all = FolderFiles.list(folder);
        Map<FolderFormat, List<FolderFile>> claimed = claims(all, options.format());
        FolderReading reading = new FolderReading(dialect, options, all);
        if (options.format().isEmpty() && claimed.keySet().stream().allMatch(LiquibaseFiles.class::isInstance)) {
            LiquibaseFiles.rejectOtherChangelogs(folder.toString(), all);
        }
        if (claimed.isEmpty()) {
            if (options.javaMigrations().isEmpty()) {
                throw nothing(folder, all, options.format());
            }
            return set(MigrationFormat.JAVA, folder.toString(), reading, all);
        }
        FolderFormat format = only(folder, claimed);
        format.read(claimed.getOrDefault(format, List.of()), reading);
        return set(format.format(), folder.toString(), reading, all);
    }

    /** Returns a set of Java migrations alone. */
    public static MigrationSet of(List<JavaMigration> migrations) {
        FolderOptions options = FolderOptions.DEFAULT.withJavaMigrations(migrations);
        // The dialect matters to SQL alone.
        FolderReading reading = new FolderReading(SqlDialect.POSTGRES, options, List.of());
        return set(MigrationFormat.JAVA, "Java migrations", reading, List.of());
    }

    /**
     * Returns the format of a folder; empty where it holds no migration.
     *
     * @throws PlumblineException with {@code SOURCE_NOT_FOUND} when it is not there, with {@code INVALID_FILE} when it
     *     mixes formats
     */
    public static Optional<MigrationFormat> detect(Path folder) {
        return detect(folder, Optional.empty());
    }

    /**
     * Returns the format of a folder, that which was said where it holds a migration of it; empty where it holds none.
     *
     * @throws PlumblineException as {@link #detect(Path)} does; no folder mixes formats of which one was said
     */
    public static Optional<MigrationFormat> detect(Path folder, Optional<MigrationFormat> said) {
        Map<FolderFormat, List<FolderFile>> claimed = claims(FolderFiles.list(folder), said);
        return claimed.isEmpty()
                ? Optional.empty()
                : Optional.of(only(folder, claimed).format());
    }

    /**
     * Returns the files by the format that claims them, as far as they stand no deeper than the first that is claimed by
     * any, or belong to the same format: a folder of old files below is another folder.
     */
    private static Map<FolderFormat, List<FolderFile>> claims(List<FolderFile> all, Optional<MigrationFormat> forced) {
        Map<MigrationFormat, List<FolderFile>> files = new EnumMap<>(MigrationFormat.class);
        int depth = Integer.MAX_VALUE;
        for (FolderFile file : all) {
            Optional<FolderFormat> format = FORMATS.stream()
                    .filter(candidate -> forced.isEmpty() || forced.get().equals(candidate.format()))
                    .filter(candidate -> candidate.claims(file))
                    .findFirst();
            if (format.isPresent()) {
                files.computeIfAbsent(format.get().format(), key -> new ArrayList<>())
                        .add(file);
                depth = Math.min(depth, file.depth());
            }
        }
        Map<FolderFormat, List<FolderFile>> claims = new HashMap<>();
        for (FolderFormat format : FORMATS) {
            List<FolderFile> found = files.getOrDefault(format.format(), List.of());
            int highest = depth;
            if (found.stream().anyMatch(file -> file.depth() == highest)) {
                claims.put(format, found);
            }
        }
        return claims;
    }

    private static FolderFormat only(Path folder, Map<FolderFormat, List<FolderFile>> claimed) {
        List<FolderFormat> found = FORMATS.stream().filter(claimed::containsKey).toList();
        if (found.size() > 1) {
            FolderFormat one = found.get(0);
            FolderFormat other = found.get(1);
            throw new PlumblineException(
                    ErrorCode.INVALID_FILE,
                    "The folder " + folder + " mixes formats: "
                            + claimed.getOrDefault(one, List.of()).getFirst() + " is written as for "
                            + one.format().tool() + ", "
                            + claimed.getOrDefault(other, List.of()).getFirst() + " as for "
                            + other.format().tool() + ". Their order and their ways down would be guesses.",
                    "Keep one format in a folder; move what is no migration out of it, or name the format to read"
                            + " (--migrations-format, or FolderOptions).");
        }
        return found.getFirst();
    }

    private static PlumblineException nothing(Path folder, List<FolderFile> all, Optional<MigrationFormat> forced) {
        String others =
                all.isEmpty() ? "it is empty" : "its files, such as " + all.getFirst() + ", are named otherwise";
        return new PlumblineException(
                ErrorCode.SOURCE_NOT_FOUND,
                "The folder " + folder + " holds no migration"
                        + forced.map(format -> " for " + format.tool()).orElse("") + ": " + others + ".",
                "Known names are 000001_name.up.sql, V1.2__name.sql, R__name.sql, 001_name.sql and"
                        + " 2024-01-31-120000_name/up.sql; create the first with 'plumbline create NAME'.");
    }

    private static MigrationSet set(
            MigrationFormat format, String origin, FolderReading reading, List<FolderFile> all) {
        for (JavaMigration migration : reading.options().javaMigrations()) {
            reading.add(JavaMigrations.migration(migration));
        }
        rejectDuplicates(reading.migrations());
        return new MigrationSet(
                format, origin, sorted(format, reading.migrations()), notRead(all, reading), reading.callbacks());
    }

    private static void rejectDuplicates(List<Migration> migrations) {
        Map<List<Object>, Migration> seen = new HashMap<>();
        for (Migration migration : migrations) {
            List<Object> key = List.of(migration.kind(), migration.id());
            Migration before = seen.putIfAbsent(key, migration);
            if (before != null) {
                throw FormatErrors.sameVersion(migration.version().text(), before.origin(), migration.origin());
            }
        }
    }

    /** A changelog says its own order, also for what runs again when it changes: what stands below may rely on it. */
    private static List<Migration> sorted(MigrationFormat format, List<Migration> migrations) {
        return format == MigrationFormat.LIQUIBASE_SQL
                ? List.copyOf(migrations)
                : migrations.stream()
                        .sorted(Comparator.<Migration, Boolean>comparing(
                                        migration -> migration.kind() == MigrationKind.REPEATABLE)
                                .thenComparing(Migration::version)
                                .thenComparing(migration -> migration.kind() != MigrationKind.BASELINE))
                        .toList();
    }

    /** A sub-folder of which nothing was read is named instead of its files. */
    private static List<String> notRead(List<FolderFile> all, FolderReading reading) {
        SortedSet<String> foldersRead = new TreeSet<>();
        all.stream().filter(reading::isUsed).map(MigrationFolder::topFolder).forEach(foldersRead::add);
        SortedSet<String> names = new TreeSet<>();
        for (FolderFile file : all) {
            boolean looked = file.isSql() || PROGRAM.matcher(file.name()).matches();
            if (looked && !reading.isUsed(file)) {
                names.add(
                        file.depth() == 1 || foldersRead.contains(topFolder(file))
                                ? file.relative()
                                : topFolder(file) + "/");
            }
        }
        return List.copyOf(names);
    }

    private static String topFolder(FolderFile file) {
        int slash = file.relative().indexOf('/');
        return slash < 0 ? "" : file.relative().substring(0, slash);
    }
}
