// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import dev.plumbline.workload.Conditions;
import dev.plumbline.workload.Explanation;
import dev.plumbline.workload.PlanNode;
import dev.plumbline.workload.QueryPlan;
import dev.plumbline.workload.QueryReport;
import dev.plumbline.workload.QueryReport.Verdict;
import dev.plumbline.workload.WorkloadReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How a schema serves a workload, as a document: a line for each query, then the plans, then what no query uses. */
final class WorkloadDocument {
    private final Document.Builder document = new Document.Builder();
    private final WorkloadReport report;
    private final boolean complete;

    private WorkloadDocument(WorkloadReport report, boolean complete) {
        this.report = report;
        this.complete = complete;
    }

    /** Returns the document; unless it is to be complete, plans that nothing is to be said about are left out. */
    static Document of(WorkloadReport report, boolean complete) {
        return new WorkloadDocument(report, complete).build();
    }

    private Document build() {
        document.heading(
                1,
                "Workload: " + report.workload() + " on " + report.actual().origin()
                        + report.desired()
                                .map(desired -> " → " + desired.origin())
                                .orElse(""));
        document.paragraph(report.refused().isEmpty() ? Tone.STRONG : Tone.BAD, summary());
        overview();
        document.heading(2, "Plans");
        for (int i = 0; i < report.queries().size(); i++) {
            plans(i + 1, report.queries().get(i));
        }
        indexes();
        document.paragraph(Tone.FAINT, "Nothing was executed. " + conditions());
        return document.build();
    }

    private String conditions() {
        Conditions actual = report.actual().conditions();
        Conditions desired =
                report.desired().map(WorkloadReport.Side::conditions).orElse(actual);
        return actual == desired
                ? "The queries were " + actual.sentence() + "."
                : "Before, the queries were " + actual.sentence() + "; after, " + desired.sentence() + ".";
    }

    private String summary() {
        List<String> parts = new ArrayList<>();
        add(parts, report.refused().size(), "cannot be asked");
        if (report.desired().isPresent()) {
            add(parts, report.with(Verdict.BETTER).size(), "better");
            add(parts, report.with(Verdict.WORSE).size(), "worse");
            add(parts, report.with(Verdict.DIFFERENT).size(), "otherwise");
            add(parts, report.with(Verdict.SAME).size(), "as before");
        }
        return Texts.count(report.queries().size(), "query", "queries")
                + (parts.isEmpty() ? "." : ": " + String.join(", ", parts) + ".");
    }

    private static void add(List<String> parts, int count, String words) {
        if (count > 0) {
            parts.add(count + " " + words);
        }
    }

    private void overview() {
        boolean both = report.desired().isPresent();
        document.overview(
                both ? "#|Query|Before|After|" : "#|Query|Plan",
                report.queries().stream().map(query -> row(query, both)).toList());
    }

    private List<Cell> row(QueryReport query, boolean both) {
        List<Cell> row = new ArrayList<>();
        row.add(Cell.of(report.queries().indexOf(query) + 1));
        row.add(Cell.of(query.query().name()));
        row.add(cell(query.actual()));
        query.desired()
                .ifPresent(desired ->
                        row.add(query.verdict() == Verdict.SAME ? new Cell("·", Tone.FAINT) : cell(desired)));
        if (both) {
            row.add(verdict(query.verdict()));
        }
        return row;
    }

    private static Cell verdict(Verdict verdict) {
        return switch (verdict) {
            case ALONE, SAME -> new Cell("", Tone.FAINT);
            case BETTER -> new Cell("better", Tone.GOOD);
            case WORSE -> new Cell("worse", Tone.BAD);
            case DIFFERENT -> new Cell("otherwise", Tone.NOTABLE);
            case BROKEN -> new Cell("broken", Tone.BAD);
        };
    }

    private static Cell cell(Explanation explanation) {
        return switch (explanation) {
            case Explanation.Refusal refusal -> new Cell("refused: " + refusal.reason(), Tone.BAD);
            case QueryPlan plan -> {
                boolean slow =
                        plan.nodes().stream().anyMatch(node -> node.trait().isPresent());
                yield new Cell(words(plan), slow ? Tone.NOTABLE : Tone.PLAIN);
            }
        };
    }

    private static String words(QueryPlan plan) {
        String words = plan.nodes().stream()
                .map(WorkloadDocument::words)
                .filter(word -> !word.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "nothing to read" : words;
    }

    private static String words(PlanNode node) {
        String index = node.index().orElse("");
        String relation = node.relation().orElse("");
        return switch (node.access()) {
            case TABLE_SCAN -> "scans " + relation;
            case INDEX_SEARCH -> index;
            case COVERING_SEARCH -> index + " (covering)";
            case INDEX_SCAN -> index + " (in its order)";
            case COVERING_SCAN -> index + " (covering, in its order)";
            case KEY_SEARCH -> relation + " by key";
            case OWN_INDEX -> "builds an index on " + relation;
            case VIRTUAL -> relation + " by itself";
            case SORT -> "sorts";
            case OTHER -> "";
        };
    }

    private void plans(int number, QueryReport query) {
        boolean notable = query.isRefused()
                || !query.traits().isEmpty()
                || (query.verdict() != Verdict.SAME && query.verdict() != Verdict.ALONE);
        if (!complete && !notable) {
            return;
        }
        List<Cell> facts = new ArrayList<>();
        facts(query.desired().isPresent() ? "before: " : "", query.actual(), facts);
        query.desired()
                .filter(desired -> !desired.equals(query.actual()))
                .ifPresent(desired -> facts("after: ", desired, facts));
        document.statement(new Document.Statement(
                Integer.toString(number), query.query().name(), query.query().sql(), facts));
    }

    private static void facts(String label, Explanation explanation, List<Cell> facts) {
        switch (explanation) {
            case Explanation.Refusal refusal -> facts.add(new Cell(label + refusal.reason(), Tone.BAD));
            case QueryPlan plan ->
                plan.nodes()
                        .forEach(node -> facts.add(new Cell(
                                label + "· ".repeat(node.depth()) + node.text(),
                                node.trait().isPresent() ? Tone.NOTABLE : Tone.PLAIN)));
        }
    }

    private void indexes() {
        document.heading(2, "Indexes that no query uses");
        List<Cell> lines = new ArrayList<>();
        lines.add(unused(report.desired().isPresent() ? "before, " : "", report.actual()));
        report.desired().ifPresent(desired -> lines.add(unused("after, ", desired)));
        document.bullets(lines);
    }

    private static Cell unused(String label, WorkloadReport.Side side) {
        return Cell.of(label + side.unused().size() + " of " + side.indexes()
                + (side.unused().isEmpty() ? "" : ": " + String.join(", ", side.unused())));
    }
}
