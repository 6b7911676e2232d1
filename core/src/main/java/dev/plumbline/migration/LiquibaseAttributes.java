// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands behind {@code --changeset author:id}. */
final class LiquibaseAttributes {
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([A-Za-z]+)\\s*:\\s*(?:\"([^\"]*)\"|'([^']*)'|(\\S*))(?:\\s+|$)");
    /** They change how Liquibase keeps its books, or how it cuts statements, which the database's rules do here. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "stripcomments",
            "splitstatements",
            "logicalfilepath",
            "created",
            "objectquotingstrategy",
            "rollbacksplitstatements",
            "rollbackstripcomments");

    private final LiquibaseChangeSet changeSet;
    private final List<String> conditions = new ArrayList<>();
    private boolean transaction = true;
    private boolean repeatable;
    private boolean ignored;
    private String dbms = "";
    private Optional<String> delimiter = Optional.empty();

    private LiquibaseAttributes(LiquibaseChangeSet changeSet) {
        this.changeSet = changeSet;
    }

    /**
     * Reads the attributes of a change set.
     *
     * @throws dev.plumbline.error.PlumblineException with {@code UNSUPPORTED} and the position for one that is not
     *     followed
     */
    static LiquibaseAttributes of(LiquibaseChangeSet changeSet) {
        LiquibaseAttributes attributes = new LiquibaseAttributes(changeSet);
        Matcher attribute = ATTRIBUTE.matcher(changeSet.attributes());
        int behind = 0;
        while (attribute.find() && attribute.start() == behind) {
            String value = attribute.group(2);
            value = value == null ? attribute.group(3) : value;
            attributes.set(attribute.group(1), value == null ? attribute.group(4) : value);
            behind = attribute.end();
        }
        if (behind < changeSet.attributes().length()) {
            throw attributes.notFollowed(changeSet.attributes().substring(behind));
        }
        return attributes;
    }

    private void set(String name, String value) {
        boolean isTrue = value.equalsIgnoreCase("true");
        boolean isFalse = value.equalsIgnoreCase("false");
        String lower = name.toLowerCase(Locale.ROOT);
        switch (lower) {
            case "runintransaction" -> transaction = !isFalse;
            case "runonchange" -> repeatable |= isTrue;
            case "ignore" -> ignored = isTrue;
            case "dbms" -> dbms = value;
            case "context", "contexts", "contextfilter", "labels" -> {
                if (!value.isBlank()) {
                    conditions.add(value);
                }
            }
            case "enddelimiter" -> delimiter = Optional.of(delimiter(value)).filter(text -> !text.equals(";"));
            case "runalways" -> require(isFalse, name + ":" + value);
            case "failonerror" -> require(isTrue, name + ":" + value);
            case "rollbackenddelimiter" -> require(value.equals(";"), name + ":" + value);
            default -> require(WITHOUT_EFFECT.contains(lower), name + ":" + value);
        }
    }

    /** Liquibase takes a regular expression; line ends around a plain text are the form in use. */
    private String delimiter(String value) {
        String plain = value.replaceAll("^(?:\\\\[nrs][*+]?)+|(?:\\\\[nrs][*+]?|\\$)+$", "");
        require(!plain.isEmpty() && !plain.matches(".*[\\\\\\[(*+?^|].*"), "endDelimiter:" + value);
        return plain;
    }

    private void require(boolean holds, String attribute) {
        if (!holds) {
            throw notFollowed(attribute);
        }
    }

    private RuntimeException notFollowed(String attribute) {
        return FormatErrors.unsupported(
                changeSet.file().script(),
                changeSet.offset(),
                "'" + attribute.strip() + "' of the change set " + changeSet.id() + " is not followed",
                "Followed are runInTransaction, runOnChange, endDelimiter, context, labels, dbms and ignore;"
                        + " splitStatements and stripComments make no difference.");
    }

    boolean transaction() {
        return transaction;
    }

    boolean repeatable() {
        return repeatable;
    }

    /** Returns whether the change set belongs to this database and to the contexts that were named. */
    boolean applies(SqlDialect dialect, FolderOptions options) {
        if (ignored || !matchesDatabase(dialect)) {
            return false;
        }
        if (conditions.isEmpty()) {
            return true;
        }
        if (options.contexts().isEmpty()) {
            throw FormatErrors.unsupported(
                    changeSet.file().script(),
                    changeSet.offset(),
                    "the change set " + changeSet.id() + " is only for '" + String.join("' and '", conditions)
                            + "', and it was not said which contexts and labels this database has",
                    "Name the contexts and labels (--context NAME,NAME), or none for a database that has none (--context '').");
        }
        List<String> names = options.contexts().get();
        return conditions.stream().allMatch(condition -> LiquibaseCondition.holds(condition, names));
    }

    private boolean matchesDatabase(SqlDialect dialect) {
        String own = dialect == SqlDialect.POSTGRES ? "postgresql" : "sqlite";
        boolean named = false;
        boolean onlyExcluded = true;
        for (String name : dbms.toLowerCase(Locale.ROOT).split(",", -1)) {
            String database = name.strip();
            if (database.equals("!" + own) || database.equals("none")) {
                return false;
            }
            named |= database.equals(own) || database.equals("all");
            onlyExcluded &= database.isEmpty() || database.startsWith("!");
        }
        return named || onlyExcluded;
    }

    /** Returns a script in which delimiters at the ends of lines have become semicolons. */
    SqlScript delimited(SqlScript script) {
        if (delimiter.isEmpty()) {
            return script;
        }
        String mark = delimiter.get();
        BlankedText text = BlankedText.of(script);
        for (TextLine line : TextLine.of(script)) {
            String stripped = line.text().stripTrailing();
            boolean ends = stripped.regionMatches(true, stripped.length() - mark.length(), mark, 0, mark.length());
            if (ends
                    && (Character.isLetterOrDigit(mark.charAt(0))
                            ? stripped.strip().equalsIgnoreCase(mark)
                            : true)) {
                int start = line.start() + stripped.length() - mark.length();
                text.hide(start, start + mark.length());
                text.put(start, ';');
            }
        }
        return text.script();
    }
}
