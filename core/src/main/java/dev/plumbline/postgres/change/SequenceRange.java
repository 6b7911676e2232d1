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
    private static final List<String> WIDENING = List.of("smallint", "integer", "bigint");

    private SequenceRange() {}

    /** Returns the numbers of an identity after its column has another type: bounds that were the old type's own become the new one's. */
    static SequenceOptions retyped(SequenceOptions from, String type) {
        boolean ascending = from.increment() > 0;
        long minimum = ascending ? 1 : least(type);
        long maximum = ascending ? most(type) : -1;
        return new SequenceOptions(
                type,
                from.start(),
                from.increment(),
                from.minimum() == least(from.dataType()) ? minimum : from.minimum(),
                from.maximum() == most(from.dataType()) ? maximum : from.maximum(),
                from.cache(),
                from.cycle());
    }

    private static long least(String type) {
        return -most(type) - 1;
    }

    private static long most(String type) {
        return switch (type) {
            case "smallint" -> Short.MAX_VALUE;
            case "integer" -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
    }

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
        // Bounds beyond the old type need the new one first; the other way round the old one holds both.
        String type = WIDENING.indexOf(to.dataType()) > WIDENING.indexOf(from.dataType()) ? " AS " + to.dataType() : "";
        String widen = "ALTER SEQUENCE " + sequence + type + " MINVALUE " + Math.min(from.minimum(), to.minimum())
                + " MAXVALUE " + Math.max(from.maximum(), to.maximum());
        return apart ? List.of(widen, enter) : List.of(enter);
    }
}
