// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review;

import dev.plumbline.alignment.Severity;
import dev.plumbline.error.SourcePosition;
import java.util.List;

/** What a review finds wrong with the comments that accept findings, and with what it was given to review. */
final class CommentRule implements Rule {
    static final CommentRule ALLOW_WITHOUT_REASON = new CommentRule(
            "allow-without-reason",
            Severity.ERROR,
            "a comment accepts a finding and does not say why",
            "Nobody can tell later whether the reason still holds; the finding is not accepted.",
            "Write the reason in parentheses: -- plumbline: allow data-dropped (nothing reads it since 4.2)");
    static final CommentRule ALLOW_UNKNOWN_RULE = new CommentRule(
            "allow-unknown-rule",
            Severity.ERROR,
            "a comment names a rule that there is not",
            "It accepts nothing.",
            "Correct the name; the page of the rules lists them all.");
    static final CommentRule ALLOW_UNUSED = new CommentRule(
            "allow-unused",
            Severity.WARNING,
            "a comment accepts what is not found",
            "It would hide the finding from whoever changes the statement later.",
            "Take it out.");
    static final CommentRule NOT_REVIEWED = new CommentRule(
            "not-reviewed",
            Severity.ERROR,
            "a migration could not be tried, because one before it fails",
            "What it locks, rewrites and loses is not known.",
            "Put the one before it right, or name the state that it finds with --actual.");
    static final CommentRule FILE_NOT_READ = new CommentRule(
            "file-not-read",
            Severity.ERROR,
            "a file or folder cannot be read as what it is",
            "Nothing of it was reviewed.",
            "Put it right at the place that is named.");
    static final CommentRule SUM_DIFFERS = new CommentRule(
            "sum-differs",
            Severity.WARNING,
            "a folder does not fit its plumbline.sum",
            "A merge has put migrations into an order that nobody has looked at.",
            "Look at the order of the new migrations; 'plumbline sum' then writes the file anew.");

    static final List<Rule> ALL =
            List.of(ALLOW_WITHOUT_REASON, ALLOW_UNKNOWN_RULE, ALLOW_UNUSED, NOT_REVIEWED, FILE_NOT_READ, SUM_DIFFERS);

    private final RuleDescription description;

    CommentRule(String id, Severity severity, String title, String effect, String wayOut) {
        this.description = new RuleDescription(id, severity, title, effect, wayOut, List.of());
    }

    @Override
    public RuleDescription description() {
        return description;
    }

    /** Finds nothing in a migration: these are told by whoever reads comments and files. */
    @Override
    public void judge(Subject subject, Findings findings) {}

    /** Returns a finding. */
    Finding at(SourcePosition position, String fact) {
        Findings findings = new Findings(description);
        findings.add(position, "", fact);
        return findings.found().getFirst();
    }
}
