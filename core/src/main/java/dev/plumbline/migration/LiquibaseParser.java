// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import dev.plumbline.script.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts a file of formatted SQL into change sets, line by line. */
final class LiquibaseParser {
    private static final String PART = "(?:\"([^\"]+)\"|'([^']+)'|([^:\\s]+))";
    private static final Pattern CHANGE_SET =
            Pattern.compile("(?i)\\s*--\\s*changeset\\s+" + PART + ":" + PART + "(?:\\s+(.*))?");
    private static final Pattern MARK = Pattern.compile(
            "(?i)\\s*--\\s*(changeset|rollback|preconditions?(?:-[a-z-]+)?|property|include(?:all)?|ignorelines"
                    + "|validchecksum|comment|liquibase\\s+formatted\\s+sql|end-?delimiter)\\b:?\\s*(.*)");
    private static final Pattern ROLLBACK_BLOCK = Pattern.compile("(?i)\\s*/\\*\\s*(?:liquibase\\s+)rollback\\s*(.*)");
    private static final Pattern NOTHING = Pattern.compile("(?i)(?:empty|not required|none)?\\s*;?\\s*");
    private static final Pattern OTHER_CHANGE_SET = Pattern.compile("(?i).*\\bchangeset(?:id|author|path):.*");

    private static final Pattern IGNORE_END = Pattern.compile("(?i)\\s*--\\s*ignorelines\\s*:\\s*end\\s*");
    private static final int UNTIL_END = Integer.MAX_VALUE;

    private final FolderFile file;
    private final SqlScript script;
    private final List<LiquibaseChangeSet> changeSets = new ArrayList<>();
    private @Nullable Matcher current;
    private int offset;
    private BlankedText up;
    private BlankedText down;
    private boolean hasDown;
    private boolean inBlock;
    private int ignored;

    private LiquibaseParser(FolderFile file) {
        this.file = file;
        this.script = file.script();
        this.up = BlankedText.empty(script);
        this.down = BlankedText.empty(script);
    }

    /**
     * Returns the change sets of a file in order.
     *
     * @throws dev.plumbline.error.PlumblineException with {@code UNSUPPORTED} or {@code INVALID_FILE} and the position,
     *     for marks that are not followed
     */
    static List<LiquibaseChangeSet> read(FolderFile file) {
        LiquibaseParser parser = new LiquibaseParser(file);
        TextLine.of(parser.script).forEach(parser::line);
        parser.end();
        return parser.changeSets;
    }

    private void line(TextLine line) {
        if (ignored > 0) {
            boolean end =
                    ignored == UNTIL_END && IGNORE_END.matcher(line.text()).matches();
            ignored = end ? 0 : ignored == UNTIL_END ? UNTIL_END : ignored - 1;
        } else if (inBlock) {
            block(line);
        } else {
            Matcher mark = MARK.matcher(line.text());
            Matcher block = ROLLBACK_BLOCK.matcher(line.text());
            if (mark.matches()) {
                mark(mark, line);
            } else if (block.matches()) {
                inBlock = true;
                hasDown = true;
                block(new TextLine(block.group(1), line.start() + block.start(1), line.end()));
            } else if (current != null) {
                up.show(line.start(), line.end());
            } else if (!line.text().isBlank() && !line.text().strip().startsWith("--")) {
                throw FormatErrors.invalid(
                        script, line.start(), "this belongs to no change set", "Put '--changeset author:id' above it.");
            }
        }
    }

    private void mark(Matcher mark, TextLine line) {
        String word = mark.group(1).toLowerCase(Locale.ROOT);
        switch (word) {
            case "changeset" -> begin(line);
            case "rollback" -> rollback(mark, line);
            case "comment", "validchecksum" -> {}
            case "ignorelines" -> ignore(mark.group(2).strip(), line);
            default -> {
                if (word.startsWith("liquibase")) {
                    return;
                }
                throw FormatErrors.unsupported(
                        script,
                        line.start(),
                        "'" + line.text().strip() + "' is decided when Liquibase runs, and would be passed over here",
                        word.startsWith("precondition")
                                ? "Write the condition into the SQL, as IF EXISTS or in a DO block, and take the line out."
                                : "Put what it stands for into the SQL, and take the line out.");
            }
        }
    }

    private void begin(TextLine line) {
        end();
        Matcher matcher = CHANGE_SET.matcher(line.text());
        if (!matcher.matches()) {
            throw FormatErrors.invalid(
                    script, line.start(), "the change set has no author and id", "Write '--changeset author:id'.");
        }
        current = matcher;
        offset = line.start();
    }

    private void rollback(Matcher mark, TextLine line) {
        String text = mark.group(2);
        if (OTHER_CHANGE_SET.matcher(text).matches()) {
            throw FormatErrors.unsupported(
                    script,
                    line.start(),
                    "a rollback that refers to another change set is not followed",
                    "Write the statements themselves behind --rollback.");
        }
        hasDown = true;
        if (!NOTHING.matcher(text).matches()) {
            down.show(line.start() + mark.start(2), line.end());
        }
    }

    private void block(TextLine line) {
        int close = line.text().indexOf("*/");
        down.show(line.start(), close < 0 ? line.end() : line.start() + close);
        inBlock = close < 0;
    }

    /** {@code --ignoreLines:2}, or {@code --ignoreLines:start} until {@code --ignoreLines:end}. */
    private void ignore(String what, TextLine line) {
        if (what.matches("[0-9]{1,9}")) {
            ignored = Integer.parseInt(what);
        } else if (what.equalsIgnoreCase("start")) {
            ignored = UNTIL_END;
        } else {
            throw FormatErrors.unsupported(
                    script, line.start(), "'--ignoreLines:" + what + "' is not followed", "Take the lines out.");
        }
    }

    private void end() {
        if (inBlock) {
            throw FormatErrors.invalid(script, offset, "the rollback of this change set is never closed", "Add '*/'.");
        }
        if (current != null) {
            changeSets.add(new LiquibaseChangeSet(
                    file,
                    part(current, 1) + ":" + part(current, 4),
                    current.group(7) == null ? "" : current.group(7),
                    offset,
                    up.script(),
                    hasDown ? Optional.of(down.script()) : Optional.empty()));
        }
        up = BlankedText.empty(script);
        down = BlankedText.empty(script);
        hasDown = false;
    }

    private static String part(Matcher matcher, int first) {
        for (int i = first; i < first + 2; i++) {
            if (matcher.group(i) != null) {
                return matcher.group(i);
            }
        }
        return matcher.group(first + 2);
    }
}
