// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Sequence;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.sql.Sql;
import java.util.Optional;
import java.util.Set;

/**
 * A sequence that a new table is to own. The table may need it for a default, so it has it as its owner afterwards; and
 * where the table that owns it goes, which may have to make room for names of the new one, it is set free before that.
 */
public final class SequenceMove {
    private SequenceMove() {}

    /** Returns whether the table that is to own a sequence comes. */
    public static boolean isToNewTable(ObjectKey key, Gap gap, Recreation recreation) {
        return table(gap.desired().find(key, Sequence.class))
                .filter(recreation.created()::contains)
                .isPresent();
    }

    /** Returns whether the table that owns a sequence goes, and the one that is to own it comes. */
    public static boolean isBetweenTables(ObjectKey key, Gap gap, Recreation recreation) {
        return isToNewTable(key, gap, recreation)
                && table(gap.actual().find(key, Sequence.class))
                        .filter(recreation.dropped()::contains)
                        .isPresent();
    }

    /** Returns the table with whose column a sequence goes away. */
    public static Optional<ObjectKey> table(Optional<Sequence> sequence) {
        return sequence.flatMap(Sequence::ownedBy)
                .map(column -> ObjectKey.of(
                        ObjectKind.TABLE, column.path().get(0), column.path().get(1)));
    }

    /** Returns what sets it free. */
    public static Action free(ObjectKey key) {
        return Action.of(Verb.ALTER, key)
                .because(key + " outlives the table that owns it")
                .sql("ALTER SEQUENCE " + Sql.of(key) + " OWNED BY NONE")
                .achieves(freed(key))
                .build();
    }

    /** Returns what comes before it has another owner. */
    public static Set<ObjectKey> before(ObjectKey key, Gap gap) {
        return Set.of(
                freed(key),
                gap.desired()
                        .find(key, Sequence.class)
                        .flatMap(Sequence::ownedBy)
                        .orElseThrow());
    }

    /** A place in the order under a key that no object has: the sequence has no owner. */
    public static ObjectKey freed(ObjectKey sequence) {
        return sequence.child(ObjectKind.SEQUENCE, "freed");
    }
}
