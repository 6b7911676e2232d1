// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.plan.RelationLock;
import dev.plumbline.plan.StepCost;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a statement was seen to do on one version, in the words of the page; each is empty where there is nothing.
 *
 * @param locks each relation with its strongest lock, in the order of their names
 * @param refusal why the server did not run it
 */
record MatrixRow(String locks, String rewrites, String rebuilds, String scans, String refusal) {
    static MatrixRow of(StepCost cost) {
        Map<String, String> modes = new TreeMap<>();
        for (RelationLock lock : cost.locks()) {
            modes.put(bare(lock.relation()), lock.mode().words());
        }
        return new MatrixRow(
                locks(modes),
                names(cost.rewrites()),
                names(cost.rebuilds()),
                names(cost.scans()),
                cost.unseen().orElse(""));
    }

    static MatrixRow refused(String message) {
        return new MatrixRow("", "", "", "", message);
    }

    /** Returns the words for locks, by the names of their relations. */
    static String locks(Map<String, String> modes) {
        return modes.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String names(List<String> qualified) {
        return qualified.stream().map(MatrixRow::bare).sorted().collect(Collectors.joining(", "));
    }

    private static String bare(String name) {
        return name.startsWith("public.") ? name.substring("public.".length()) : name;
    }

    /** Returns the rows of one version by the keys of their statements, as a file holds them. */
    static Map<String, MatrixRow> read(String text) {
        Map<String, MatrixRow> rows = new TreeMap<>();
        for (String line : text.lines().toList()) {
            String[] cells = line.split("\t", -1);
            rows.put(cells[0], new MatrixRow(cells[1], cells[2], cells[3], cells[4], cells[5]));
        }
        return rows;
    }

    /** Returns the text of a file for the rows of one version. */
    static String write(Map<String, MatrixRow> rows) {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(rows)
                .forEach((key, row) -> lines.add(
                        String.join("\t", key, row.locks, row.rewrites, row.rebuilds, row.scans, row.refusal)));
        return String.join("\n", lines) + "\n";
    }
}
