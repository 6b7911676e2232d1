// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;

/** A new column that does not say which moment it means. */
final class TimestampWithoutZone implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "timestamp-without-zone",
            Severity.NOTE,
            "a new column is a timestamp without time zone",
            """
            What moment it means depends on who reads it, and values from different zones cannot be compared.
            """,
            """
            Use timestamptz, which keeps the moment.
            """,
            Example.postgres("""

                    """, """
                    CREATE TABLE tasks (id bigint PRIMARY KEY, due timestamp);
                    """, """
                    CREATE TABLE tasks (id bigint PRIMARY KEY, due timestamptz);
                    """));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        Changes.newColumns(subject, (statement, column) -> {
            if (column.type().startsWith("timestamp") && column.type().endsWith("without time zone")) {
                findings.add(
                        statement,
                        column.key().toString(),
                        "The " + column.key() + " is a timestamp without time zone.");
            }
        });
    }
}
