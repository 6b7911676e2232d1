// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;

/** A new column that keeps JSON as text. */
final class JsonNotJsonb implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "json-not-jsonb", Severity.NOTE, "a new column is json", """
            Its text is read anew by every access, it has no equality, so that DISTINCT and GROUP BY fail, and no
            index helps.
            """, """
            Use jsonb, unless the text itself must be kept.
            """, Example.postgres("""

                    """, """
                    CREATE TABLE tasks (id bigint PRIMARY KEY, data json);
                    """, """
                    CREATE TABLE tasks (id bigint PRIMARY KEY, data jsonb);
                    """));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        Changes.newColumns(subject, (statement, column) -> {
            if (column.type().equals("json")) {
                findings.add(statement, column.key().toString(), "The " + column.key() + " is json.");
            }
        });
    }
}
