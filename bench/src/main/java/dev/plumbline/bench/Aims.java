// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench;

import dev.plumbline.bench.Results.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What was aimed at, beside what was measured of it: each by how much it was missed, and what stands in the way. */
final class Aims {
    static final List<String> HEADER = List.of("aim", "at most", "measured", "", "what the limit is");

    private static final String OWN = "Plumbline";
    private static final int MANY = 10_000;

    private final Results results;
    private final List<List<String>> rows = new ArrayList<>();

    private Aims(Results results) {
        this.results = results;
    }

    /** Returns a row for each aim of which the figures are there. */
    static List<List<String>> rows(Results results) {
        Aims aims = new Aims(results);
        aims.migrations();
        aims.tables();
        return aims.rows;
    }

    private void migrations() {
        for (int size : List.of(1_000, 10_000)) {
            Job up = new Job(Jobs.UP + "PostgreSQL", size, "psql");
            against(
                    String.format(Locale.ROOT, "%,d", size)
                            + " migrations on PostgreSQL, × psql with the same statements",
                    1.3,
                    2,
                    ratio(up, up.floor()),
                    "The JVM starts, and compiles what it runs while it works, on as many processors as the server. With each migration, in the same round"
                            + " trip, five settings are taken back or made and its row in the history is written, which psql is not asked to.");
        }
        against(
                "status over 1,000 applied migrations, seconds",
                0.35,
                2,
                median(new Job(Jobs.STATUS + "PostgreSQL", 1_000, "psql"), OWN, Timing::seconds),
                "Start of the JVM, a thousand files read and summed, a connection.");
    }

    private void tables() {
        Job inspect = new Job(Jobs.INSPECT, MANY, Jobs.DUMP);
        Job compare = new Job(Jobs.COMPARE, MANY, Jobs.DUMP);
        against(
                "10,000 tables written as SQL, × pg_dump -s",
                0.5,
                2,
                ratio(inspect, Jobs.DUMP),
                "Of 1,000 tables the server's answers alone take a third more than pg_dump takes as a whole (its log says 0.27 s beside 0.21): each index,"
                        + " constraint and default is deparsed for both, and what depends on what, and what indexes and views are made of, is asked for besides."
                        + " The rest is Java, which makes a catalog of it and a file for each object.");
        against(
                "two equal databases of 10,000 tables compared, × one of them written as SQL",
                1.2,
                2,
                median(compare, OWN, Timing::seconds) / median(inspect, OWN, Timing::seconds),
                "Both are read at a time, on the processors that the server works on as well; a declared schema that has not changed would come from the"
                        + " cache.");
        against(
                "a plan of 1,000 scattered changes among 10,000 tables, without its proof, seconds above the comparison",
                2,
                1,
                median(new Job(Jobs.plan(1_000, "not carried out"), MANY, Jobs.DUMP), OWN, Timing::seconds)
                        - median(compare, OWN, Timing::seconds),
                "A plan is bound to the fingerprints of both catalogs, of a quarter of a million objects each, and the way back is planned too.");
        against("10,000 tables compared, peak memory in MB", 1_000, 0, median(compare, OWN, Timing::megabytes), "");
        for (Job job : List.of(inspect, compare)) {
            results.jobs().stream()
                    .filter(found -> found.group().equals(job.group()) && found.size() > MANY)
                    .reduce((one, other) -> other)
                    .ifPresent(most -> perTable(job, most, job.equals(inspect) ? "written as SQL" : "compared"));
        }
    }

    /** The two sizes may have been measured at different times: what pg_dump took tells how fast the machine was. */
    private void perTable(Job many, Job most, String done) {
        String aim = JobFigures.count(most.size()) + " tables " + done + ", seconds a table × those of "
                + JobFigures.count(MANY);
        double dump = growth(many, most, Jobs.DUMP);
        if (Double.isFinite(dump)) {
            against(
                    aim,
                    1,
                    2,
                    growth(many, most, OWN),
                    "What sorts takes more a table the more there are, and so does memory that has to be kept free; of pg_dump the same is "
                            + number(dump, 2) + ".");
        } else {
            rows.add(
                    List.of(
                            aim,
                            number(1, 2),
                            number(growth(many, most, OWN), 2),
                            "not comparable",
                            "The two were measured at different times, and pg_dump, which would tell how fast the machine was, has no figure of the larger."));
        }
    }

    private double growth(Job many, Job most, String tool) {
        return median(most, tool, Timing::seconds) / most.size() / (median(many, tool, Timing::seconds) / MANY);
    }

    /** Adds a row, if its figure is there. */
    private void against(String aim, double most, int digits, double measured, String limit) {
        if (Double.isFinite(measured)) {
            boolean met = measured <= most;
            rows.add(List.of(
                    aim,
                    number(most, digits),
                    number(measured, digits),
                    met ? "met" : "missed by " + number(measured - most, digits),
                    met ? "" : limit));
        }
    }

    private double ratio(Job job, String other) {
        Map<String, List<Timing>> all = results.of(job);
        return Series.ratios(all.getOrDefault(OWN, List.of()), all.getOrDefault(other, List.of()), Timing::seconds)
                .median();
    }

    private double median(Job job, String tool, ToDoubleFunction<Timing> figure) {
        return Optional.ofNullable(results.of(job).get(tool))
                .map(timings -> Series.of(timings, figure).median())
                .orElse(Double.NaN);
    }

    private static String number(double value, int digits) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + digits + "f", value) : "–";
    }
}
