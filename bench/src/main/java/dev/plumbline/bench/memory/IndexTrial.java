// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.memory;

import dev.plumbline.bench.JobFigures;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What migration 002 brings: its two queries before and after, on the same rows, in turns. */
final class IndexTrial {
    private static final int CALLS = 300;
    private static final String INDEXES =
            "SELECT count(*) FROM sqlite_schema WHERE type = 'index'" + " AND name LIKE 'idx\\_%' ESCAPE '\\'";
    private static final String SEARCH = "SELECT id, title, content, updated_at FROM memories"
            + " WHERE user_id = ? AND (title LIKE '%' || ? || '%' OR content LIKE '%' || ? || '%')"
            + " ORDER BY updated_at DESC LIMIT 20";

    private final Path folder;
    private final Path migrations;
    private final int rounds;

    IndexTrial(Path folder, Path migrations, int rounds) {
        this.folder = folder;
        this.migrations = migrations;
        this.rounds = rounds;
    }

    void run(int memories, int users, JobFigures figures) throws IOException, SQLException {
        int entities = memories / 5;
        try (Store store = Store.at(folder, migrations, "1")) {
            Rows rows = new Rows(users);
            rows.insertUsers(store.connection());
            rows.insertEntities(store.connection(), entities);
            rows.insertMemories(store.connection(), memories);
            long sizeBefore = store.size();
            long indexesBefore = store.number(INDEXES);
            Map<String, List<Latency>> before = new LinkedHashMap<>();
            Map<String, List<Latency>> after = new LinkedHashMap<>();
            long sizeAfter = 0;
            long indexesAfter = 0;
            for (int round = 0; round < rounds; round++) {
                measure(store, rows, before);
                store.to("2");
                measure(store, rows, after);
                sizeAfter = Math.max(sizeAfter, store.size());
                indexesAfter = store.number(INDEXES);
                store.to("1");
            }
            figures.row(
                    MemoryPage.SIZES,
                    JobFigures.count(memories),
                    JobFigures.count(entities),
                    JobFigures.count(users),
                    JobFigures.count(indexesBefore),
                    Cells.megabytes(sizeBefore),
                    JobFigures.count(indexesAfter),
                    Cells.megabytes(sizeAfter));
            before.forEach((query, latencies) ->
                    add(figures, query, memories, latencies, after.getOrDefault(query, List.of())));
        }
    }

    private static void add(JobFigures figures, String query, int rows, List<Latency> before, List<Latency> after) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            ratios.add(before.get(i).median() / after.get(i).median());
        }
        ratios.sort(Comparator.naturalOrder());
        figures.row(
                MemoryPage.QUERIES,
                query,
                JobFigures.count(rows),
                Cells.latency(middle(before)),
                Cells.latency(middle(after)),
                Cells.ratios(ratios));
    }

    private static Latency middle(List<Latency> latencies) {
        List<Latency> sorted = new ArrayList<>(latencies);
        sorted.sort(Comparator.comparingDouble(Latency::median));
        return sorted.get(sorted.size() / 2);
    }

    private static void measure(Store store, Rows rows, Map<String, List<Latency>> into) throws SQLException {
        add(
                into,
                "entities of a user, newest 20",
                store,
                rows,
                "SELECT id, name, entity_type, created_at FROM entities"
                        + " WHERE user_id = ? ORDER BY created_at DESC LIMIT 20");
        add(
                into,
                "entities of a user, newest first, all",
                store,
                rows,
                "SELECT id, name, entity_type, created_at FROM"
                        + " entities WHERE user_id = ? ORDER BY created_at DESC");
        add(
                into,
                "memories, last changed 20",
                store,
                rows,
                "SELECT id, title, content, updated_at FROM memories"
                        + " WHERE user_id = ? ORDER BY updated_at DESC LIMIT 20");
        add(into, "memory search, a word of every 10th", store, rows, SEARCH, Rows.FREQUENT);
        add(into, "memory search, a word of every 500th", store, rows, SEARCH, Rows.RARE);
        // Not served by 002; to show what it does not do.
        add(
                into,
                "newest memories, not archived (no index of 002)",
                store,
                rows,
                "SELECT id, title, content, created_at FROM"
                        + " memories WHERE user_id = ? AND is_archived = 0 ORDER BY created_at DESC LIMIT 20");
    }

    private static void add(
            Map<String, List<Latency>> into, String name, Store store, Rows rows, String sql, String... words)
            throws SQLException {
        try (PreparedStatement query = store.connection().prepareStatement(sql)) {
            Latency latency = Latency.of(CALLS, number -> {
                // Steps through all users, in no order of their rows.
                query.setString(1, Rows.user((int) (number * 7_919L % rows.users())));
                for (int i = 0; i < 2 * words.length; i++) {
                    query.setString(2 + i, words[0]);
                }
                Latency.drain(query);
            });
            into.computeIfAbsent(name, key -> new ArrayList<>()).add(latency);
        }
    }
}
