// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review;

import dev.plumbline.error.SourcePosition;
import dev.plumbline.migration.Checksum;
import dev.plumbline.script.ScriptStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes what one rule finds. */
public final class Findings {
    private final RuleDescription rule;
    private final List<Finding> found = new ArrayList<>();

    Findings(RuleDescription rule) {
        this.rule = rule;
    }

    /** Takes a finding for which the rule's own words are enough. */
    public void add(ScriptStatement statement, String object, String fact) {
        add(statement, object, fact, rule.wayOut(), Optional.empty());
    }

    /** Takes a finding whose way out is a statement. */
    public void add(ScriptStatement statement, String object, String fact, String instead) {
        add(statement, object, fact, rule.wayOut(), Optional.of(instead));
    }

    /** Takes a finding with a way out of its own. */
    public void add(ScriptStatement statement, String object, String fact, String wayOut, Optional<String> instead) {
        int end = Math.max(statement.start(), statement.end() - 1);
        found.add(new Finding(
                rule.id(),
                rule.severity(),
                statement.position(),
                statement.script().line(end),
                Checksum.of(List.of(statement)).text(),
                object,
                fact,
                rule.effect(),
                wayOut,
                instead));
    }

    /** Takes a finding about a file, or about a place in it that is no statement. */
    public void add(SourcePosition position, String object, String fact) {
        found.add(new Finding(
                rule.id(),
                rule.severity(),
                position,
                position.line(),
                "",
                object,
                fact,
                rule.effect(),
                rule.wayOut(),
                Optional.empty()));
    }

    List<Finding> found() {
        return found;
    }
}
