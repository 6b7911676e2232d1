// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.memory;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

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
    private final List<Inserted> results = new ArrayList<>();

    InsertTrial(Path folder) {
        this.folder = folder;
    }

    List<Inserted> results() {
        return List.copyOf(results);
    }

    void run(List<IndexSet> sets, int memories, int users, int rounds) throws IOException, SQLException {
        for (int round = 0; round < rounds; round++) {
            for (boolean fullText : new boolean[] {true, false}) {
                for (IndexSet set : sets) {
                    run(set, fullText, memories, users);
                }
            }
        }
    }

    private void run(IndexSet set, boolean fullText, int memories, int users) throws IOException, SQLException {
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
            results.add(new Inserted(set.name(), fullText, memories + memories / 5, taken, store.size(), indexes));
        }
    }
}
