// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.memory;

import dev.plumbline.bench.JobFigures;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Measures one way after another to keep the same embeddings and to search in them: the same questions to each. */
final class EmbeddingFigures {
    /** How many are asked for. */
    static final int NEAREST = 10;

    private static final int CALLS_OF_ONE = 200;
    private static final int COMPARED_OF_ONE = 30;
    private static final int COMPARED_OF_ALL = 5;

    /** Finds the nearest: of one user, or of all where the user is negative. */
    @FunctionalInterface
    interface Search {
        List<Integer> nearest(int user, float[] to) throws SQLException;
    }

    private final JobFigures figures;
    private final Vectors vectors;
    private final int count;
    private final int users;

    EmbeddingFigures(JobFigures figures, Vectors vectors, int count, int users) {
        this.figures = figures;
        this.vectors = vectors;
        this.count = count;
        this.users = users;
    }

    /**
     * Tells of one way to keep them.
     *
     * @param taken to insert them all, or to build the index over them
     * @param bytes what the database grew by
     */
    void kept(String how, Taken taken, long bytes) {
        figures.row(
                MemoryPage.KEPT,
                how,
                JobFigures.count(count),
                Cells.seconds(taken),
                Cells.megabytes(bytes),
                JobFigures.count(bytes / count));
    }

    /**
     * Searches among those of one user, and of all.
     *
     * @param exact what finds the nearest for certain; nothing where this one does
     */
    void search(String how, int callsOverAll, Search search, Optional<Search> exact) throws SQLException {
        int calls = Math.min(CALLS_OF_ONE, users);
        Latency latency = Latency.of(calls, i -> search.nearest(user(i), vectors.vector(count + i)));
        searched(how, "one user", latency, recall(search, exact, COMPARED_OF_ONE, false));
        searchAll(how, callsOverAll, COMPARED_OF_ALL, search, exact);
    }

    /**
     * Searches among all.
     *
     * @param compared how many answers are laid beside those of the exact search
     */
    void searchAll(String how, int calls, int compared, Search search, Optional<Search> exact) throws SQLException {
        Latency latency = Latency.of(calls, i -> search.nearest(-1, vectors.vector(count + i)));
        searched(how, "all " + JobFigures.count(count), latency, recall(search, exact, compared, true));
        System.err.println("bench: " + how);
    }

    private void searched(String how, String scope, Latency latency, double recall) {
        figures.row(MemoryPage.SEARCHED, how, scope, Cells.latency(latency), Cells.percent(recall));
    }

    private int user(int call) {
        return (int) (call * 7_919L % users);
    }

    private double recall(Search search, Optional<Search> exact, int calls, boolean all) throws SQLException {
        if (exact.isEmpty()) {
            return 1;
        }
        int found = 0;
        int wanted = 0;
        for (int i = 0; i < calls; i++) {
            float[] to = vectors.vector(count + i);
            Set<Integer> nearest = new HashSet<>(exact.get().nearest(all ? -1 : user(i), to));
            wanted += nearest.size();
            nearest.retainAll(search.nearest(all ? -1 : user(i), to));
            found += nearest.size();
        }
        return wanted == 0 ? 1 : (double) found / wanted;
    }
}
