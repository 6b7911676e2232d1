// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Table;
import dev.plumbline.gap.Change;
import dev.plumbline.migrate.trial.TriedStatement;
import dev.plumbline.review.Subject;

/** Why a statement reads a table from end to end, as what it changes tells; each cause has its rule. */
enum ScanCause {
    /** It builds an index. */
    INDEX,
    /** It holds a new constraint against the rows. */
    CONSTRAINT,
    /** It looks whether rows of the default partition belong to a new one. */
    DEFAULT_PARTITION,
    /** It changes or reads rows. */
    ROWS,
    /** It looks for nulls. */
    NOT_NULL,
    /** Something else. */
    OTHER;

    static ScanCause of(Subject subject, TriedStatement statement, String relation) {
        switch (statement.statement().word(0)) {
            case "REINDEX" -> {
                return INDEX;
            }
            case "UPDATE", "DELETE", "INSERT", "MERGE", "SELECT", "WITH", "COPY", "REFRESH" -> {
                return ROWS;
            }
            default -> {}
        }
        if (isDefaultPartition(subject, relation)) {
            return DEFAULT_PARTITION;
        }
        ScanCause cause = OTHER;
        for (Change change : statement.changes()) {
            switch (change) {
                case Change.Missing missing -> {
                    if (missing.desired() instanceof Index) {
                        return INDEX;
                    }
                    cause = missing.desired() instanceof Constraint ? CONSTRAINT : cause;
                }
                case Change.Altered altered -> {
                    if (altered.desired() instanceof Constraint) {
                        cause = CONSTRAINT;
                    } else if (cause == OTHER && becomesNotNull(altered)) {
                        cause = NOT_NULL;
                    }
                }
                case Change.Extra extra -> {}
                case Change.Renamed renamed -> {}
            }
        }
        // CREATE TABLE AS, CREATE MATERIALIZED VIEW: what blocks others then is a lock from before.
        return cause == OTHER && statement.statement().word(0).equals("CREATE") ? ROWS : cause;
    }

    private static boolean becomesNotNull(Change.Altered altered) {
        return altered.actual() instanceof Column was
                && altered.desired() instanceof Column is
                && !was.notNull()
                && is.notNull();
    }

    private static boolean isDefaultPartition(Subject subject, String relation) {
        int dot = relation.indexOf('.');
        ObjectKey key =
                ObjectKey.of(ObjectKind.TABLE, relation.substring(0, Math.max(dot, 0)), relation.substring(dot + 1));
        SchemaObject object = subject.before().find(key).orElse(null);
        return object instanceof Table table
                && table.partitionOf()
                        .filter(of -> of.bound().equals("DEFAULT"))
                        .isPresent();
    }
}
