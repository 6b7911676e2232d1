// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which kinds of object were changed in which way on which versions, as the steps of plans that were carried out tell. */
final class Coverage {
    private final SortedMap<Cell, SortedSet<Integer>> walked = new TreeMap<>();

    /** The ways in which an object changes. */
    enum Way {
        CREATE,
        ALTER,
        RECREATE,
        RENAME,
        DROP
    }

    /** A kind changed in a way. */
    record Cell(ObjectKind kind, Way way) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            return Comparator.comparing(Cell::kind).thenComparing(Cell::way).compare(this, other);
        }

        @Override
        public String toString() {
            return kind.label() + " " + way;
        }
    }

    /** Returns what a plan and its reverse change. */
    static SortedSet<Cell> of(Plan plan) {
        SortedSet<Cell> cells = of(plan.steps());
        cells.addAll(of(plan.reverse()));
        return cells;
    }

    private static SortedSet<Cell> of(List<Step> steps) {
        SortedSet<ObjectKey> created = new TreeSet<>();
        SortedSet<ObjectKey> dropped = new TreeSet<>();
        SortedSet<Cell> cells = new TreeSet<>();
        for (Step step : steps) {
            switch (step.verb()) {
                case CREATE -> created.add(step.object());
                case DROP -> dropped.add(step.object());
                case RENAME -> cells.add(new Cell(step.object().kind(), Way.RENAME));
                case ALTER, CONVERT -> cells.add(new Cell(step.object().kind(), Way.ALTER));
                case REBUILD -> throw new IllegalStateException("SQLite's alone");
            }
        }
        created.forEach(key -> cells.add(new Cell(key.kind(), dropped.contains(key) ? Way.RECREATE : Way.CREATE)));
        dropped.stream()
                .filter(key -> !created.contains(key))
                .forEach(key -> cells.add(new Cell(key.kind(), Way.DROP)));
        return cells;
    }

    void add(Cell cell, int version) {
        walked.computeIfAbsent(cell, c -> new TreeSet<>()).add(version);
    }

    void addAll(Coverage other) {
        other.walked.forEach((cell, versions) -> versions.forEach(version -> add(cell, version)));
    }

    /** Returns the versions on which it was walked, in order; empty where on none. */
    SortedSet<Integer> versions(Cell cell) {
        return walked.getOrDefault(cell, new TreeSet<>());
    }

    /** Returns what this one has and the other has not, as a sentence each. */
    List<String> beyond(Coverage other) {
        List<String> beyond = new ArrayList<>();
        for (Map.Entry<Cell, SortedSet<Integer>> entry : walked.entrySet()) {
            SortedSet<Integer> more = new TreeSet<>(entry.getValue());
            more.removeAll(other.versions(entry.getKey()));
            if (!more.isEmpty()) {
                beyond.add(entry.getKey() + " on " + more);
            }
        }
        return beyond;
    }
}
