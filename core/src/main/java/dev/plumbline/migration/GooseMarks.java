// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import dev.plumbline.error.PlumblineException;
import dev.plumbline.script.SqlScript;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What goose's marks say about a file.
 *
 * @param up the statements of the way up
 * @param down those of the way down
 * @param transaction whether they run in a transaction
 * @param hidden the lines that are marks
 * @param substituted the offsets of the lines into which environment variables are put
 */
record GooseMarks(
        Section up, Optional<Section> down, boolean transaction, List<TextLine> hidden, Set<Integer> substituted) {
    static final Pattern MARK = Pattern.compile("--\\s*\\+goose\\s+(.*?)\\s*");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /**
     * Reads the marks of a file.
     *
     * @throws PlumblineException with {@code INVALID_FILE} and the position where they contradict each other
     */
    static GooseMarks read(SqlScript script) {
        Reader reader = new Reader(script);
        TextLine.of(script).forEach(reader::line);
        return reader.end();
    }

    private static final class Reader {
        private final SqlScript script;
        private final List<TextLine> hidden = new ArrayList<>();
        private final Set<Integer> substituted = new HashSet<>();
        private Optional<TextLine> up = Optional.empty();
        private Optional<TextLine> down = Optional.empty();
        private Optional<TextLine> statement = Optional.empty();
        private boolean transaction = true;
        private boolean environment;

        Reader(SqlScript script) {
            this.script = script;
        }

        void line(TextLine line) {
            Matcher mark = MARK.matcher(line.text());
            if (!mark.matches()) {
                if (environment) {
                    substituted.add(line.start());
                }
                return;
            }
            hidden.add(line);
            switch (SPACES.matcher(mark.group(1)).replaceAll(" ").toUpperCase(Locale.ROOT)) {
                case "UP" -> {
                    require(up.isEmpty() && down.isEmpty(), line, "a second 'Up', or one behind 'Down'");
                    up = Optional.of(line);
                }
                case "DOWN" -> {
                    require(up.isPresent() && down.isEmpty(), line, "a second 'Down', or one before 'Up'");
                    down = Optional.of(line);
                }
                case "STATEMENTBEGIN" -> {
                    require(statement.isEmpty(), line, "'StatementBegin' within another");
                    statement = Optional.of(line);
                }
                case "STATEMENTEND" -> {
                    require(statement.isPresent(), line, "'StatementEnd' without 'StatementBegin'");
                    statement = Optional.empty();
                }
                case "NO TRANSACTION" -> transaction = false;
                case "ENVSUB ON" -> environment = true;
                case "ENVSUB OFF" -> environment = false;
                default ->
                    throw FormatErrors.unsupported(
                            script,
                            line.start(),
                            "the mark '+goose " + mark.group(1) + "' is not known",
                            "Known are Up, Down, StatementBegin, StatementEnd, NO TRANSACTION, ENVSUB ON and OFF.");
            }
        }

        GooseMarks end() {
            if (up.isEmpty()) {
                throw FormatErrors.invalid(script, 0, "it has no '-- +goose Up'", "Add it above the statements.");
            }
            statement.ifPresent(line -> require(false, line, "'StatementBegin' without 'StatementEnd'"));
            int head = up.get().start();
            int length = script.text().length();
            int upEnd = down.map(TextLine::start).orElse(length);
            return new GooseMarks(
                    new Section(head, up.get().end(), upEnd),
                    down.map(line -> new Section(head, line.end(), length)),
                    transaction,
                    hidden,
                    substituted);
        }

        private void require(boolean holds, TextLine line, String otherwise) {
            if (!holds) {
                throw FormatErrors.invalid(
                        script,
                        line.start(),
                        otherwise,
                        "A file has one Up, at most one Down behind it, and each StatementBegin its StatementEnd.");
            }
        }
    }
}
