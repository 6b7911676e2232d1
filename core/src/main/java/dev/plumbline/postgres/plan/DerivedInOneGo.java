// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.plan;

import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.change.ColumnStatements;
import dev.plumbline.postgres.change.DomainUse;
import dev.plumbline.postgres.change.NotNull;
import dev.plumbline.postgres.sql.Sql;
import dev.plumbline.postgres.technique.ConversionInPlace;
import dev.plumbline.postgres.technique.DerivedColumns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A new column whose values a hint says, added directly: it comes without NOT NULL, and without a domain that may refuse null, is filled by
 * one UPDATE, and has both then, in one step, so that no run ends between the column and its values.
 */
final class DerivedInOneGo {
    private DerivedInOneGo() {}

    /** Returns the actions, with each such column and the conversion that is left for it made one. */
    static List<Action> joined(List<Action> actions, Gap gap) {
        Map<ObjectKey, Action> conversions = new HashMap<>();
        actions.stream()
                .filter(action ->
                        action.verb() == Verb.CONVERT && action.batch().isEmpty())
                .forEach(action -> conversions.put(action.object(), action));
        conversions.keySet().retainAll(DerivedColumns.of(List.copyOf(conversions.values()), gap));
        Set<ObjectKey> created = new HashSet<>();
        actions.stream()
                .filter(action -> action.verb() == Verb.CREATE)
                .map(Action::object)
                .forEach(created::add);
        conversions.keySet().retainAll(created);
        List<Action> joined = new ArrayList<>();
        for (Action action : actions) {
            Optional<Action> conversion = Optional.ofNullable(conversions.get(action.object()));
            if (conversion.isPresent() && action.verb() == Verb.CREATE) {
                joined.add(filled(action, conversion.get(), gap));
            } else if (conversion.isEmpty() || action.verb() != Verb.CONVERT) {
                joined.add(action);
            }
        }
        return joined;
    }

    private static Action filled(Action creation, Action conversion, Gap gap) {
        Column column = gap.desired().find(creation.object(), Column.class).orElseThrow();
        Action.Builder filled = Action.of(Verb.CREATE, creation.object())
                .because(creation.reason() + "; " + conversion.reason())
                .sql(creation.statements())
                .sql(update(creation, conversion))
                .achieves(creation.achieves())
                .achieves(conversion.achieves())
                .releases(creation.releases())
                .awaits(creation.awaits())
                .awaits(conversion.awaits())
                .follows(creation.follows())
                .hazards(creation.hazards())
                .hazards(conversion.hazards())
                .takesLong();
        if (DomainUse.mindsNull(column, gap.desired())) {
            String name = Sql.name(column.key().name());
            filled.sql(ColumnStatements.typeAgain(column, name + "::" + column.type()))
                    .hazard(Hazard.DATA_DEPENDENT);
        }
        if (column.notNull()) {
            filled.sql(NotNull.give(column)).hazard(Hazard.DATA_DEPENDENT);
        }
        creation.loses().ifPresent(filled::loses);
        return filled.build();
    }

    /** A column without a default has no value yet, so only rows that are to have one are written; of any type. */
    private static String update(Action creation, Action conversion) {
        ObjectKey column = conversion.object();
        String value = "(" + ConversionInPlace.expression(conversion) + ")";
        boolean defaulted = creation.achieves().contains(new ObjectKey(ObjectKind.DEFAULT, column.path()));
        return "UPDATE " + Sql.of(column) + " SET " + Sql.name(column.name()) + " = " + value
                + (defaulted ? "" : " WHERE " + value + " IS DISTINCT FROM NULL");
    }
}
