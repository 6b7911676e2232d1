// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.migration.Checksum;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.Timeouts;
import dev.plumbline.plan.TransactionMode;
import dev.plumbline.plan.Verb;
import dev.plumbline.script.ScriptStatement;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.SqlScript;
import dev.plumbline.script.StatementSplitter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A plan as a migration: {@code 000007_name.up.sql} and {@code .down.sql}, which psql, sqlite3 and the migration tools
 * that read such folders can run. Where a statement must stand outside transactions, the file says where they begin and
 * end; else that is left to the tool, which wants its history row in the same one.
 */
public final class MigrationWriter {
    private static final Pattern NUMBERED = Pattern.compile("^(\\d{1,18})_.*");

    private MigrationWriter() {}

    /** The files of a migration, of which the checks may be left out. */
    public record Pair(Path up, Path down, Optional<Path> verify) {}

    /** Writes the migration and its checks into the folder, numbered after the last one there. */
    public static Pair write(Plan plan, Catalog desired, Path folder, String name) throws IOException {
        Pair pair = write(plan, folder, name);
        String up = String.valueOf(pair.up().getFileName());
        Path verify = pair.up().resolveSibling(up.substring(0, up.length() - ".up.sql".length()) + ".verify.sql");
        Files.writeString(verify, VerifyWriter.of(plan, desired), StandardCharsets.UTF_8);
        return new Pair(pair.up(), pair.down(), Optional.of(verify));
    }

    /** Writes the migration into the folder, numbered after the last one there. */
    public static Pair write(Plan plan, Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        String stem = String.format(Locale.ROOT, "%06d_%s", nextNumber(folder), slug(name));
        Path up = folder.resolve(stem + ".up.sql");
        Path down = folder.resolve(stem + ".down.sql");
        Files.writeString(up, up(plan), StandardCharsets.UTF_8);
        Files.writeString(down, down(plan), StandardCharsets.UTF_8);
        return new Pair(up, down, Optional.empty());
    }

    private static long nextNumber(Path folder) throws IOException {
        long last = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Matcher matcher = NUMBERED.matcher(String.valueOf(file.getFileName()));
                if (matcher.matches()) {
                    last = Math.max(last, Long.parseLong(matcher.group(1)));
                }
            }
        }
        return last + 1;
    }

    private static String slug(String name) {
        String slug =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        return slug.isEmpty() ? "close_gap" : slug;
    }

    /** Returns the script that closes the gap. */
    public static String up(Plan plan) {
        String script = ScriptSettings.of(plan.product(), plan.steps()) + script(plan.steps());
        return header(plan, plan.actual().abbreviated(), plan.desired().abbreviated())
                + ProofSentence.of(plan)
                        .lines()
                        .map(line -> "-- " + line + "\n")
                        .collect(Collectors.joining())
                + provenAs(plan, script)
                + plan.notes().stream()
                        .map(note -> "-- " + Texts.oneLine(note) + "\n")
                        .collect(Collectors.joining())
                + hazards(plan)
                + timeouts(plan.steps())
                + script;
    }

    /** A directive by which Plumbline's own runner sees that the statements are no longer those that were proven. */
    private static String provenAs(Plan plan, String script) {
        if (plan.proof().filter(Proof::holds).isEmpty()) {
            return "";
        }
        SqlDialect dialect = plan.product().engine().equals("postgres") ? SqlDialect.POSTGRES : SqlDialect.SQLITE;
        List<ScriptStatement> statements = StatementSplitter.split(new SqlScript("plan", script), dialect);
        return "-- plumbline: proven " + Checksum.of(statements) + "\n";
    }

    /** Returns the script that leads back. */
    public static String down(Plan plan) {
        String losses = plan.steps().stream()
                .flatMap(step -> step.loses().stream())
                .map(what -> "-- It cannot bring back " + Texts.oneLine(what) + ".\n")
                .collect(Collectors.joining());
        return header(plan, plan.desired().abbreviated(), plan.actual().abbreviated())
                + losses
                + timeouts(plan.reverse())
                + ScriptSettings.of(plan.product(), plan.reverse())
                + script(plan.reverse());
    }

    /** Directives for Plumbline's own runner; to every other tool they are comments. */
    private static String timeouts(List<Step> steps) {
        StringBuilder directives = new StringBuilder();
        List<Step> awaited = steps.stream()
                .filter(step -> step.mode() != TransactionMode.OUTSIDE)
                .toList();
        limit(awaited, Timeouts::lock)
                .ifPresent(limit -> directives
                        .append("-- plumbline: lock_timeout ")
                        .append(limit.toMillis())
                        .append("ms\n"));
        limit(steps, Timeouts::statement)
                .ifPresent(limit -> directives
                        .append("-- plumbline: statement_timeout ")
                        .append(limit.toMillis())
                        .append("ms\n"));
        return directives.toString();
    }

    /** Returns the longest limit, and none where a step has none. */
    private static Optional<Duration> limit(List<Step> steps, Function<Timeouts, Duration> which) {
        List<Duration> limits =
                steps.stream().map(step -> which.apply(step.timeouts())).toList();
        return limits.contains(Duration.ZERO)
                ? Optional.empty()
                : limits.stream().max(Comparator.naturalOrder());
    }

    private static String header(Plan plan, String from, String to) {
        return "-- Made by plumbline for " + plan.product() + ": from catalog " + from + " to " + to + ".\n";
    }

    private static String hazards(Plan plan) {
        return plan.hazards().stream()
                .map(hazard -> "-- Hazard " + hazard + ": " + hazard.effect() + ".\n")
                .collect(Collectors.joining());
    }

    /** Returns whether the script of these steps begins and ends transactions itself, so that none may stand around it. */
    static boolean hasOwnTransactions(List<Step> steps) {
        return steps.stream().anyMatch(step -> step.mode() != TransactionMode.TOGETHER || step.verb() == Verb.REBUILD);
    }

    private static String script(List<Step> steps) {
        boolean own = hasOwnTransactions(steps);
        StringBuilder script = new StringBuilder();
        if (own) {
            script.append("-- Run it without a transaction around it: it begins and ends its own.\n");
        }
        for (List<Step> group : Plan.groups(steps)) {
            boolean outside = group.get(0).mode() == TransactionMode.OUTSIDE;
            boolean wrap = !outside && own;
            // SQLite ignores this pragma inside a transaction, and a rebuild must not fire ON DELETE CASCADE.
            boolean switchOff = group.stream().anyMatch(step -> step.verb() == Verb.REBUILD);
            script.append(switchOff ? "\nPRAGMA foreign_keys = OFF;\n" : "").append(wrap ? "\nBEGIN;\n" : "");
            group.forEach(step -> append(step, script));
            script.append(wrap ? "\nCOMMIT;\n" : "").append(switchOff ? "\nPRAGMA foreign_keys = ON;\n" : "");
        }
        return script.toString();
    }

    private static void append(Step step, StringBuilder script) {
        String reason = step.reason().isEmpty() ? step.verb() + " " + step.object() : step.reason();
        script.append("\n-- ")
                .append(step.number())
                .append(". ")
                .append(Texts.oneLine(reason))
                .append('\n');
        step.batch()
                .ifPresent(batch -> script.append(
                                "-- Here it is one statement, which locks every row that it changes until")
                        .append(" it is done; 'plumbline apply' does it in batches by ")
                        .append(Texts.oneLine(Texts.key(batch)))
                        .append(".\n"));
        for (String statement : step.statements()) {
            script.append(statement.strip()).append(";\n");
        }
    }
}
