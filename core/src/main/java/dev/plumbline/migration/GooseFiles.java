// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import dev.plumbline.script.SqlScript;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code 00001_name.sql} with {@code -- +goose Up} and {@code -- +goose Down} (goose's documentation, "Annotations").
 * {@code StatementBegin} and {@code StatementEnd} are checked and otherwise not needed: statements are found by the rules
 * of the database. Between {@code ENVSUB ON} and {@code OFF}, environment variables are put in.
 */
final class GooseFiles implements FolderFormat {
    private static final Pattern NAME = Pattern.compile("([0-9]+)(?:_(.*))?\\.sql");

    @Override
    public MigrationFormat format() {
        return MigrationFormat.GOOSE;
    }

    @Override
    public boolean claims(FolderFile file) {
        return file.depth() == 1
                && NAME.matcher(file.name()).matches()
                && file.script().text().contains("+goose")
                && TextLine.of(file.script()).stream()
                        .anyMatch(line -> GooseMarks.MARK.matcher(line.text()).matches());
    }

    @Override
    public void read(List<FolderFile> files, FolderReading reading) {
        for (FolderFile file : files) {
            Matcher name = NAME.matcher(file.name());
            if (!name.matches()) {
                throw new IllegalArgumentException(file.name());
            }
            SqlScript script = file.script();
            GooseMarks marks = GooseMarks.read(script);
            Section.requireCommentsBefore(marks.up().head(), "-- +goose Up", script, reading.dialect());
            reading.used(file);
            reading.add(new Migration(
                    MigrationKind.VERSIONED,
                    Version.of(name.group(1)),
                    name.group(2) == null ? "" : name.group(2),
                    file.relative(),
                    script(marks, marks.up(), script, reading),
                    marks.down().map(down -> script(marks, down, script, reading)),
                    Optional.empty()));
        }
    }

    private static MigrationScript script(GooseMarks marks, Section section, SqlScript file, FolderReading reading) {
        BlankedText text = section.in(file);
        marks.hidden().forEach(mark -> text.hide(mark.start(), mark.end()));
        SqlScript written = text.script();
        if (marks.substituted().isEmpty()) {
            return reading.sql(written, marks.transaction());
        }
        StringBuilder replaced = new StringBuilder();
        int copied = 0;
        for (TextLine line : TextLine.of(written)) {
            if (marks.substituted().contains(line.start())) {
                replaced.append(written.text(), copied, line.start());
                replaced.append(EnvironmentText.substitute(
                        line, written, reading.options().environment()));
                copied = line.end();
            }
        }
        replaced.append(written.text(), copied, written.text().length());
        return reading.sql(new SqlScript(file.name(), replaced.toString()), written, marks.transaction());
    }
}
