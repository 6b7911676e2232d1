// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of a migration that is still to be written: the scheme that a folder has for its versions, continued.
 *
 * @param format how the folder is written; {@link MigrationFormat#UP_DOWN_FILES} where nothing is in it yet
 * @param folder the folder in which the newest migration stands, which may be below the one that was named
 * @param prefix what stands before the version: {@code V} for Flyway, else mostly nothing
 * @param version the next version, as wide as the newest one
 * @param separator what stands between version and name
 */
public record NextMigration(MigrationFormat format, Path folder, String prefix, String version, String separator) {
    private static final DateTimeFormatter SECONDS = format("yyyyMMddHHmmss");
    private static final DateTimeFormatter MINUTES = format("yyyyMMddHHmm");
    private static final DateTimeFormatter DIESEL = format("yyyy-MM-dd-HHmmss");

    /** The width of golang-migrate's {@code -seq}. */
    private static final String FIRST = "000001";

    private static final Pattern NUMBERED = Pattern.compile("([vV]?)([0-9]+(?:[._][0-9]+)*)([._-]+).*");
    private static final Pattern FLYWAY = Pattern.compile("(V)([0-9]+(?:[._][0-9]+)*)(__).*\\.sql");
    private static final Pattern FOLDER = Pattern.compile("()([0-9][0-9-]*)(_).*");
    private static final Pattern LAST_NUMBER = Pattern.compile("(.*?)([0-9]+)");
    /** Seconds since 1970, from the year 2001 on. */
    private static final Pattern EPOCH = Pattern.compile("1[0-9]{9}");

    /** A migration of the folder, taken apart. */
    private record Numbered(FolderFile file, String prefix, Version version, String separator) {}

    /**
     * Finds the place behind the newest migration of a folder; one that is not there counts as empty.
     *
     * @param now the time, for folders whose versions are times
     * @param said the format that the folder is said to have; empty to have it recognised
     * @throws PlumblineException with {@code INVALID_FILE} when the folder mixes formats, with {@code UNSUPPORTED} when
     *     its versions are no numbers
     */
    public static NextMigration in(Path folder, Instant now, Optional<MigrationFormat> said) {
        LocalDateTime time = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        MigrationFormat format = Files.isDirectory(folder)
                ? MigrationFolder.detect(folder, said).or(() -> said).orElse(MigrationFormat.UP_DOWN_FILES)
                : said.orElse(MigrationFormat.UP_DOWN_FILES);
        List<FolderFile> files = Files.isDirectory(folder) ? FolderFiles.list(folder) : List.of();
        Pattern names = pattern(format);
        Optional<Numbered> newest = files.stream()
                .flatMap(file -> numbered(file, format, names).stream())
                .reduce((one, other) -> other.version().compareTo(one.version()) >= 0 ? other : one);
        if (newest.isEmpty() && format == MigrationFormat.FLYWAY) {
            return new NextMigration(format, folder, "V", "1", "__"); // repeatable ones alone
        }
        if (newest.isEmpty()) {
            if (files.stream().anyMatch(FolderFile::isSql) && format != MigrationFormat.UP_DOWN_FILES) {
                throw notNumbered(folder);
            }
            return new NextMigration(format, folder, "", FIRST, "_");
        }
        Numbered last = newest.get();
        int up = format == MigrationFormat.DIESEL ? 2 : 1;
        Path place = last.file().path();
        for (int i = 0; i < up; i++) {
            place = Optional.ofNullable(place.getParent()).orElse(folder);
        }
        return new NextMigration(
                format, place, last.prefix(), next(last.version().text(), time, format), last.separator());
    }

    /** Returns the same with the time as its version, for a folder that is to have times from now on. */
    public NextMigration at(Instant now) {
        LocalDateTime time = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        return new NextMigration(
                format, folder, prefix, (format == MigrationFormat.DIESEL ? DIESEL : SECONDS).format(time), separator);
    }

    /** Returns version and name as they begin the name of a file or folder: {@code 000002_add_tenants}. */
    public String stem(String name) {
        return prefix + version + separator + name;
    }

    private static Pattern pattern(MigrationFormat format) {
        return switch (format) {
            case FLYWAY -> FLYWAY;
            case DIESEL -> FOLDER;
            case UP_DOWN_FILES, DBMATE, GOOSE, NUMBERED_FILES, LIQUIBASE_SQL, JAVA -> NUMBERED;
        };
    }

    private static Optional<Numbered> numbered(FolderFile file, MigrationFormat format, Pattern names) {
        // Only some formats read folders below; a folder of old files elsewhere is another folder.
        boolean here = file.depth() == 1
                || format == MigrationFormat.FLYWAY
                || format == MigrationFormat.DIESEL
                || format == MigrationFormat.LIQUIBASE_SQL
                || format == MigrationFormat.NUMBERED_FILES;
        if (!file.isSql() || !here) {
            return Optional.empty();
        }
        String name = format == MigrationFormat.DIESEL ? file.parent() : file.name();
        Matcher matcher = names.matcher(name.substring(name.lastIndexOf('/') + 1));
        return matcher.matches()
                ? Optional.of(new Numbered(file, matcher.group(1), Version.of(matcher.group(2)), matcher.group(3)))
                : Optional.empty();
    }

    private static String next(String last, LocalDateTime now, MigrationFormat format) {
        if (format == MigrationFormat.DIESEL && last.contains("-")) {
            return later(last, DIESEL, now);
        }
        if (isTime(last, SECONDS)) {
            return later(last, SECONDS, now);
        }
        if (isTime(last, MINUTES)) {
            return later(last, MINUTES, now);
        }
        if (EPOCH.matcher(last).matches()) {
            long seconds = now.toEpochSecond(ZoneOffset.UTC);
            return Long.toString(Math.max(seconds, Long.parseLong(last) + 1));
        }
        Matcher number = LAST_NUMBER.matcher(last);
        if (!number.matches()) {
            throw new IllegalArgumentException(last);
        }
        String written = number.group(2);
        String next = new BigInteger(written).add(BigInteger.ONE).toString();
        return number.group(1) + "0".repeat(Math.max(0, written.length() - next.length())) + next;
    }

    private static boolean isTime(String text, DateTimeFormatter form) {
        try {
            return LocalDateTime.parse(text, form).getYear() >= 1990;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** A file of the future, from a clock that is ahead, must still come before this one. */
    private static String later(String last, DateTimeFormatter form, LocalDateTime now) {
        String current = form.format(now);
        if (current.compareTo(last) > 0 || !isTime(last, form)) {
            return current;
        }
        LocalDateTime written = LocalDateTime.parse(last, form);
        return form.format(form.equals(MINUTES) ? written.plusMinutes(1) : written.plusSeconds(1));
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }

    private static PlumblineException notNumbered(Path folder) {
        return new PlumblineException(
                ErrorCode.UNSUPPORTED,
                "The files of " + folder + " have no numbers that could be continued. Nothing was written.",
                "Write the next one by hand, beside the others.");
    }
}
