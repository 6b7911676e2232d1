// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.alignment.Severity;
import dev.plumbline.review.Baseline;
import dev.plumbline.review.ReviewSettings;
import dev.plumbline.review.Runner;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How strict a review of files is, and what it knows already. */
final class ReviewOptions {
    @Option(
            names = "--actual",
            paramLabel = "SOURCE",
            description =
                    "with FILES: the schema that they find, where it is neither --url nor what the folder's migrations"
                            + " before them make: a URL, a .sql file or folder, migrations:DIR, snapshot:FILE")
    @Nullable
    String actual;

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            description =
                    "with FILES: exit code 1 from this severity on: error, warning, note, never; warning by default")
    private @Nullable String failOn;

    @Option(
            names = "--rule",
            paramLabel = "RULE=LEVEL",
            description = "with FILES: how bad the findings of a rule are: error, warning, note, off; may be repeated")
    private Map<String, String> rules = new LinkedHashMap<>();

    @Option(
            names = "--runner",
            paramLabel = "RUNNER",
            description =
                    "with FILES: who runs migrations of folders, ${COMPLETION-CANDIDATES}; PLUMBLINE by default, which"
                            + " sets a lock timeout by itself")
    private @Nullable Runner runner;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "with FILES: findings that are known and not shown")
    @Nullable
    Path baseline;

    @Option(names = "--write-baseline", description = "with FILES: write all findings into the baseline; exit code 0")
    boolean writeBaseline;

    /** Returns whether something is said that means nothing without files. */
    boolean areGiven() {
        return actual != null
                || failOn != null
                || !rules.isEmpty()
                || runner != null
                || baseline != null
                || writeBaseline;
    }

    /** Returns the file of what is known. */
    Optional<Path> baseline(CheckSettings settings) {
        return Optional.ofNullable(baseline).or(settings::baseline);
    }

    /** Returns the settings of a review that knows nothing yet. */
    ReviewSettings settings(CheckSettings settings) {
        SortedMap<String, Optional<Severity>> levels = new TreeMap<>(settings.rules());
        rules.forEach((name, level) ->
                levels.put(CheckSettings.rule(name, "--rule"), CheckSettings.ruleLevel(level, "--rule " + name)));
        Optional<Severity> from = Optional.ofNullable(failOn)
                .or(settings::failOn)
                .map(text -> CheckSettings.level(text, CheckSettings.NEVER, "--fail-on"))
                .orElse(ReviewSettings.DEFAULT.failOn());
        return new ReviewSettings(
                levels, from, Optional.ofNullable(runner).or(settings::runner).orElse(Runner.PLUMBLINE), Baseline.NONE);
    }
}
