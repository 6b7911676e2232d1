// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts the differences of columns together, table by table; a column and its default are one to the reader. */
final class ColumnComparison {
    private final GapFacts facts;

    ColumnComparison(GapFacts facts) {
        this.facts = facts;
    }

    List<ColumnDiscrepancies> of(List<Discrepancy> discrepancies) {
        SortedMap<ObjectKey, SortedMap<String, List<Discrepancy>>> byTable = new TreeMap<>();
        for (Discrepancy discrepancy : discrepancies) {
            ObjectKey key = discrepancy.key();
            if (key.kind() == ObjectKind.COLUMN || key.kind() == ObjectKind.DEFAULT) {
                ObjectKey table = GapFacts.relationOfColumn(key);
                if (facts.actual().contains(table) && facts.desired().contains(table)) {
                    byTable.computeIfAbsent(table, k -> new TreeMap<>())
                            .computeIfAbsent(key.name(), k -> new ArrayList<>())
                            .add(discrepancy);
                }
            }
        }
        List<ColumnDiscrepancies> tables = new ArrayList<>();
        byTable.forEach((table, columns) -> {
            List<ColumnDiscrepancies.Entry> entries = new ArrayList<>();
            columns.values().forEach(parts -> entries.add(entry(parts)));
            entries.sort(Comparator.comparing(ColumnDiscrepancies.Entry::impact));
            tables.add(new ColumnDiscrepancies(table, entries, entries.get(0).impact()));
        });
        tables.sort(Comparator.comparing(ColumnDiscrepancies::impact));
        return tables;
    }

    /** Makes one entry of the differences of a column and of its default, worst first as they come. */
    private ColumnDiscrepancies.Entry entry(List<Discrepancy> parts) {
        Discrepancy worst = parts.get(0);
        ObjectKey column = new ObjectKey(ObjectKind.COLUMN, worst.key().path());
        Optional<Discrepancy> own =
                parts.stream().filter(part -> part.key().equals(column)).findFirst();
        List<Difference> differences = new ArrayList<>();
        for (Discrepancy part : parts) {
            if (part.key().kind() == ObjectKind.COLUMN) {
                differences.addAll(part.differences());
            } else if (own.isEmpty() || own.get().type() == ChangeType.DIFFERENT) {
                differences.add(
                        new Difference("default", expression(part, facts.actual()), expression(part, facts.desired())));
            }
        }
        ChangeType type = own.map(Discrepancy::type).orElse(ChangeType.DIFFERENT);
        return new ColumnDiscrepancies.Entry(
                column.name(),
                type,
                declaration(column, facts.actual()),
                declaration(column, facts.desired()),
                differences,
                worst.impact(),
                worst.mainReason());
    }

    private static String expression(Discrepancy part, Catalog catalog) {
        return catalog.find(part.key()).map(Descriptions::of).orElse("");
    }

    private static String declaration(ObjectKey column, Catalog catalog) {
        return catalog.find(column)
                .map(found -> Descriptions.ofColumn(found, catalog))
                .orElse("");
    }
}
