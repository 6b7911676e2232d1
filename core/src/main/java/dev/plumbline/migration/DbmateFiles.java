// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import dev.plumbline.script.SqlScript;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code 20240131120000_name.sql} with {@code -- migrate:up} and {@code -- migrate:down}, each with {@code
 * transaction:false} where it is wanted (dbmate's README, "Creating Migrations" and "Migration Options").
 */
final class DbmateFiles implements FolderFormat {
    private static final Pattern NAME = Pattern.compile("([0-9]+)(?:[_.-]*(.*))?\\.sql");
    private static final Pattern MARK = Pattern.compile("--\\s*migrate:(up|down)(?:\\s+(.*))?");

    @Override
    public MigrationFormat format() {
        return MigrationFormat.DBMATE;
    }

    @Override
    public boolean claims(FolderFile file) {
        return file.depth() == 1
                && NAME.matcher(file.name()).matches()
                && file.script().text().contains("migrate:up")
                && TextLine.of(file.script()).stream()
                        .anyMatch(line -> MARK.matcher(line.text()).matches());
    }

    private record Marked(Section section, boolean transaction) {}

    @Override
    public void read(List<FolderFile> files, FolderReading reading) {
        for (FolderFile file : files) {
            Matcher name = NAME.matcher(file.name());
            if (!name.matches()) {
                throw new IllegalArgumentException(file.name());
            }
            SqlScript script = file.script();
            Optional<Marked> up = marked("up", script);
            if (up.isEmpty()) {
                throw FormatErrors.invalid(script, 0, "it has no '-- migrate:up'", "Add it above the statements.");
            }
            Section.requireCommentsBefore(up.get().section().head(), "-- migrate:up", script, reading.dialect());
            reading.used(file);
            reading.add(new Migration(
                    MigrationKind.VERSIONED,
                    Version.of(name.group(1)),
                    name.group(2),
                    file.relative(),
                    script(up.get(), script, reading),
                    marked("down", script).map(down -> script(down, script, reading)),
                    Optional.empty()));
        }
    }

    private static MigrationScript script(Marked marked, SqlScript script, FolderReading reading) {
        return reading.sql(marked.section().in(script).script(), marked.transaction());
    }

    private static Optional<Marked> marked(String direction, SqlScript script) {
        int head = -1;
        int start = -1;
        int end = script.text().length();
        boolean transaction = true;
        for (TextLine line : TextLine.of(script)) {
            Matcher mark = MARK.matcher(line.text());
            if (!mark.matches()) {
                continue;
            }
            head = head < 0 ? line.start() : head;
            if (start >= 0) {
                end = Math.min(end, line.start());
            }
            if (mark.group(1).equals(direction)) {
                if (start >= 0) {
                    throw FormatErrors.invalid(
                            script, line.start(), "a second '-- migrate:" + direction + "'", "Join the two sections.");
                }
                start = line.end();
                transaction = transaction(mark.group(2), script, line);
            }
        }
        return start < 0 ? Optional.empty() : Optional.of(new Marked(new Section(head, start, end), transaction));
    }

    private static boolean transaction(@Nullable String options, SqlScript script, TextLine line) {
        boolean transaction = true;
        for (String option :
                options == null ? List.<String>of() : List.of(options.strip().split("\\s+"))) {
            switch (option) {
                case "transaction:false" -> transaction = false;
                case "", "transaction:true" -> {}
                default ->
                    throw FormatErrors.unsupported(
                            script,
                            line.start(),
                            "the option '" + option + "' is not known",
                            "Known is transaction:false.");
            }
        }
        return transaction;
    }
}
