// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.script.SqlScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code plumbline.sum}: a line for each migration, {@code HASH TITLE}, in which each hash also covers all before it, and
 * a first line that covers the whole. Two branches that each add a migration change the first and the last line, so that
 * git reports a conflict where it would have merged them silently. The hashes cover the normalised checksums of all
 * directions: a comment changes nothing. A folder has such a file when somebody put one there; it is maintained then.
 *
 * @param lines a line for each migration, in order
 */
public record SumFile(List<Line> lines) {
    /** Its name in the folder of migrations. */
    public static final String NAME = "plumbline.sum";

    private static final String WHOLE = "plumbline.sum v1 ";
    private static final String START = "";

    /**
     * A migration as the file has it.
     *
     * @param title what the migration is called, its kind before it unless it is a versioned one
     * @param hash 64 hexadecimal digits, over the migration and all before it
     */
    public record Line(String title, String hash) {}

    /** What a file and the migrations disagree on. */
    public enum Disagreement {
        /** The migration is there, and the file does not have it. */
        ADDED,
        /** The file has it, and the migration is not there. */
        REMOVED,
        /** Both have it, and its content is another. */
        CHANGED,
        /** Both have it, and it comes before another one that it came after. */
        MOVED
    }

    /**
     * A migration on which the file and the folder disagree.
     *
     * @param title what it is called
     */
    public record Problem(Disagreement disagreement, String title) {
        @Override
        public String toString() {
            return title
                    + switch (disagreement) {
                        case ADDED -> " is not in " + NAME;
                        case REMOVED -> " is in " + NAME + ", and no longer in the folder";
                        case CHANGED -> " is another than " + NAME + " has it";
                        case MOVED -> " has moved to another place in the order";
                    };
        }
    }

    public SumFile {
        lines = List.copyOf(lines);
    }

    /** Returns what the file of a set must say. */
    public static SumFile of(MigrationSet set) {
        List<Line> lines = new ArrayList<>();
        String before = START;
        for (Migration migration : set.migrations()) {
            before = chained(before, migration);
            lines.add(new Line(title(migration), before));
        }
        return new SumFile(lines);
    }

    /**
     * Reads the file of a folder; empty when it has none.
     *
     * @throws PlumblineException with {@code INVALID_FILE} and the position when it cannot be understood, as after a
     *     merge that left its conflict marks
     */
    public static Optional<SumFile> read(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        SqlScript text = SqlScript.read(file);
        List<Line> lines = new ArrayList<>();
        List<TextLine> written = TextLine.of(text);
        for (TextLine line : written) {
            if (line.start() > 0) {
                lines.add(line(line, text));
            }
        }
        SumFile read = new SumFile(lines);
        if (written.isEmpty() || !written.getFirst().text().equals(read.firstLine())) {
            throw invalid(text, 0, "the first line does not fit the others");
        }
        return Optional.of(read);
    }

    private static Line line(TextLine line, SqlScript text) {
        String[] parts = line.text().split(" ", 2);
        if (parts.length != 2 || !parts[0].matches("[0-9a-f]{64}")) {
            throw invalid(text, line.start(), "this is no line of such a file");
        }
        return new Line(parts[1], parts[0]);
    }

    private static PlumblineException invalid(SqlScript text, int offset, String fact) {
        return new PlumblineException(
                ErrorCode.INVALID_FILE,
                text.name() + ": " + fact + ", as after a merge that was not finished.",
                "Look at the order of the new migrations, then have the file written anew.",
                text.position(offset),
                null);
    }

    /** Writes the file, by way of another that takes its place, so that a reader finds the old one or the new one. */
    public void write(Path folder) {
        StringBuilder text = new StringBuilder(firstLine()).append('\n');
        lines.forEach(line ->
                text.append(line.hash()).append(' ').append(line.title()).append('\n'));
        try {
            Path made = Files.createTempFile(folder, "." + NAME, ".new");
            Files.writeString(made, text);
            Files.move(made, folder.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what the migrations and this file disagree on, in the order of the migrations; what is gone comes last. */
    public List<Problem> check(MigrationSet set) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            places.put(lines.get(i).title(), i);
        }
        List<Problem> problems = new ArrayList<>();
        int furthest = -1;
        for (Migration migration : set.migrations()) {
            String title = title(migration);
            Integer place = places.remove(title);
            if (place == null) {
                problems.add(new Problem(Disagreement.ADDED, title));
            } else if (!chained(hashBefore(place), migration)
                    .equals(lines.get(place).hash())) {
                // Chained to what the file has before it, so that one change is not told of all that follow.
                problems.add(new Problem(Disagreement.CHANGED, title));
            } else if (place < furthest) {
                problems.add(new Problem(Disagreement.MOVED, title));
            }
            furthest = Math.max(furthest, place == null ? -1 : place);
        }
        lines.stream()
                .filter(line -> places.containsKey(line.title()))
                .forEach(line -> problems.add(new Problem(Disagreement.REMOVED, line.title())));
        return problems;
    }

    private String hashBefore(int place) {
        return place == 0 ? START : lines.get(place - 1).hash();
    }

    private String firstLine() {
        StringBuilder all = new StringBuilder();
        lines.forEach(
                line -> all.append(line.hash()).append(' ').append(line.title()).append('\n'));
        return WHOLE + hash(all.toString());
    }

    private static String title(Migration migration) {
        return switch (migration.kind()) {
            case VERSIONED -> migration.title();
            case REPEATABLE -> "repeatable " + migration.title();
            case BASELINE -> "baseline " + migration.title();
        };
    }

    private static String chained(String before, Migration migration) {
        return hash(String.join(
                "\n",
                before,
                title(migration),
                migration.up().checksum().text(),
                migration.down().map(down -> down.checksum().text()).orElse(""),
                migration.verify().map(verify -> verify.checksum().text()).orElse("")));
    }

    private static String hash(String text) {
        MessageDigest digest = Checksum.sha256();
        return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
