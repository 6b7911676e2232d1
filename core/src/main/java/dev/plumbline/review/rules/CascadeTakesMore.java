// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.gap.Change;
import dev.plumbline.migrate.trial.TriedStatement;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;
import dev.plumbline.review.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What CASCADE drops besides what it names. */
final class CascadeTakesMore implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "cascade-takes-more",
            Severity.WARNING,
            "CASCADE drops objects that the statement does not name",
            """
            Which ones depends on what the database has at that moment; on another database it can be more.
            """,
            """
            Drop them by name, in order, without CASCADE.
            """,
            Example.postgres("""
                    CREATE TABLE tasks (id bigint PRIMARY KEY, owner text, amount integer);
                    CREATE VIEW open_tasks AS SELECT id FROM tasks;
                    """, """
                    DROP TABLE tasks CASCADE;
                    """, """
                    DROP VIEW open_tasks;
                    DROP TABLE tasks;
                    """));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        for (TriedStatement statement : subject.run()) {
            if (!subject.postgres()
                    || !Words.has(statement.statement(), "CASCADE")
                    || !Words.has(statement.statement(), "DROP")) {
                continue;
            }
            Set<ObjectKey> gone = new TreeSet<>();
            statement.changes(Change.Extra.class).forEach(change -> gone.add(change.key()));
            String sql = statement.statement().sql().toLowerCase(Locale.ROOT);
            List<String> unnamed = statement.changes(Change.Extra.class).stream()
                    .filter(change -> !belongs(change, gone))
                    .map(Change::key)
                    .filter(key -> !sql.contains(simple(key).toLowerCase(Locale.ROOT)))
                    .map(ObjectKey::toString)
                    .toList();
            if (!unnamed.isEmpty()) {
                findings.add(
                        statement.statement(), unnamed.getFirst(), "The statement also drops " + named(unnamed) + ".");
            }
        }
    }

    /** A routine's name carries its arguments. */
    private static String simple(ObjectKey key) {
        int arguments = key.name().indexOf('(');
        return arguments < 0 ? key.name() : key.name().substring(0, arguments);
    }

    private static boolean belongs(Change.Extra change, Set<ObjectKey> gone) {
        boolean said = change.key().kind() == ObjectKind.COMMENT || change.key().kind() == ObjectKind.GRANT;
        return said || change.actual().parent().filter(gone::contains).isPresent();
    }

    private static String named(List<String> objects) {
        return String.join(", ", objects.subList(0, Math.min(5, objects.size())))
                + (objects.size() > 5 ? " and " + (objects.size() - 5) + " more" : "");
    }
}
