// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.expand;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ColumnDefault;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.postgres.technique.ExpressionNames;
import dev.plumbline.postgres.technique.VolatileDefault;
import java.util.Optional;
import java.util.Set;

/** The default of a column, as far as it gives the same value however often it is evaluated in a statement. */
final class SteadyDefault {
    /** What a default may call that is another each time, or does more than to give a value. */
    private static final Set<ObjectKind> CALLED =
            Set.of(ObjectKind.FUNCTION, ObjectKind.AGGREGATE, ObjectKind.OPERATOR, ObjectKind.SEQUENCE);

    /** What makes of an instant what depends on the time zone of the session. */
    private static final Set<String> CLOCKS = Set.of(
            "now",
            "current_date",
            "current_time",
            "current_timestamp",
            "localtime",
            "localtimestamp",
            "statement_timestamp",
            "transaction_timestamp",
            "timezone",
            "to_char",
            "to_timestamp");

    private static final Set<String> INSTANTS = Set.of("now()", "CURRENT_TIMESTAMP", "transaction_timestamp()");

    private SteadyDefault() {}

    /** Returns the default of a column. */
    static Optional<ColumnDefault> any(ObjectKey column, Catalog catalog) {
        return catalog.find(new ObjectKey(ObjectKind.DEFAULT, column.path()), ColumnDefault.class);
    }

    /** Returns its expression, where it is one that gives the same value each time. */
    static Optional<String> of(ObjectKey column, Catalog catalog) {
        return any(column, catalog)
                .filter(value ->
                        catalog.dependencies(value.key()).stream().noneMatch(needed -> CALLED.contains(needed.kind())))
                .map(ColumnDefault::expression)
                .filter(expression -> !VolatileDefault.is(expression, catalog));
    }

    /**
     * Returns it where it is the same in whatever time zone it is evaluated, too.
     *
     * @param type of the column
     */
    static Optional<String> anywhere(ObjectKey column, String type, Catalog catalog) {
        return of(column, catalog).filter(expression -> isInstant(expression, type) || !namesClock(expression));
    }

    private static boolean isInstant(String expression, String type) {
        return type.equals("timestamp with time zone") && INSTANTS.contains(expression);
    }

    private static boolean namesClock(String expression) {
        return ExpressionNames.of(expression).words().stream().anyMatch(CLOCKS::contains);
    }
}
