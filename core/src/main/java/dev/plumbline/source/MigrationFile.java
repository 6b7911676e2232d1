// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import dev.plumbline.script.SqlScript;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of a migration folder, told by its name.
 *
 * @param path the file
 * @param repeatable whether it has no version and runs after all that have
 * @param version the numbers of its version
 */
record MigrationFile(Path path, boolean repeatable, List<BigInteger> version) implements Comparable<MigrationFile> {
    private static final Pattern FLYWAY = Pattern.compile("V([0-9]+(?:[._][0-9]+)*)__.*\\.sql");
    private static final Pattern FLYWAY_REPEATABLE = Pattern.compile("R__.*\\.sql");
    private static final Pattern NUMBERED = Pattern.compile("[vV]?([0-9]+)(?:[._-].*)?\\.sql");
    private static final Pattern WAY_DOWN =
            Pattern.compile("(?:.*[._](?:down|undo|rollback)|U[0-9][0-9._]*__.*)\\.sql", Pattern.CASE_INSENSITIVE);
    private static final Pattern SECTION =
            Pattern.compile("\\s*--\\s*(?:\\+goose|\\+migrate|migrate:)\\s*(up|down)\\b.*");

    MigrationFile {
        version = List.copyOf(version);
    }

    /** Returns whether the file undoes a migration. */
    static boolean isWayDown(String name) {
        return WAY_DOWN.matcher(name).matches();
    }

    /** Returns the migration that a file is; empty for one that is none, or undoes one. */
    static Optional<MigrationFile> of(Path path) {
        String name = path.getFileName().toString();
        if (isWayDown(name)) {
            return Optional.empty();
        }
        if (FLYWAY_REPEATABLE.matcher(name).matches()) {
            return Optional.of(new MigrationFile(path, true, List.of()));
        }
        for (Pattern pattern : List.of(FLYWAY, NUMBERED)) {
            Matcher matcher = pattern.matcher(name);
            if (matcher.matches()) {
                List<BigInteger> version = Pattern.compile("[._]")
                        .splitAsStream(matcher.group(1))
                        .map(BigInteger::new)
                        .toList();
                return Optional.of(new MigrationFile(path, false, version));
            }
        }
        return Optional.empty();
    }

    /** Returns its script; where one file holds the way up and the way down, the latter is blanked out. */
    SqlScript script() {
        SqlScript whole = SqlScript.read(path);
        List<String> lines = new ArrayList<>(whole.text().lines().toList());
        boolean sections = false;
        boolean down = false;
        for (int i = 0; i < lines.size(); i++) {
            Matcher section = SECTION.matcher(lines.get(i).toLowerCase(Locale.ROOT));
            if (section.matches()) {
                sections = true;
                down = section.group(1).equals("down");
            } else if (down) {
                // An empty line keeps the number of every line below it.
                lines.set(i, "");
            }
        }
        return sections ? new SqlScript(whole.name(), String.join("\n", lines)) : whole;
    }

    @Override
    public int compareTo(MigrationFile other) {
        if (repeatable != other.repeatable) {
            return repeatable ? 1 : -1;
        }
        for (int i = 0; i < Math.max(version.size(), other.version.size()); i++) {
            int byPart = part(i).compareTo(other.part(i));
            if (byPart != 0) {
                return byPart;
            }
        }
        return path.compareTo(other.path);
    }

    private BigInteger part(int i) {
        return i < version.size() ? version.get(i) : BigInteger.ZERO;
    }
}
