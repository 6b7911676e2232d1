// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.error.SourcePosition;
import dev.plumbline.gap.Change;
import dev.plumbline.plan.ActionWriter;
import dev.plumbline.plan.SecondForm;
import dev.plumbline.plan.SecondForms;
import dev.plumbline.source.Hint;
import dev.plumbline.source.LoadedSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Hints of columns that take other values or another type together with another name. Such a column cannot go by two names, as one
 * value does not serve both applications: it is one that goes, and one that comes in its place. The same hints are said here in
 * those terms.
 */
public final class RecastHints {
    private final LoadedSchema desired;
    private final Map<ObjectKey, Hint.Conversion> conversions;

    private RecastHints(LoadedSchema desired) {
        this.desired = desired;
        this.conversions = desired.hints().stream()
                .filter(Hint.Conversion.class::isInstance)
                .map(Hint.Conversion.class::cast)
                .collect(Collectors.toMap(Hint.Conversion::object, hint -> hint, (one, other) -> other));
    }

    /** Returns the desired side, with such hints said of the columns that are there in both forms. */
    public static LoadedSchema underWay(LoadedSchema desired, Catalog start, ActionWriter writer) {
        List<SecondForm> forms = writer.secondForms().stream()
                .flatMap(engine -> engine.underWay(start).stream())
                .filter(form -> form.isWanted(desired.catalog()))
                .toList();
        List<Change.Renamed> renames = desired.hints().stream()
                .filter(Hint.Rename.class::isInstance)
                .map(hint -> new Change.Renamed(((Hint.Rename) hint).from(), hint.object()))
                .filter(rename -> forms.stream()
                        .anyMatch(form -> form.first().contains(rename.from())
                                && form.second().contains(rename.to())))
                .toList();
        return new RecastHints(desired).said(renames, rename -> start.find(rename.from(), Column.class), writer);
    }

    /**
     * Returns the desired side, with such hints said of the columns that are to be there in both forms.
     *
     * @param renamed the actual side after the renames that the desired one declares, of which the others are to be made
     */
    public static LoadedSchema wanted(LoadedSchema desired, RenamedCatalog renamed, ActionWriter writer) {
        RecastHints hints = new RecastHints(desired);
        List<Change.Renamed> renames = renamed.renames().stream()
                .map(RenamedCatalog.Renaming::change)
                .filter(change -> change.from().kind() == ObjectKind.COLUMN)
                // What stands beside it has its type already.
                .filter(change -> !renamed.names().completed().contains(change))
                .filter(change -> !desired.catalog().contains(change.from()))
                .filter(change -> hints.isRecast(change, renamed.actual()))
                .toList();
        return hints.said(renames, rename -> renamed.actual().find(rename.to(), Column.class), writer);
    }

    private boolean isRecast(Change.Renamed change, Catalog renamed) {
        Optional<Column> from = renamed.find(change.to(), Column.class);
        Optional<Column> to = desired.catalog().find(change.to(), Column.class);
        return from.isPresent()
                && to.isPresent()
                && (conversions.containsKey(change.to())
                        || !from.get().type().equals(to.get().type()));
    }

    /**
     * Returns the desired side with its hints about these columns said anew.
     *
     * @param before what a column is before its rename, under either name
     */
    private LoadedSchema said(
            List<Change.Renamed> renames, Function<Change.Renamed, Optional<Column>> before, ActionWriter writer) {
        if (renames.isEmpty() || writer.secondForms().isEmpty()) {
            return desired;
        }
        List<SecondForms.Recast> columns =
                renames.stream().map(rename -> recast(rename, before)).toList();
        SecondForms.Hinted hinted = writer.secondForms().get().hinted(columns);
        Set<ObjectKey> first = renames.stream().map(Change.Renamed::from).collect(Collectors.toSet());
        List<Hint> hints = desired.hints().stream()
                .filter(hint -> !(first.contains(hint.object()) && hint instanceof Hint.Reversal))
                .filter(hint -> !(hinted.values().containsKey(hint.object())
                        && (hint instanceof Hint.Rename || hint instanceof Hint.Conversion)))
                .collect(Collectors.toCollection(ArrayList::new));
        hinted.values()
                .forEach((column, expression) -> hints.add(new Hint.Conversion(
                        column,
                        expression,
                        Optional.empty(),
                        position(rename -> rename.object().equals(column)))));
        hinted.reversals()
                .forEach((column, expression) -> hints.add(new Hint.Reversal(
                        column, expression, position(rename -> rename.from().equals(column)))));
        return new LoadedSchema(desired.catalog(), hints, desired.origin());
    }

    private SourcePosition position(Predicate<Hint.Rename> which) {
        return desired.hints().stream()
                .filter(Hint.Rename.class::isInstance)
                .map(Hint.Rename.class::cast)
                .filter(which)
                .map(Hint.Rename::position)
                .findFirst()
                .orElseThrow();
    }

    private SecondForms.Recast recast(Change.Renamed rename, Function<Change.Renamed, Optional<Column>> before) {
        Optional<Hint.Conversion> conversion = Optional.ofNullable(conversions.get(rename.to()));
        Optional<String> reversal = desired.hints().stream()
                .filter(hint -> hint instanceof Hint.Reversal && hint.object().equals(rename.from()))
                .map(hint -> ((Hint.Reversal) hint).expression())
                .findFirst();
        return new SecondForms.Recast(
                rename.from(),
                rename.to(),
                before.apply(rename).orElseThrow().type(),
                desired.catalog().find(rename.to(), Column.class).orElseThrow().type(),
                conversion.map(Hint.Conversion::expression),
                conversion.flatMap(Hint.Conversion::reverse).or(() -> reversal));
    }
}
