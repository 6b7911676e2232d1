// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import dev.plumbline.gap.RedundantIndex;
import dev.plumbline.source.IndexUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The indexes that another one covers, as a part of a document. */
final class RedundantIndexRows {
    private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB"};

    private RedundantIndexRows() {}

    static void add(List<RedundantIndex> indexes, Document.Builder document) {
        if (indexes.isEmpty()) {
            return;
        }
        boolean used = indexes.stream().anyMatch(index -> index.use().isPresent());
        boolean declared =
                indexes.stream().anyMatch(index -> index.declaration().isPresent());
        document.heading(2, Texts.count(indexes.size(), "redundant index", "redundant indexes"));
        List<List<Cell>> rows = new ArrayList<>();
        for (RedundantIndex index : indexes) {
            List<Cell> row = new ArrayList<>(List.of(
                    new Cell(index.index().qualifiedName(), Tone.NOTABLE),
                    Cell.of(index.columns()),
                    Cell.of(cover(index) + ", which " + index.coverage().words())));
            if (used) {
                row.add(Cell.of(index.use().map(RedundantIndexRows::use).orElse("")));
            }
            if (declared) {
                row.add(Cell.of(index.declaration()
                        .map(RedundantIndex.Declaration::words)
                        .orElse("")));
            }
            rows.add(row);
        }
        String titles = Stream.of("index", "columns", "covered by", used ? "use" : "", declared ? "therefore" : "")
                .filter(title -> !title.isEmpty())
                .reduce((one, other) -> one + "|" + other)
                .orElseThrow();
        document.overview(titles, rows);
        document.paragraph(
                Tone.FAINT,
                "Every query that uses one of them can use the index that covers it; each costs every write and the room"
                        + " that it takes. What relies on an index by its name or for a rule is not listed.");
    }

    private static String cover(RedundantIndex index) {
        String origin = index.coveringOrigin().equals("index") ? "" : index.coveringOrigin() + " ";
        return origin + index.coveredBy() + " " + index.coveringColumns();
    }

    private static String use(IndexUse use) {
        return Texts.count(use.scans(), "scan", "scans") + ", " + size(use.bytes());
    }

    private static String size(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1024 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        return (unit == 0 ? Long.toString(bytes) : String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value))
                + " " + UNITS[unit];
    }
}
