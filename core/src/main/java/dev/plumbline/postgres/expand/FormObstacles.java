// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.expand;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.DomainType;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.Trigger;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.plan.SecondForms;
import dev.plumbline.postgres.technique.ConversionInPlace;
import dev.plumbline.postgres.technique.ExpressionNames;
import dev.plumbline.postgres.technique.TwoForms;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether columns can be used in two forms for a while, or what is in the way; beside what stands in the way of filling them. */
record FormObstacles(TwoForms forms, Catalog actual, Catalog desired, SecondForms.Hinted hinted) {
    private static final String ELSE =
            "Leave the change to the plan without --expand, and apply that while the application"
                    + " rests; or take what is in the way away first.";

    /** Refuses them where something is. */
    void require() {
        forms.first().stream()
                .filter(column -> !hinted.reversals().containsKey(column))
                .findFirst()
                .ifPresent(column -> {
                    throw refused(
                            "no hint says how " + column + " is computed from what the new application writes, so the"
                                    + " running one would not see it",
                            "Say it in the desired schema, in terms of the new columns: '-- plumbline: reverse column "
                                    + String.join(".", column.path())
                                    + " using EXPRESSION', or '-- plumbline: reverse using EXPRESSION' at the column that it is"
                                    + " renamed to.");
                });
        forms.first().stream()
                .flatMap(column -> first(column).stream())
                .findFirst()
                .or(() -> forms.second().stream()
                        .filter(column ->
                                !isGiven(desired.find(column, Column.class).orElseThrow()))
                        .findFirst()
                        .map(FormObstacles::ofAnotherKind))
                .or(() -> forms.columns()
                        .flatMap(column -> defaults(column).stream())
                        .findFirst())
                .or(this::trigger)
                .ifPresent(why -> {
                    throw refused(why, ELSE);
                });
    }

    PlumblineException refused(String why, String wayOut) {
        return new PlumblineException(
                ErrorCode.UNSUPPORTED,
                forms.known().firstInWords() + " cannot be used together with "
                        + forms.known().secondInWords() + ", because " + why + ". Nothing was planned.",
                wayOut);
    }

    /** Refuses them for a reason that was found elsewhere. */
    PlumblineException refused(String why) {
        return refused(why, ELSE);
    }

    private Optional<String> first(ObjectKey key) {
        Column column = actual.find(key, Column.class).orElseThrow();
        String reverse = hinted.reversals().getOrDefault(key, "");
        if (!isGiven(column)) {
            return Optional.of(ofAnotherKind(key));
        }
        if (ConversionInPlace.isQuery(reverse)) {
            return Optional.of("the values of " + key + " come from a query, and what changes elsewhere no trigger of "
                    + forms.table() + " sees");
        }
        if (ExpressionNames.of(reverse).mayVary()) {
            return Optional.of("the values of " + key
                    + " are others each time that they are computed, and a trigger computes them for every write");
        }
        return actual.dependencies(key).stream()
                .filter(needed -> actual.find(needed, DomainType.class).isPresent())
                .findFirst()
                .map(domain -> "the server would check " + domain + " before " + key + " is computed");
    }

    private static boolean isGiven(Column column) {
        return column.value() instanceof ColumnValue.Given && !column.inherited();
    }

    private static String ofAnotherKind(ObjectKey column) {
        return column + " has values of another kind";
    }

    private Optional<String> defaults(ObjectKey key) {
        Catalog side = forms.first().contains(key) ? actual : desired;
        Column column = side.find(key, Column.class).orElseThrow();
        return SteadyDefault.any(key, side).isPresent()
                        && SteadyDefault.anywhere(key, column.type(), side).isEmpty()
                ? Optional.of(key + " has a default that gives another value each time: one that is given could not be"
                        + " told from none")
                : Optional.empty();
    }

    private Optional<String> trigger() {
        return triggers()
                .filter(trigger -> actual.dependencies(trigger.key()).stream().anyMatch(forms.first()::contains))
                .findFirst()
                .map(trigger -> trigger.key() + " asks for a column that the new application does not write");
    }

    private Stream<Trigger> triggers() {
        return actual.children(forms.table()).stream().flatMap(key -> actual.find(key, Trigger.class).stream());
    }
}
