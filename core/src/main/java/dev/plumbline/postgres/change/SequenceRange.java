// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.SequenceOptions;
import dev.plumbline.postgres.sql.Sql;
import java.util.List;

/**
 * Where a sequence stands when its range is narrowed. PostgreSQL refuses bounds that leave the current value outside
 * (ALTER SEQUENCE, MINVALUE and MAXVALUE), so a value below the range is taken to its beginning, one beyond it to its
 * end, where the sequence is exhausted as it must be. A value within stays.
 */
final class SequenceRange {
    private SequenceRange() {}

    /**
     * Returns what comes before the new bounds; nothing where the range is not narrowed.
     *
     * @param sequence the qualified and quoted name
     */
    static List<String> enter(String sequence, SequenceOptions from, SequenceOptions to) {
        boolean narrowed = to.minimum() > from.minimum() || to.maximum() < from.maximum();
        boolean apart = to.minimum() > from.maximum() || to.maximum() < from.minimum();
        if (!narrowed) {
            return List.of();
        }
        String beyond = to.increment() > 0 ? "last_value > " + to.maximum() : "last_value < " + to.minimum();
        String enter = "SELECT pg_catalog.setval(" + Sql.literal(sequence)
                + "::pg_catalog.regclass, LEAST(GREATEST(last_value, " + to.minimum() + "), " + to.maximum() + "), "
                + beyond + " OR (is_called AND last_value BETWEEN " + to.minimum() + " AND " + to.maximum() + ")) FROM "
                + sequence;
        String widen = "ALTER SEQUENCE " + sequence + " MINVALUE " + Math.min(from.minimum(), to.minimum())
                + " MAXVALUE " + Math.max(from.maximum(), to.maximum());
        return apart ? List.of(widen, enter) : List.of(enter);
    }
}
