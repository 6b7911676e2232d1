// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.plan.LockMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The page of the lock matrix: one table a group, and the differences between versions in the end. */
final class LockMatrixPage {
    private static final String NOTHING = "–";

    private final List<String> lines = new ArrayList<>();
    private final SortedMap<Integer, Map<String, MatrixRow>> versions;

    private LockMatrixPage(SortedMap<Integer, Map<String, MatrixRow>> versions) {
        this.versions = versions;
    }

    /**
     * Returns the text of the page.
     *
     * @param versions what was seen on each version, by the statements' keys
     */
    static String of(List<MatrixStatement> statements, SortedMap<Integer, Map<String, MatrixRow>> versions) {
        LockMatrixPage page = new LockMatrixPage(versions);
        page.head(statements.size());
        String group = "";
        for (MatrixStatement statement : statements) {
            if (!statement.group().equals(group)) {
                group = statement.group();
                page.lines.addAll(List.of(
                        "",
                        "## " + group,
                        "| statement | locks | rewrites | rebuilds | scans |",
                        "|---|---|---|---|---|"));
            }
            page.row(statement);
        }
        page.rows(statements);
        page.differences(statements);
        return String.join("\n", page.lines) + "\n";
    }

    private void head(int count) {
        lines.addAll(MatrixStatement.file("head.md").strip().lines().toList());
        lines.set(
                lines.indexOf("STATEMENTS"),
                count + " statements, each traced on PostgreSQL " + versions.firstKey() + " to " + versions.lastKey()
                        + " with the observer of the proof");
        lines.addAll(List.of("", "| mode | waits while it is held |", "|---|---|"));
        for (LockMode mode : LockMode.values()) {
            lines.add("| " + mode.words() + " | " + mode.blocks() + " |");
        }
    }

    private void row(MatrixStatement statement) {
        String note = statement.note().isEmpty() ? "" : "<br>" + statement.note();
        String outside = statement.outside() ? "<br>*outside transactions*" : "";
        String from = statement.from() > versions.firstKey() ? "<br>*from " + statement.from() + "*" : "";
        String rows = statement.rows().isEmpty() ? "" : "<br>*with rows*";
        lines.add("| `" + statement.sql().replace("|", "\\|") + "`" + note + outside + from + rows + " | "
                + locks(statement) + " | " + cell(statement, MatrixRow::rewrites) + " | "
                + cell(statement, MatrixRow::rebuilds) + " | " + cell(statement, MatrixRow::scans) + " |");
    }

    private String locks(MatrixStatement statement) {
        return cell(statement, row -> row.refusal().isEmpty() ? row.locks() : "*" + row.refusal() + "*");
    }

    private String cell(MatrixStatement statement, Function<MatrixRow, String> column) {
        Map<String, List<Integer>> values = values(statement, column);
        if (values.size() == 1) {
            String only = values.keySet().iterator().next();
            return only.isEmpty() ? NOTHING : only;
        }
        return values.entrySet().stream()
                .map(entry -> span(entry.getValue()) + ": " + (entry.getKey().isEmpty() ? NOTHING : entry.getKey()))
                .collect(Collectors.joining("<br>"));
    }

    /** Returns each value with the versions on which it was seen. */
    private Map<String, List<Integer>> values(MatrixStatement statement, Function<MatrixRow, String> column) {
        Map<String, List<Integer>> values = new LinkedHashMap<>();
        versions.forEach((version, rows) -> {
            MatrixRow row = rows.get(statement.key());
            if (row != null) {
                values.computeIfAbsent(column.apply(row), value -> new ArrayList<>())
                        .add(version);
            }
        });
        return values;
    }

    private static String span(List<Integer> some) {
        boolean neighbours = some.getLast() - some.getFirst() == some.size() - 1;
        if (some.size() == 1 || !neighbours) {
            return some.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return some.getFirst() + "–" + some.getLast();
    }

    /** Returns whether versions differ in what they do for a statement that all of them are given. */
    boolean differs(MatrixStatement statement) {
        return values(statement, MatrixRow::toString).size() > 1;
    }

    private void rows(List<MatrixStatement> statements) {
        Map<String, List<MatrixStatement>> reasons = statements.stream()
                .filter(statement -> !statement.rows().isEmpty())
                .collect(Collectors.groupingBy(MatrixStatement::rows, TreeMap::new, Collectors.toList()));
        lines.addAll(List.of("", "## What an empty database does not show", ""));
        reasons.forEach((reason, some) -> {
            lines.add("- " + capitalized(reason) + "; seen with the three rows a table that a proof puts in:");
            some.forEach(statement -> lines.add("  - `" + statement.sql() + "`"));
        });
    }

    private void differences(List<MatrixStatement> statements) {
        lines.addAll(List.of("", "## Where versions differ", ""));
        for (MatrixStatement statement : statements) {
            if (statement.from() > versions.firstKey()) {
                lines.add("- `" + statement.sql() + "` is known from " + statement.from() + " on.");
            }
        }
        for (MatrixStatement statement : statements) {
            if (differs(statement)) {
                lines.add("- `" + statement.sql() + "`: " + statement.why() + ".");
            }
        }
    }

    private static String capitalized(String clause) {
        return Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
    }

    /** Returns statements that differ between versions without a reason, or have one without a difference. */
    static List<String> unexplained(
            List<MatrixStatement> statements, SortedMap<Integer, Map<String, MatrixRow>> versions) {
        LockMatrixPage page = new LockMatrixPage(versions);
        return statements.stream()
                .filter(statement -> page.differs(statement) == statement.why().isEmpty())
                .map(statement -> statement + ": " + page.values(statement, MatrixRow::toString))
                .toList();
    }
}
