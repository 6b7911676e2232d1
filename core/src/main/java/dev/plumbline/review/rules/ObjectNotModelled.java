// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.catalog.UnmodelledObject;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;
import java.util.HashSet;
import java.util.Set;

/** An object of a kind that Plumbline counts and does not compare. */
final class ObjectNotModelled implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "object-not-modelled",
            Severity.NOTE,
            "the migration makes an object that is not compared",
            """
            Gaps, drift and ways back are not seen for it.
            """,
            """
            Check it by hand; the coverage page lists the kinds.
            """,
            Example.postgres("", "CREATE TYPE version;", "CREATE TYPE version AS (major integer, minor integer);"));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        Set<UnmodelledObject> before = new HashSet<>(subject.before().unmodelled());
        for (UnmodelledObject object : subject.after().unmodelled()) {
            if (!before.contains(object)) {
                findings.add(subject.beginning(), object.toString(), "The " + object + " is new, and is not compared.");
            }
        }
    }
}
