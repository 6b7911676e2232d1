// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import dev.plumbline.script.SqlDialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code 000001_name.up.sql} with {@code .down.sql} and {@code .verify.sql}, as golang-migrate and sqlx pair them by
 * version; also {@code V0001.Name.up.sql}. Before the direction may stand what Ory's pop puts there: {@code .autocommit}
 * for no transaction, and a dialect, whose file is taken instead of the one for all. Sub-folders are not read.
 */
final class UpDownFiles implements FolderFormat {
    private static final Pattern NAME = Pattern.compile("[vV]?([0-9]+(?:\\.[0-9]+)*)(?:[._-](.*?))?"
            + "((?:\\.(?:autocommit|postgres|postgresql|sqlite|sqlite3|mysql|mariadb|cockroach|cockroachdb))*)"
            + "\\.(up|down|verify)\\.sql");
    private static final Set<String> POSTGRES = Set.of("postgres", "postgresql");
    private static final Set<String> SQLITE = Set.of("sqlite", "sqlite3");

    /** Seconds since 1970 have ten digits. */
    private static final int TIMESTAMP_DIGITS = 10;

    private record Part(FolderFile file, String version, String name, String direction, boolean autocommit, int fit) {}

    @Override
    public MigrationFormat format() {
        return MigrationFormat.UP_DOWN_FILES;
    }

    @Override
    public boolean claims(FolderFile file) {
        return file.depth() == 1 && file.isSql() && NAME.matcher(file.name()).matches();
    }

    @Override
    public void read(List<FolderFile> files, FolderReading reading) {
        SortedMap<Version, List<Part>> versions = new TreeMap<>();
        for (FolderFile file : files) {
            Part part = part(file, reading.dialect());
            if (part.fit() < 0) {
                // Written for another database on purpose.
                reading.used(file);
            } else {
                versions.computeIfAbsent(Version.of(part.version()), version -> new ArrayList<>())
                        .add(part);
            }
        }
        versions.values().forEach(parts -> addVersion(fitting(parts, reading), reading));
    }

    private static Part part(FolderFile file, SqlDialect dialect) {
        Matcher name = NAME.matcher(file.name());
        if (!name.matches()) {
            throw new IllegalArgumentException(file.name());
        }
        boolean autocommit = false;
        int fit = 0;
        for (String infix : name.group(3).split("\\.", -1)) {
            if (infix.equals("autocommit")) {
                autocommit = true;
            } else if (!infix.isEmpty()) {
                fit = (dialect == SqlDialect.POSTGRES ? POSTGRES : SQLITE).contains(infix) ? 1 : -1;
            }
        }
        String title = name.group(2) == null ? "" : name.group(2);
        return new Part(file, name.group(1), title, name.group(4), autocommit, fit);
    }

    /** Leaves out files for all databases where there is one for this. */
    private static List<Part> fitting(List<Part> parts, FolderReading reading) {
        List<Part> fitting = new ArrayList<>();
        for (Part part : parts) {
            boolean replaced =
                    part.fit() == 0 && parts.stream().anyMatch(other -> other.fit() == 1 && isSame(part, other));
            if (replaced) {
                reading.used(part.file());
            } else {
                fitting.add(part);
            }
        }
        return fitting;
    }

    private static boolean isSame(Part part, Part other) {
        return part.name().equals(other.name()) && part.direction().equals(other.direction());
    }

    private static void addVersion(List<Part> parts, FolderReading reading) {
        List<Part> ups = of("up", parts);
        for (int i = 0; i < ups.size(); i++) {
            Part up = ups.get(i);
            String version = up.version();
            if (i > 0) {
                if (ups.getFirst().version().length() < TIMESTAMP_DIGITS
                        || up.name().equals(ups.getFirst().name())) {
                    throw FormatErrors.sameVersion(
                            version, ups.getFirst().file().relative(), up.file().relative());
                }
                // Two branches that take the same number is an accident; in the same second, they were made together.
                version = version + "-" + (i + 1);
            }
            boolean only = ups.size() == 1;
            reading.add(new Migration(
                    MigrationKind.VERSIONED,
                    Version.of(version),
                    up.name(),
                    up.file().relative(),
                    script(up, reading),
                    partner(up, "down", parts, only).map(down -> script(down, reading)),
                    partner(up, "verify", parts, only).map(verify -> script(verify, reading))));
        }
    }

    /** Returns the other direction: by its version where that suffices, as golang-migrate does; else by its name. */
    private static Optional<Part> partner(Part up, String direction, List<Part> parts, boolean only) {
        List<Part> found = of(direction, parts);
        List<Part> named =
                found.stream().filter(part -> part.name().equals(up.name())).toList();
        if (named.size() > 1 || (only && named.isEmpty() && found.size() > 1)) {
            throw FormatErrors.sameVersion(
                    up.version(),
                    found.get(0).file().relative(),
                    found.get(1).file().relative());
        }
        return !named.isEmpty()
                ? Optional.of(named.getFirst())
                : only ? found.stream().findFirst() : Optional.empty();
    }

    private static List<Part> of(String direction, List<Part> parts) {
        return parts.stream().filter(part -> part.direction().equals(direction)).toList();
    }

    private static MigrationScript script(Part part, FolderReading reading) {
        return reading.sql(part.file(), !part.autocommit());
    }
}
