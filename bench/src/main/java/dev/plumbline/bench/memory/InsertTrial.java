// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.memory;

import dev.plumbline.bench.JobFigures;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What an index set costs: the same rows inserted under each, in turns. */
final class InsertTrial {
    /** An index set: a migration folder up to a version. */
    record IndexSet(String name, Path migrations, String version) {}

    /**
     * One run.
     *
     * @param fullText whether the full-text tables were kept in step meanwhile
     * @param taken for all rows
     * @param size of the file in bytes
     */
    record Inserted(String set, boolean fullText, int rows, Taken taken, long size, long indexes) {}

    private final Path folder;

    InsertTrial(Path folder) {
        this.folder = folder;
    }

    /** Inserts them under each set, and tells what that took. */
    void run(List<IndexSet> sets, int memories, int users, int rounds, JobFigures figures)
            throws IOException, SQLException {
        Map<String, List<Inserted>> groups = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (boolean fullText : new boolean[] {true, false}) {
                for (IndexSet set : sets) {
                    groups.computeIfAbsent(set.name() + "|" + fullText, key -> new ArrayList<>())
                            .add(inserted(set, fullText, memories, users));
                }
            }
        }
        groups.values().forEach(runs -> {
            Inserted first = runs.getFirst();
            figures.row(
                    MemoryPage.INSERTS,
                    JobFigures.count(first.indexes()),
                    first.set(),
                    first.fullText() ? "yes" : "no",
                    JobFigures.count(first.rows()),
                    rate(runs, Taken::seconds),
                    rate(runs, Taken::processorSeconds),
                    Cells.megabytes(first.size()));
        });
    }

    private static String rate(List<Inserted> runs, ToDoubleFunction<Taken> seconds) {
        return Cells.counts(runs.stream()
                .map(run -> run.rows() / seconds.applyAsDouble(run.taken()))
                .sorted()
                .toList());
    }

    private Inserted inserted(IndexSet set, boolean fullText, int memories, int users)
            throws IOException, SQLException {
        try (Store store = Store.at(folder, set.migrations(), set.version())) {
            if (!fullText) {
                store.run("DROP TRIGGER memories_fts_insert");
                store.run("DROP TRIGGER entities_fts_insert");
            }
            Rows rows = new Rows(users);
            rows.insertUsers(store.connection());
            Taken taken = rows.insertEntities(store.connection(), memories / 5)
                    .plus(rows.insertMemories(store.connection(), memories));
            long indexes = store.number(
                    "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND name LIKE 'idx\\_%' ESCAPE '\\'");
            return new Inserted(set.name(), fullText, memories + memories / 5, taken, store.size(), indexes);
        }
    }
}
