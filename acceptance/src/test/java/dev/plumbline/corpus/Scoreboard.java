// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.corpus;

import dev.plumbline.corpus.PairResult.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page that says how the pairs of each suite ended. */
final class Scoreboard {
    private static final String HEAD = """
            # Scoreboard

            Pairs of schemas from the test suites of other projects. A pair passes when the plan from its old to its
            new side is proven in both directions, is applied, leaves no gap, and `pg_dump --schema-only` of the result
            equals that of a database built from the new side (the order of columns within a table apart; statements
            are compared as a set, since pg_dump orders equals by OID; grants of one object too). On SQLite a pair
            passes when both directions converge and `sqlite_schema` reads as in a fresh database. No pair is
            special-cased. PostgreSQL 15 is the server; a pair that it refuses to load (made for a newer version, for
            pgvector, or to fail) says nothing about Plumbline.

            Made, and held in every build, by:

                mvn -pl acceptance -am test -Dtest=ScoreboardTest -Dsurefire.failIfNoSpecifiedTests=false

            with `-Dgolden=update` to write this page anew.

            | suite | pairs | load | passed | failed | not supported | passed of those that load |
            |---|---|---|---|---|---|---|
            """;

    private Scoreboard() {}

    static String page(Map<String, List<PairResult>> results) {
        StringBuilder page = new StringBuilder(HEAD);
        results.forEach((suite, of) -> page.append("| ")
                .append(String.join(
                        " | ",
                        suite,
                        String.valueOf(of.size()),
                        String.valueOf(of.size() - count(of, Verdict.DOES_NOT_LOAD)),
                        String.valueOf(count(of, Verdict.PASSED)),
                        String.valueOf(count(of, Verdict.FAILED)),
                        String.valueOf(count(of, Verdict.NOT_SUPPORTED)),
                        rate(of)))
                .append(" |\n"));
        named(page, results, Verdict.FAILED, "Failed");
        named(page, results, Verdict.NOT_SUPPORTED, "Not supported: what the pair is about is named, not compared");
        named(page, results, Verdict.DOES_NOT_LOAD, "Refused by the server itself");
        return page.toString();
    }

    /** Returns a line a suite for the console. */
    static String summary(Map<String, List<PairResult>> results) {
        StringBuilder lines = new StringBuilder();
        results.forEach((suite, of) -> lines.append(String.format(
                Locale.ROOT,
                "%-16s %4d passed, %d failed, %d not supported, %d do not load: %s%n",
                suite,
                count(of, Verdict.PASSED),
                count(of, Verdict.FAILED),
                count(of, Verdict.NOT_SUPPORTED),
                count(of, Verdict.DOES_NOT_LOAD),
                rate(of))));
        return lines.toString();
    }

    private static String rate(List<PairResult> of) {
        long loaded = of.size() - count(of, Verdict.DOES_NOT_LOAD);
        return String.format(Locale.ROOT, "%.1f %%", loaded == 0 ? 0.0 : 100.0 * count(of, Verdict.PASSED) / loaded);
    }

    private static long count(List<PairResult> of, Verdict verdict) {
        return of.stream().filter(result -> result.verdict() == verdict).count();
    }

    private static void named(
            StringBuilder page, Map<String, List<PairResult>> results, Verdict verdict, String title) {
        page.append("\n## ").append(title).append("\n\n");
        boolean any = false;
        for (Map.Entry<String, List<PairResult>> suite : results.entrySet()) {
            List<PairResult> named = suite.getValue().stream()
                    .filter(result -> result.verdict() == verdict)
                    .sorted(Comparator.comparing(result -> result.pair().name()))
                    .toList();
            for (PairResult result : named) {
                page.append("- ")
                        .append(suite.getKey())
                        .append('/')
                        .append(result.pair().name());
                if (verdict != Verdict.DOES_NOT_LOAD) {
                    page.append(": ").append(reason(result));
                }
                page.append('\n');
                any = true;
            }
        }
        if (!any) {
            page.append("None.\n");
        }
    }

    /** The names of databases and the like differ from run to run and do not belong on the page. */
    private static String reason(PairResult result) {
        String headline = result.headline().replaceAll("pair_\\d+_\\w+", "…");
        return headline.length() > 200 ? headline.substring(0, 200) + "…" : headline;
    }
}
