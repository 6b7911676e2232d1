// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.plan.LockMode;
import dev.plumbline.plan.RelationLock;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;
import dev.plumbline.review.Words;
import dev.plumbline.script.ScriptStatement;
import java.time.Duration;
import java.util.Optional;

/** A file that locks without a limit for its waiting, where nobody else sets one. */
final class LockTimeoutMissing implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "lock-timeout-missing",
            Severity.WARNING,
            "a lock is waited for without a limit",
            """
            While the statement waits behind a long transaction, everybody else who wants the table waits behind the
            statement.
            """,
            """
            Set lock_timeout before the first statement, and try again when it runs out. Plumbline does both for the
            migrations that it runs: this is found in files of no folder, in folders that something else runs
            (--runner OTHER), and where a directive switches the limit off.
            """,
            Example.postgres("""
                    CREATE TABLE tasks (id bigint PRIMARY KEY, owner text, amount integer);
                    """, """
                    ALTER TABLE tasks ADD COLUMN note text;
                    """, """
                    SET lock_timeout = '2s';
                    ALTER TABLE tasks ADD COLUMN note text;
                    """).byOthers());

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        boolean unlimited = subject.up()
                .script()
                .options()
                .lockTimeout()
                .filter(Duration::isZero)
                .isPresent();
        if (subject.byPlumbline() && !unlimited) {
            return;
        }
        for (ScriptStatement written : subject.up().written()) {
            if (Words.sets(written, "lock_timeout")) {
                return;
            }
            Optional<RelationLock> lock = subject.run().stream()
                    .filter(statement -> statement.statement().number() == written.number())
                    .flatMap(statement -> statement.cost().orElseThrow().locks().stream())
                    .filter(each -> each.mode().compareTo(LockMode.SHARE_UPDATE_EXCLUSIVE) >= 0)
                    .findFirst();
            if (lock.isPresent()) {
                findings.add(
                        written,
                        lock.get().relation(),
                        "The statement waits without a limit for "
                                + lock.get().mode().words() + " on "
                                + subject.sized(lock.get().relation()) + ".",
                        "SET lock_timeout = '2s';");
                return;
            }
        }
    }
}
