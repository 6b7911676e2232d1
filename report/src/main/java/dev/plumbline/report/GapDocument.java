// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Extension;
import dev.plumbline.gap.ChangeType;
import dev.plumbline.gap.ColumnDiscrepancies;
import dev.plumbline.gap.DatabaseHealth;
import dev.plumbline.gap.DeployPhase;
import dev.plumbline.gap.Discrepancy;
import dev.plumbline.gap.FanOut;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapAnalysis;
import dev.plumbline.gap.Impact;
import dev.plumbline.gap.InventoryRow;
import dev.plumbline.gap.InventoryType;
import dev.plumbline.gap.MissingTable;
import dev.plumbline.gap.Recommendation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The gap analysis as a document: the verdict, what matters first, then everything by type. */
final class GapDocument {
    private static final Set<InventoryType> TOLD_APART =
            EnumSet.of(InventoryType.TABLE, InventoryType.VIRTUAL_TABLE, InventoryType.COLUMN, InventoryType.DEFAULT);

    /** Types whose definition says by itself what is not guarded while it is missing. */
    private static final Set<InventoryType> SELF_EVIDENT = EnumSet.of(
            InventoryType.PARTITION,
            InventoryType.PRIMARY_KEY,
            InventoryType.UNIQUE,
            InventoryType.FOREIGN_KEY,
            InventoryType.CHECK,
            InventoryType.EXCLUSION);

    private final Gap gap;
    private final GapAnalysis analysis;
    private final DiscrepancyRows discrepancyRows;
    /** How many missing objects of each type are parts of something missing, and so not told one by one. */
    private final List<String> comingAlong = new ArrayList<>();

    private final Document.Builder document = new Document.Builder();

    private GapDocument(Gap gap, GapAnalysis analysis) {
        this.gap = gap;
        this.analysis = analysis;
        this.discrepancyRows = new DiscrepancyRows(gap);
    }

    static Document of(Gap gap, GapAnalysis analysis, String actual, String desired) {
        return new GapDocument(gap, analysis).build(actual, desired);
    }

    private Document build(String actual, String desired) {
        document.heading(1, "Gap: " + actual + " → " + desired);
        verdict();
        health();
        if (!analysis.isEmpty()) {
            inventory();
            mattersFirst();
            missingTables();
            columns();
            for (InventoryType type : InventoryType.values()) {
                missing(type);
            }
            if (!comingAlong.isEmpty()) {
                document.paragraph(
                        Tone.FAINT,
                        "With the missing tables and columns come " + String.join(", ", comingAlong)
                                + " that are missing too.");
            }
            others(ChangeType.EXTRA, "Extra: nobody declared it");
            others(ChangeType.DIFFERENT, "Different");
            fanOut();
            deployOrder();
        }
        remarks();
        return document.build();
    }

    private void verdict() {
        if (analysis.isEmpty()) {
            document.paragraph(
                    Tone.GOOD,
                    "No gap: the database is as declared ("
                            + gap.desired().objects().size() + " objects).");
            return;
        }
        String levels = Arrays.stream(Impact.values())
                .map(impact ->
                        analysis.essential().filter(d -> d.impact() == impact).count() + " " + impact)
                .filter(text -> !text.startsWith("0 "))
                .collect(Collectors.joining(", "));
        long essential = analysis.essential().count();
        document.paragraph(
                analysis.worst()
                                .filter(worst -> worst.compareTo(Impact.HIGH) <= 0)
                                .isPresent()
                        ? Tone.BAD
                        : Tone.NOTABLE,
                Texts.count(essential, "difference", "differences") + ": " + levels
                        + (analysis.discrepancies().size() > essential
                                ? " (" + analysis.discrepancies().size() + " objects with their parts)."
                                : "."));
        Recommendation advice = analysis.recommendation();
        document.paragraph("Recommended: " + advice.way().label() + " — " + advice.reason() + ".");
    }

    private void health() {
        DatabaseHealth health = analysis.health();
        document.heading(2, "Database health");
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(List.of(Cell.of("engine"), Cell.of(health.actual().toString())));
        if (!health.desired().equals(health.actual())) {
            rows.add(List.of(Cell.of("desired"), Cell.of("read on " + health.desired())));
        }
        if (!health.extensions().isEmpty()) {
            rows.add(List.of(
                    Cell.of("extensions"),
                    Cell.of(health.extensions().stream()
                            .map(GapDocument::extension)
                            .collect(Collectors.joining(", ")))));
        }
        health.histories()
                .forEach(history -> rows.add(List.of(
                        Cell.of("history"),
                        new Cell(
                                history.tool() + " in " + history.table() + ", "
                                        + Texts.count(history.rows(), "row", "rows") + ": " + history.state(),
                                history.state().contains("dirty") ? Tone.BAD : Tone.PLAIN))));
        health.rows().ifPresent(all -> rows.add(List.of(Cell.of("rows"), Cell.of("about " + all + " by estimate"))));
        document.overview("fact|value", rows);
        document.bullets(health.warnings().stream()
                .map(warning -> new Cell(warning, Tone.NOTABLE))
                .toList());
    }

    private static String extension(Extension extension) {
        return extension.key().name() + " " + extension.version();
    }

    private void inventory() {
        document.heading(2, "Inventory");
        List<List<Cell>> rows = new ArrayList<>();
        List<String> rules = new ArrayList<>();
        for (InventoryRow row : analysis.inventory()) {
            rows.add(List.of(
                    Cell.of(row.type().label()),
                    Cell.of(row.desired()),
                    Cell.of(row.actual()),
                    Cell.of(row.missing()),
                    Cell.of(row.extra()),
                    Cell.of(row.different()),
                    row.impact()
                            .map(DiscrepancyRows::impact)
                            .orElse(
                                    row.isEven()
                                            ? new Cell("even", Tone.GOOD)
                                            : new Cell("with the whole", Tone.FAINT))));
            rules.add(row.type().label() + ": " + row.type().counted());
        }
        document.overview("type|#desired|#actual|#missing|#extra|#different|impact", rows);
        document.paragraph(Tone.FAINT, "How it is counted — " + String.join("; ", rules) + ".");
    }

    private void mattersFirst() {
        List<List<Cell>> rows = discrepancyRows.mattersFirst(analysis.essential());
        if (!rows.isEmpty()) {
            document.heading(2, "What matters first");
            document.overview("impact|change|object|why", rows);
        }
    }

    private void missingTables() {
        if (analysis.missingTables().isEmpty()) {
            return;
        }
        document.heading(2, "Missing tables, by tier");
        document.table(
                "tier|table|#columns|#needed by|why",
                analysis.missingTables().stream()
                        .map(table -> List.of(
                                Cell.of("" + table.tier().number()),
                                Cell.of(table.key().qualifiedName()),
                                Cell.of(table.columns()),
                                Cell.of(table.dependents()),
                                Cell.of(table.reason())))
                        .toList());
        document.paragraph(
                Tone.FAINT,
                Arrays.stream(MissingTable.Tier.values())
                                .map(tier -> "tier " + tier.number() + ": " + tier.rule())
                                .collect(Collectors.joining("; "))
                        + ".");
    }

    private void columns() {
        if (analysis.columns().isEmpty()) {
            return;
        }
        document.heading(2, "Columns, table by table");
        List<List<Cell>> rows = new ArrayList<>();
        for (ColumnDiscrepancies table : analysis.columns()) {
            for (ColumnDiscrepancies.Entry entry : table.entries()) {
                String what = switch (entry.type()) {
                    case MISSING -> entry.desired();
                    case EXTRA -> entry.actual();
                    case DIFFERENT, RENAMED ->
                        entry.actual().equals(entry.desired())
                                ? entry.reason().text()
                                : entry.actual() + " → " + entry.desired();
                };
                rows.add(List.of(
                        DiscrepancyRows.impact(entry.impact()),
                        Cell.of(table.table().qualifiedName()),
                        Cell.of(entry.column()),
                        Cell.of(entry.type().label()),
                        Cell.of(what)));
            }
        }
        document.table("impact|table|column|change|what", rows);
    }

    private void missing(InventoryType type) {
        if (TOLD_APART.contains(type)) {
            return;
        }
        List<Discrepancy> all = analysis.discrepancies().stream()
                .filter(d -> d.type() == ChangeType.MISSING && isOf(d, type, gap.desired()))
                .toList();
        if (all.isEmpty()) {
            return;
        }
        List<Discrepancy> own = all.stream()
                .filter(d -> type == InventoryType.PARTITION || d.standsForItself())
                .toList();
        if (own.size() < all.size()) {
            comingAlong.add((all.size() - own.size()) + " " + type.label());
        }
        if (!own.isEmpty()) {
            document.heading(2, "Missing " + type.label() + " (" + own.size() + ")");
            boolean selfEvident = SELF_EVIDENT.contains(type);
            document.table(
                    selfEvident ? "impact|name|what" : "impact|name|what|why",
                    type == InventoryType.GRANT
                            ? discrepancyRows.grants(own)
                            : discrepancyRows.missing(own, selfEvident));
        }
    }

    private void others(ChangeType type, String title) {
        Catalog side = type == ChangeType.EXTRA ? gap.actual() : gap.desired();
        List<List<Cell>> rows = analysis.essential()
                .filter(d -> d.type() == type || (type == ChangeType.DIFFERENT && d.type() == ChangeType.RENAMED))
                .filter(d -> (!isOf(d, InventoryType.COLUMN, side) && !isOf(d, InventoryType.DEFAULT, side))
                        || d.type() == ChangeType.RENAMED)
                .map(d -> List.of(
                        DiscrepancyRows.impact(d.impact()),
                        Cell.of(d.key().toString()),
                        Cell.of(Texts.cut(Texts.oneLine(d.detail()), 120)),
                        Cell.of(d.mainReason().text())))
                .toList();
        if (!rows.isEmpty()) {
            document.heading(2, title);
            document.table("impact|object|what|why", rows);
        }
    }

    private static boolean isOf(Discrepancy discrepancy, InventoryType type, Catalog side) {
        return side.find(discrepancy.key())
                .flatMap(object -> InventoryType.of(object, side))
                .filter(found -> found == type)
                .isPresent();
    }

    private void fanOut() {
        if (analysis.fanOut().isEmpty()) {
            return;
        }
        document.heading(2, "What waits for what is missing");
        List<List<Cell>> rows = new ArrayList<>();
        List<FanOut> several =
                analysis.fanOut().stream().filter(fanOut -> fanOut.all() > 1).toList();
        for (FanOut fanOut : several) {
            rows.add(List.of(
                    Cell.of(fanOut.missing().toString()),
                    Cell.of(fanOut.all()),
                    Cell.of(DiscrepancyRows.names(fanOut.direct(), 4))));
        }
        document.table("missing|#waiting|directly", rows);
        int single = analysis.fanOut().size() - several.size();
        if (single > 0) {
            document.paragraph(
                    Tone.FAINT, "For " + Texts.count(single, "more", "more") + ", one object each is waiting.");
        }
    }

    private void deployOrder() {
        if (analysis.deployOrder().isEmpty()) {
            return;
        }
        document.heading(2, "Deploy order of what is missing");
        List<List<Cell>> rows = new ArrayList<>();
        int number = 0;
        for (DeployPhase phase : analysis.deployOrder()) {
            number++;
            rows.add(List.of(
                    Cell.of("" + number),
                    Cell.of(phase.title()),
                    Cell.of(phase.size()),
                    Cell.of(phase.layers().stream()
                            .map(layer -> DiscrepancyRows.names(layer, 6))
                            .collect(Collectors.joining(" → ")))));
        }
        document.overview("#phase|what|#objects|in layers", rows);
    }

    private void remarks() {
        RedundantIndexRows.add(analysis.redundantIndexes(), document);
        if (!analysis.information().isEmpty()) {
            document.heading(2, "For information: no gap");
            document.bullets(analysis.information().stream().map(Cell::of).toList());
        }
        if (!analysis.notCompared().isEmpty()) {
            document.heading(2, Texts.count(analysis.notCompared().size(), "object", "objects") + " not compared");
            document.bullets(analysis.notCompared().stream()
                    .map(object -> new Cell(object.toString(), Tone.NOTABLE))
                    .toList());
        }
    }
}
