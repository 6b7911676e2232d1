// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;

/** A name that must be quoted everywhere. */
final class ReservedName implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "reserved-name", Severity.NOTE, "a name is a reserved word", """
            It has to stand in quotes in every statement, and tools that forget them fail.
            """, """
            Choose another name.
            """, Example.postgres("""

                    """, """
                    CREATE TABLE "order" (id bigint PRIMARY KEY);
                    """, """
                    CREATE TABLE orders (id bigint PRIMARY KEY);
                    """));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        Changes.made(subject, SchemaObject.class, (statement, object) -> {
            ObjectKey key = object.key();
            boolean named = key.kind() == ObjectKind.TABLE || key.kind() == ObjectKind.COLUMN;
            if (named && Keywords.isReserved(key.name())) {
                findings.add(statement.statement(), key.toString(), "The name of the " + key + " is a reserved word.");
            }
        });
    }
}
