// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.ActionWriter;
import dev.plumbline.plan.Planner;
import dev.plumbline.plan.SecondForm;
import dev.plumbline.plan.SecondForms;
import dev.plumbline.plan.Step;
import dev.plumbline.source.Hint;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.ServerMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The half of splitting or merging columns, or of renaming them with other values, that comes before the new application: the columns that come stand beside those that go.
 * Where that leads is carried out in the shortest way on a scratch database and read back; the plan to there is one like any other,
 * so that nobody waits for it.
 *
 * @param steps the way there
 * @param back the way back
 * @param between the catalog in which both forms work
 * @param added what comes by it
 * @param forms the columns that are there in both forms then, those included of which nothing is left to do
 */
record FormsExpansion(
        List<Step> steps, List<Step> back, Catalog between, Set<ObjectKey> added, List<SecondForm> forms) {

    /**
     * Makes it.
     *
     * @param begun the catalog from which it starts
     * @param actual the actual side, with the renames that the desired one declares
     */
    static FormsExpansion of(
            Catalog begun, RenamedCatalog actual, LoadedSchema desired, Gap gap, ScratchCatalog scratch) {
        ActionWriter writer = scratch.writer();
        SecondForms engine = writer.secondForms().orElseThrow();
        SecondForms.Hinted hinted = hinted(desired, gap);
        // In the terms of the desired side first: only then is it known what a rename would be in the way of.
        FormsUnderWay.requireApart(
                engine.give(actual.actual(), desired.catalog(), hinted).forms(),
                actual.renames(),
                "Go the whole way of the rename first, with the columns as they are, and then declare the other change.");
        SecondForms.Given given = engine.give(begun, desired.catalog(), hinted);
        Catalog between = between(begun, given, scratch);
        List<SecondForm> forms = engine.underWay(between).stream()
                .filter(form -> form.isWanted(desired.catalog()))
                .toList();
        Gap there = GapFinder.between(begun, between);
        if (there.isEmpty()) {
            return new FormsExpansion(List.of(), List.of(), begun, Set.of(), forms);
        }
        SortedSet<ObjectKey> added = new TreeSet<>(between.keys());
        added.removeIf(begun::contains);
        List<Action> conversions = hinted.values().entrySet().stream()
                .filter(value -> added.contains(value.getKey()))
                .map(value -> writer.convert(value.getKey(), value.getValue()))
                .toList();
        engine.requireGentle(there, conversions, given.forms());
        Planner planner = new Planner(writer);
        List<Action> restorable = added.stream()
                .filter(hinted.values()::containsKey)
                .flatMap(column -> writer.restorable(column).stream())
                .toList();
        return new FormsExpansion(
                planner.steps(there, List.of(), conversions),
                planner.steps(GapFinder.between(between, begun), List.of(), restorable),
                between,
                added,
                forms);
    }

    private static SecondForms.Hinted hinted(LoadedSchema desired, Gap gap) {
        SortedMap<ObjectKey, String> values = new TreeMap<>();
        ConversionFilter.needed(gap, desired.hints())
                .forEach(conversion -> values.put(conversion.object(), conversion.expression()));
        SortedMap<ObjectKey, String> reversals = new TreeMap<>();
        desired.hints().stream()
                .filter(Hint.Reversal.class::isInstance)
                .map(Hint.Reversal.class::cast)
                .forEach(reversal -> reversals.put(reversal.object(), reversal.expression()));
        return new SecondForms.Hinted(values, reversals);
    }

    private static Catalog between(Catalog begun, SecondForms.Given given, ScratchCatalog scratch) {
        Planner planner = new Planner(scratch.writer().offline());
        Gap columns = GapFinder.between(begun, given.columns());
        List<Step> steps = Step.joined(
                planner.steps(columns), planner.steps(GapFinder.between(begun, begun), given.making(), List.of()));
        return steps.isEmpty()
                ? begun
                : scratch.after(begun, steps, connection -> requireComputable(connection, given));
    }

    /** The trigger's text is looked at by no server before a row is written, which is too late. */
    private static void requireComputable(Connection connection, SecondForms.Given given) {
        for (Map.Entry<ObjectKey, String> question : given.questions().entrySet()) {
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                statement.execute(question.getValue());
            } catch (SQLException e) {
                throw refused(question.getKey(), given.forms(), e);
            }
        }
    }

    private static PlumblineException refused(ObjectKey column, List<SecondForm> forms, SQLException error) {
        SecondForm form = forms.stream()
                .filter(one -> one.first().contains(column) || one.second().contains(column))
                .findFirst()
                .orElseThrow();
        return new PlumblineException(
                ErrorCode.UNSUPPORTED,
                form.firstInWords() + " cannot be used together with " + form.secondInWords()
                        + ", because the server cannot compute " + column + " from the other form: "
                        + ServerMessage.of(error).whole() + ". Nothing was planned.",
                form.second().contains(column)
                        ? "Say at the column how it is computed: '-- plumbline: using EXPRESSION'."
                        : "Say how it is computed from the new form: '-- plumbline: reverse using EXPRESSION' at a column that is"
                                + " renamed, else '-- plumbline: reverse column TABLE.COLUMN using EXPRESSION'.",
                null,
                error);
    }

    /** Returns whether a change between the two sides is what it leads to, as far as it goes, or what its second half is about. */
    boolean isPart(Change change) {
        return added.contains(change.key())
                || forms.stream().flatMap(FormsExpansion::own).anyMatch(change.key()::isWithin);
    }

    private static Stream<ObjectKey> own(SecondForm form) {
        return Stream.of(form.first(), form.second(), form.parts()).flatMap(List::stream);
    }

    /** Returns what is to be known of it, one sentence each. */
    List<String> notes() {
        return forms.stream()
                .map(form -> steps.isEmpty()
                        ? form.firstInWords() + " and " + form.secondInWords()
                                + " follow each other: the new application may be deployed. When nothing uses "
                                + form.firstInWords() + " any more, plan and apply without --expand."
                        : "Once this is applied, " + form.firstInWords() + " and " + form.secondInWords()
                                + " follow each other, whichever is written: from here on the new application may be"
                                + " deployed.")
                .toList();
    }
}
