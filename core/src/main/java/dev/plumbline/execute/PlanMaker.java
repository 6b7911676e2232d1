// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.gap.LikelyRenames;
import dev.plumbline.gap.LikelyRenames.LikelyRename;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.ActionWriter;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Planner;
import dev.plumbline.plan.SecondNames;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.Verb;
import dev.plumbline.source.Hint;
import dev.plumbline.source.LoadedSchema;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** Makes the plan and its reverse, both with the same planner. */
public final class PlanMaker {
    private final ActionWriter writer;
    private final Planner planner;

    /** Creates a maker that writes in the language of one engine. */
    public PlanMaker(ActionWriter writer) {
        this.writer = writer;
        this.planner = new Planner(writer);
    }

    /**
     * Returns the plan, not yet proven, from the actual catalog to the desired one.
     *
     * @param leftovers from the catalog as it is to the one without what builds that failed have left
     */
    public Plan plan(RenamedCatalog actual, LoadedSchema desired, Gap leftovers) {
        Gap gap = actual.gap(desired.catalog()).explaining(Hint.ofValues(desired.hints()));
        FormsUnderWay forms = FormsUnderWay.in(actual.start(), writer).requireNoRenames(actual.renames());
        List<Hint.Conversion> conversions = ConversionFilter.needed(gap, desired.hints()).stream()
                .filter(conversion -> !forms.second().contains(conversion.object()))
                .toList();
        List<Hint.Reversal> reversals = reversals(actual.actual(), desired);
        List<Action> keepers = keepers(desired);
        return new Plan(
                        actual.start().product(),
                        actual.start().fingerprint(),
                        desired.catalog().fingerprint(),
                        gap.isEmpty()
                                        && leftovers.isEmpty()
                                        && actual.names().work().isEmpty()
                                ? List.of()
                                : forward(actual, gap, leftovers, conversions, reversals, keepers),
                        gap.isEmpty() && actual.names().work().isEmpty()
                                ? List.of()
                                : back(actual, desired.catalog(), conversions, reversals, keepers),
                        List.of(),
                        Optional.empty())
                .startingFrom(actual.start())
                .noting(forms.notes(desired.catalog()));
    }

    private List<Step> forward(
            RenamedCatalog actual,
            Gap gap,
            Gap leftovers,
            List<Hint.Conversion> conversions,
            List<Hint.Reversal> reversals,
            List<Action> keepers) {
        List<Action> first = new ArrayList<>(leftovers.isEmpty() ? List.of() : planner.ordered(leftovers));
        // In the transaction of the renames: no application finds neither name.
        first.addAll(actual.names().work().there());
        actual.renames().stream().map(RenamedCatalog.Renaming::forward).forEach(first::add);
        List<Action> hinted = new ArrayList<>(keepers);
        conversions.forEach(conversion -> hinted.add(convert(conversion, actual.actual())));
        reversals.stream()
                .flatMap(reversal -> writer.restorable(reversal.object()).stream())
                .forEach(hinted::add);
        List<Step> steps = planner.steps(gap, first, hinted);
        SortedMap<ObjectKey, LikelyRename> likely = LikelyRenames.of(gap);
        return likely.isEmpty()
                ? steps
                : steps.stream().map(step -> proposing(step, likely)).toList();
    }

    /** Who reads that something is dropped must read there how to keep it, if it only has another name. */
    private static Step proposing(Step step, SortedMap<ObjectKey, LikelyRename> likely) {
        return step.verb() == Verb.DROP && likely.containsKey(step.object())
                ? step.because(step.reason() + "; " + likely.get(step.object()).clause())
                : step;
    }

    private List<Action> keepers(LoadedSchema desired) {
        return desired.hints().stream()
                .filter(Hint.KeptRows.class::isInstance)
                .flatMap(hint -> writer.keepRows(hint.object()).stream())
                .toList();
    }

    /** Returns what hints say of columns that the plan drops, where the table stays. */
    private static List<Hint.Reversal> reversals(Catalog actual, LoadedSchema desired) {
        return desired.hints().stream()
                .filter(Hint.Reversal.class::isInstance)
                .map(Hint.Reversal.class::cast)
                .filter(reversal -> actual.contains(reversal.object()))
                .toList();
    }

    private Action convert(Hint.Conversion conversion, Catalog actual) {
        Action action = placed(writer.convert(conversion.object(), conversion.expression()), actual);
        boolean irreversible = conversion.reverse().isEmpty() && actual.contains(conversion.object());
        return irreversible ? irreversible(action) : action;
    }

    /** New values fit neither the old constraints nor the new ones the old values: it runs between the two. */
    private static Action placed(Action conversion, Catalog before) {
        ObjectKey column = conversion.object();
        ObjectKey table = new ObjectKey(
                ObjectKind.TABLE, column.path().subList(0, column.path().size() - 1));
        SortedSet<ObjectKey> awaits = new TreeSet<>(conversion.awaits());
        before.objects(Constraint.class)
                .filter(constraint -> constraint.on().equals(table))
                .filter(constraint -> constraint.columns().contains(column.name()))
                .forEach(constraint -> awaits.add(constraint.key()));
        SortedSet<ObjectKey> achieves = new TreeSet<>(conversion.achieves());
        achieves.add(column);
        return changed(conversion, achieves, awaits, conversion.hazards(), conversion.loses());
    }

    private static Action irreversible(Action action) {
        Set<Hazard> hazards = EnumSet.of(Hazard.IRREVERSIBLE);
        hazards.addAll(action.hazards());
        return changed(
                action,
                action.achieves(),
                action.awaits(),
                hazards,
                Optional.of("the values before the conversion, for which no 'reverse using' was given"));
    }

    private static Action changed(
            Action action,
            SortedSet<ObjectKey> achieves,
            SortedSet<ObjectKey> awaits,
            Set<Hazard> hazards,
            Optional<String> loses) {
        return new Action(
                action.verb(),
                action.object(),
                achieves,
                action.releases(),
                awaits,
                action.follows(),
                action.statements(),
                action.reason(),
                hazards,
                loses,
                action.mode(),
                action.timeouts());
    }

    /**
     * The way back undoes everything under the desired names first and gives the old names back last, so that what a
     * hint says about values holds in both directions in the same terms.
     */
    private List<Step> back(
            RenamedCatalog actual,
            Catalog desired,
            List<Hint.Conversion> conversions,
            List<Hint.Reversal> reversals,
            List<Action> keepers) {
        List<Action> reversed = new ArrayList<>(keepers);
        reversals.forEach(
                reversal -> reversed.add(placed(writer.convert(reversal.object(), reversal.expression()), desired)));
        conversions.stream()
                .filter(conversion -> !actual.actual().contains(conversion.object()))
                .flatMap(conversion -> writer.restorable(conversion.object()).stream())
                .forEach(reversed::add);
        conversions.stream()
                .filter(conversion -> actual.actual().contains(conversion.object()))
                .flatMap(conversion -> conversion.reverse().stream()
                        .map(expression -> placed(writer.convert(conversion.object(), expression), desired)))
                .forEach(reversed::add);
        Gap gap = GapFinder.between(/* actual= */ desired, /* desired= */ actual.actual());
        List<Action> last = new ArrayList<>();
        actual.renames().reversed().stream().map(RenamedCatalog.Renaming::back).forEach(last::add);
        last.addAll(actual.names().work().back());
        return Step.joined(planner.steps(gap, List.of(), reversed), inOrder(last, actual.actual()));
    }

    /** Returns the steps of actions that have their order. */
    private List<Step> inOrder(List<Action> actions, Catalog catalog) {
        return planner.steps(GapFinder.between(catalog, catalog), actions, List.of());
    }

    /** Returns the steps of the first half of the plan: every object that is to be renamed goes by both names afterwards. */
    public List<Step> expanding(SecondNames.Work work, Gap leftovers, Catalog begun) {
        List<Action> actions = new ArrayList<>(leftovers.isEmpty() ? List.of() : planner.ordered(leftovers));
        actions.addAll(work.there());
        return inOrder(actions, begun);
    }

    /**
     * Returns the first half of the plan, not yet proven.
     *
     * @param back what undoes them, in order
     * @param between the catalog that they lead to
     */
    public Plan expansion(List<Step> steps, List<Step> back, Catalog begun, Catalog between) {
        return new Plan(
                        begun.product(),
                        begun.fingerprint(),
                        between.fingerprint(),
                        steps,
                        back,
                        List.of(),
                        Optional.empty())
                .startingFrom(begun);
    }

    /** Returns the steps that undo the work of the first half. */
    public List<Step> undoing(SecondNames.Work work, Catalog begun) {
        return inOrder(work.back(), begun);
    }
}
