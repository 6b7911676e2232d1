// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What one job measured: rows for the tables of a page, in the words in which they stand there, and under which
 * conditions it ran.
 */
public final class JobFigures {
    private static final String FIELD = "\t";
    private static final String ROW = "row";

    private final String job;
    private final Map<String, String> conditions = new LinkedHashMap<>();
    private final Map<String, List<List<String>>> rows = new LinkedHashMap<>();

    JobFigures(String job) {
        this.job = job;
    }

    /** Returns the name of the job. */
    public String job() {
        return job;
    }

    /** Adds a row to a table. A cell holds no tab and no line break. */
    public void row(String table, String... cells) {
        rows.computeIfAbsent(table, key -> new ArrayList<>()).add(List.of(cells));
    }

    /** Returns a number as it stands in a cell, its thousands apart. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
    }

    /** Returns the number that {@link #count} wrote. */
    public static long number(String cell) {
        return Long.parseLong(cell.replace(" ", ""));
    }

    /** Returns the rows for a table, in the order in which they were measured. */
    public List<List<String>> rows(String table) {
        return rows.getOrDefault(table, List.of());
    }

    void condition(String name, String value) {
        conditions.put(name, value);
    }

    String condition(String name) {
        return conditions.getOrDefault(name, "");
    }

    /** Returns it as text: a line for each condition, then one for each row. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        conditions.forEach((name, value) -> lines.add(name + FIELD + value));
        rows.forEach((table, cells) ->
                cells.forEach(each -> lines.add(ROW + FIELD + table + FIELD + String.join(FIELD, each))));
        return lines;
    }

    static JobFigures parse(String job, List<String> lines) {
        JobFigures figures = new JobFigures(job);
        for (String line : lines) {
            List<String> fields = List.of(line.split(FIELD, -1));
            if (fields.get(0).equals(ROW)) {
                figures.row(fields.get(1), fields.subList(2, fields.size()).toArray(String[]::new));
            } else {
                figures.condition(fields.get(0), fields.get(1));
            }
        }
        return figures;
    }
}
