// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review;

import dev.plumbline.alignment.Severity;
import dev.plumbline.migrate.trial.TriedMigration;
import dev.plumbline.review.Review.Accepted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Lets the rules look at one migration after the other, and keeps apart what they find and what of it is accepted. */
final class Judgement {
    private final List<Rule> rules;
    private final ReviewSettings settings;
    private final Circumstances circumstances;
    private final Set<String> names = new TreeSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Accepted> accepted = new ArrayList<>();
    private final List<Finding> known = new ArrayList<>();
    private final Set<Baseline.Entry> seen = new HashSet<>();
    private final Set<String> files = new LinkedHashSet<>();
    private int statements;

    Judgement(List<Rule> rules, ReviewSettings settings, Circumstances circumstances) {
        this.rules = rules;
        this.settings = settings;
        this.circumstances = circumstances;
        rules.forEach(rule -> names.add(rule.description().id()));
    }

    /** Judges a migration; where one before it failed, its own failure is no fault of it. */
    void judge(TriedMigration migration, Optional<String> blocked) {
        Subject subject = new Subject(migration, circumstances);
        statements += subject.run().size();
        files.add(subject.beginning().file());
        List<Finding> found = new ArrayList<>();
        for (Rule rule : rules) {
            Findings ofRule = new Findings(rule.description());
            rule.judge(subject, ofRule);
            found.addAll(ofRule.found());
        }
        boolean fails = migration.up().failure().isPresent();
        if (fails && blocked.isPresent()) {
            found.removeIf(finding -> finding.rule().equals("statement-fails"));
            found.add(CommentRule.NOT_REVIEWED.at(
                    subject.beginning(), "It could not be tried to its end: " + blocked.get() + " before it fails."));
        }
        sort(found, comments(migration));
    }

    /** Takes a finding that is about no migration that was tried. */
    void add(Finding finding) {
        sort(List.of(finding), List.of());
    }

    private List<Suppression> comments(TriedMigration migration) {
        Stream<Suppression> up = Suppression.of(migration.up().script(), circumstances.engine()).stream();
        Stream<Suppression> down = migration.back().stream()
                .flatMap(back -> Suppression.of(back.down().script(), circumstances.engine()).stream());
        // Both ways of a migration may stand in one file.
        return Stream.concat(up, down).distinct().toList();
    }

    private void sort(List<Finding> found, List<Suppression> comments) {
        Set<Suppression> used = new HashSet<>();
        for (Finding finding : found) {
            Optional<Suppression> comment =
                    comments.stream().filter(each -> each.accepts(finding)).findFirst();
            comment.ifPresent(used::add);
            level(finding).ifPresent(level -> {
                Finding told = finding.with(level);
                if (comment.isPresent()) {
                    accepted.add(new Accepted(told, comment.get().reason()));
                } else {
                    tell(told);
                }
            });
        }
        for (Suppression comment : comments) {
            wrong(comment, used).flatMap(this::leveled).ifPresent(this::tell);
        }
    }

    private Optional<Finding> wrong(Suppression comment, Set<Suppression> used) {
        if (!names.contains(comment.rule())) {
            return Optional.of(CommentRule.ALLOW_UNKNOWN_RULE.at(
                    comment.position(), "There is no rule '" + comment.rule() + "'."));
        }
        if (comment.reason().isEmpty()) {
            return Optional.of(CommentRule.ALLOW_WITHOUT_REASON.at(
                    comment.position(), "It does not say why " + comment.rule() + " is accepted."));
        }
        boolean off = settings.levels()
                .getOrDefault(comment.rule(), Optional.of(Severity.NOTE))
                .isEmpty();
        return used.contains(comment) || off
                ? Optional.empty()
                : Optional.of(CommentRule.ALLOW_UNUSED.at(
                        comment.position(), "The rule " + comment.rule() + " finds nothing here."));
    }

    private void tell(Finding finding) {
        Baseline.Entry entry = settings.baseline().entry(finding);
        if (settings.baseline().entries().contains(entry)) {
            seen.add(entry);
            known.add(finding);
        } else {
            findings.add(finding);
        }
    }

    private Optional<Finding> leveled(Finding finding) {
        return level(finding).map(finding::with);
    }

    private Optional<Severity> level(Finding finding) {
        return settings.levels().getOrDefault(finding.rule(), Optional.of(finding.severity()));
    }

    Review review(List<String> notes) {
        Set<String> relative = new HashSet<>();
        files.forEach(file -> relative.add(settings.baseline().relative(file)));
        List<Baseline.Entry> stale = settings.baseline().entries().stream()
                .filter(entry -> !seen.contains(entry) && relative.contains(entry.file()))
                .toList();
        return new Review(
                List.copyOf(files),
                statements,
                findings.stream().sorted().toList(),
                accepted,
                known.stream().sorted().toList(),
                stale,
                notes,
                settings.failOn());
    }
}
