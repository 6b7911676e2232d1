// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The figures of one page, a file for each job, beside the page that is made of them. So jobs can be measured one by one,
 * a run that was stopped can be taken up, and no figure on the page was ever moved by hand.
 */
public final class JobFolder {
    static final String SETTINGS = "settings";
    static final String MACHINE = "machine";
    static final String MEASURED = "measured";
    static final String LOAD = "load";
    static final String MINUTES = "minutes";
    private static final String SUFFIX = ".tsv";

    private final Path folder;
    private final List<String> order;

    /**
     * Creates it.
     *
     * @param folder where the files are; it is made with the first of them
     * @param order how the names of jobs begin, in the order of the page; of two the longer counts
     */
    public JobFolder(Path folder, List<String> order) {
        this.folder = folder;
        this.order = List.copyOf(order);
    }

    /** Something that is measured. */
    @FunctionalInterface
    public interface Job {
        /** Measures it. */
        void run(JobFigures into) throws IOException, SQLException, InterruptedException;
    }

    /**
     * Runs a job and keeps what it measured; nothing is kept of one that fails.
     *
     * @param settings what it was asked for, which a later run compares
     * @param resume whether it is left out where a file with the same settings is there
     */
    public void run(String name, String settings, boolean resume, Job job)
            throws IOException, SQLException, InterruptedException {
        Path file = folder.resolve(name + SUFFIX);
        if (resume && Files.exists(file) && read(file).condition(SETTINGS).equals(settings)) {
            System.err.println("bench: " + name + " is there already");
            return;
        }
        System.err.println("bench: " + name);
        long began = System.nanoTime();
        String load = load();
        JobFigures figures = new JobFigures(name);
        job.run(figures);
        figures.condition(SETTINGS, settings);
        figures.condition(MACHINE, machine());
        figures.condition(MEASURED, LocalDate.now(ZoneOffset.UTC).toString());
        figures.condition(LOAD, load + " to " + load());
        figures.condition(MINUTES, String.format(Locale.ROOT, "%.1f", (System.nanoTime() - began) / 6e10));
        Files.createDirectories(folder);
        Files.write(file, figures.lines());
    }

    /** Returns what is there, in the order of the page; jobs of one kind by the numbers in their names. */
    List<JobFigures> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(file -> file.toString().endsWith(SUFFIX)).toList();
        }
        List<JobFigures> all = new ArrayList<>();
        for (Path file : files) {
            all.add(read(file));
        }
        all.sort(Comparator.<JobFigures>comparingInt(each -> place(each.job()))
                .thenComparingInt(each -> each.job().length())
                .thenComparing(JobFigures::job));
        return all;
    }

    private int place(String job) {
        int best = order.size();
        for (int i = 0; i < order.size(); i++) {
            boolean longer = best == order.size()
                    || order.get(i).length() > order.get(best).length();
            if (longer && job.startsWith(order.get(i))) {
                best = i;
            }
        }
        return best;
    }

    private static JobFigures read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        return JobFigures.parse(name.substring(0, name.length() - SUFFIX.length()), Files.readAllLines(file));
    }

    private static String machine() {
        return String.format(
                Locale.ROOT,
                "%d processors (%s), %s, Java %s",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.arch"),
                System.getProperty("os.name"),
                System.getProperty("java.runtime.version"));
    }

    /** The average over the last five minutes. */
    private static String load() throws IOException {
        Path file = Path.of("/proc/loadavg");
        return Files.exists(file) ? Files.readString(file).split(" ", -1)[1] : "unknown";
    }
}
