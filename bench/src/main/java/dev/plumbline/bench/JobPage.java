// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A page in Markdown, made of the figures in a {@link JobFolder}. A table without rows is left out with its section. */
public final class JobPage {
    private final List<JobFigures> jobs;
    private final StringBuilder page = new StringBuilder();

    /**
     * Begins one.
     *
     * @param head its title and what comes before the first section
     */
    public JobPage(JobFolder folder, String head) throws IOException {
        this.jobs = folder.all();
        page.append(head);
    }

    /**
     * Adds a section, if there are figures for it.
     *
     * @param before what stands above its table, with the heading
     * @param after what stands below it, or nothing
     */
    public void section(String before, String table, List<String> header, String after) {
        section(before, rows(table), header, after);
    }

    /** Adds a section whose rows stand together by their first cell, whichever job measured them. */
    public void groupedSection(String before, String table, List<String> header, String after) {
        List<List<String>> rows = rows(table);
        List<String> groups = rows.stream().map(List::getFirst).distinct().toList();
        rows.sort(Comparator.comparingInt(row -> groups.indexOf(row.getFirst())));
        section(before, rows, header, after);
    }

    /** Returns the rows for a table, of all jobs. */
    public List<List<String>> rows(String table) {
        List<List<String>> rows = new ArrayList<>();
        jobs.forEach(job -> rows.addAll(job.rows(table)));
        return rows;
    }

    /** Returns the settings with which jobs were run, those of the job that comes first before others. */
    public List<String> settings() {
        return jobs.stream()
                .map(job -> job.condition(JobFolder.SETTINGS))
                .distinct()
                .toList();
    }

    /** Returns the rows for a table, of the jobs that were run with these settings. */
    public List<List<String>> rows(String table, String settings) {
        return jobs.stream()
                .filter(job -> job.condition(JobFolder.SETTINGS).equals(settings))
                .flatMap(job -> job.rows(table).stream())
                .toList();
    }

    /** Adds a section of these rows, if there are any. */
    public void section(String before, List<List<String>> rows, List<String> header, String after) {
        if (!rows.isEmpty()) {
            page.append(before);
            table(header, rows);
            page.append(after).append('\n');
        }
    }

    /** Adds text. */
    public void text(String text) {
        page.append(text);
    }

    /** Ends with what was measured where and when, and writes it. */
    public void write(Path file) throws IOException {
        page.append("## How it was measured\n");
        jobs.stream()
                .map(job -> job.condition(JobFolder.MACHINE))
                .distinct()
                .forEach(machine -> page.append("- ").append(machine).append(".\n"));
        page.append(
                "- Where the load was above the number of processors, the machine had other work: quote the ratios there,"
                        + " which are taken side by side.\n\n");
        table(
                List.of("job", "of", "on", "load average at its begin and end", "minutes"),
                jobs.stream()
                        .map(job -> List.of(
                                job.job(),
                                job.condition(JobFolder.SETTINGS),
                                job.condition(JobFolder.MEASURED),
                                job.condition(JobFolder.LOAD),
                                job.condition(JobFolder.MINUTES)))
                        .toList());
        Files.writeString(file, page.toString());
    }

    private void table(List<String> header, List<List<String>> rows) {
        page.append("| ").append(String.join(" | ", header)).append(" |\n");
        page.append('|').append("---|".repeat(header.size())).append('\n');
        rows.forEach(row -> page.append("| ").append(String.join(" | ", row)).append(" |\n"));
    }
}
