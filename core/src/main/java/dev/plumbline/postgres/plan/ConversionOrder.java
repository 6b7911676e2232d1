// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.plan;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.technique.ConversionInPlace;
import dev.plumbline.postgres.technique.DerivedColumns;
import dev.plumbline.postgres.technique.ExpressionNames;
import dev.plumbline.postgres.technique.SourceColumns;
import java.util.List;
import java.util.Set;

/**
 * What hints say about values is in terms of the row as it was: a column from which others are computed goes, or gets another
 * form or other values, once they have been. No catalog knows of that need.
 */
public final class ConversionOrder {
    private final List<Action> conversions;
    private final Set<ObjectKey> derived;
    private final Gap gap;

    private ConversionOrder(List<Action> conversions, Gap gap) {
        this.conversions = conversions;
        this.derived = DerivedColumns.of(conversions, gap);
        this.gap = gap;
    }

    /**
     * Returns the actions, each with what it follows.
     *
     * @param conversions of columns, as the hints have them
     */
    static List<Action> kept(List<Action> actions, List<Action> conversions, Gap gap) {
        ConversionOrder order = new ConversionOrder(conversions, gap);
        return conversions.isEmpty()
                ? actions
                : actions.stream().map(order::behind).toList();
    }

    private Action behind(Action action) {
        if (action.object().kind() != ObjectKind.COLUMN) {
            return action;
        }
        Action behind = action;
        for (Action conversion : conversions) {
            if (isOfSameTable(conversion.object(), action.object()) && comesFirst(conversion, action)) {
                behind = behind.following(conversion.object());
            }
        }
        return behind;
    }

    private boolean comesFirst(Action conversion, Action action) {
        if (action.verb() == Verb.DROP) {
            return SourceColumns.isOne(action.object(), gap);
        }
        boolean changes = action.verb() == Verb.ALTER || action.verb() == Verb.CONVERT;
        return changes
                && derived.contains(conversion.object())
                && gap.actual().contains(action.object())
                && ExpressionNames.of(ConversionInPlace.expression(conversion))
                        .has(action.object().name());
    }

    private static boolean isOfSameTable(ObjectKey one, ObjectKey other) {
        return !one.equals(other)
                && one.path().size() == other.path().size()
                && one.path()
                        .subList(0, one.path().size() - 1)
                        .equals(other.path().subList(0, other.path().size() - 1));
    }
}
