// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Trigger;
import dev.plumbline.plan.SecondForm;
import dev.plumbline.postgres.change.Scaffold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Columns of a table whose values stand there in two forms. The trigger that makes the one follow the other is given their names
 * as its arguments, the number of the first ones before them: so a catalog tells which columns it is about, and nothing else is
 * ever taken for one.
 *
 * @param table the table
 * @param first the columns of the first form, sorted
 * @param second those of the second, sorted
 */
public record TwoForms(ObjectKey table, List<ObjectKey> first, List<ObjectKey> second) {
    /** The server never escapes arguments otherwise (simple_quote_literal in ruleutils.c). */
    private static final Pattern ARGUMENT = Pattern.compile("'((?:[^']|'')*)'");

    /** Copies the columns. */
    public TwoForms {
        first = List.copyOf(first);
        second = List.copyOf(second);
    }

    /** Returns the columns of both forms, the first ones first. */
    public Stream<ObjectKey> columns() {
        return Stream.concat(first.stream(), second.stream());
    }

    private String both() {
        return table.name() + "_" + second.getFirst().name();
    }

    /** Returns the name of the function of its trigger, without a schema. */
    String function() {
        return Scaffold.both(both());
    }

    /** Returns the key of the function of its trigger. */
    public ObjectKey functionKey() {
        return ObjectKey.of(ObjectKind.FUNCTION, table.schema(), function() + "()");
    }

    /** Returns the key of its trigger, which no other follows in the order of names. */
    public ObjectKey trigger() {
        return table.child(ObjectKind.TRIGGER, Scaffold.both("~" + both()));
    }

    /** Returns what the trigger is given. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(Integer.toString(first.size())));
        columns().map(ObjectKey::name).forEach(arguments::add);
        return arguments;
    }

    /** Returns those of a catalog, sorted by table and second columns. */
    public static List<TwoForms> in(Catalog catalog) {
        return catalog.objects(Trigger.class)
                .filter(trigger ->
                        Scaffold.isOfBoth(trigger.key().name()) && trigger.on().kind() == ObjectKind.TABLE)
                .flatMap(trigger -> of(trigger, catalog).stream())
                .sorted(Comparator.comparing(TwoForms::table)
                        .thenComparing(forms -> forms.second().getFirst()))
                .toList();
    }

    private static Optional<TwoForms> of(Trigger trigger, Catalog catalog) {
        int behind = trigger.definition().indexOf(" EXECUTE FUNCTION ");
        int open = trigger.definition().indexOf('(', Math.max(behind, 0));
        if (behind < 0 || open < 0 || !trigger.enabled().equals("A")) {
            return Optional.empty();
        }
        List<String> arguments = ARGUMENT.matcher(trigger.definition().substring(open))
                .results()
                .map((MatchResult argument) -> argument.group(1).replace("''", "'"))
                .toList();
        if (arguments.size() < 3 || !arguments.getFirst().matches("[0-9]{1,4}")) {
            return Optional.empty();
        }
        int count = Integer.parseInt(arguments.getFirst());
        List<ObjectKey> columns = arguments.stream()
                .skip(1)
                .map(name -> trigger.on().child(ObjectKind.COLUMN, name))
                .toList();
        return count > 0 && count < columns.size() && columns.stream().allMatch(catalog::contains)
                ? Optional.of(new TwoForms(
                                trigger.on(), columns.subList(0, count), columns.subList(count, columns.size())))
                        .filter(forms -> forms.trigger().equals(trigger.key()))
                : Optional.empty();
    }

    /** Returns the keys of the indexes of the second form that have names of their own until the first one is gone, sorted. */
    public List<ObjectKey> indexes(Catalog catalog) {
        return catalog.children(table).stream()
                .filter(key -> catalog.find(key, Index.class).isPresent() && Scaffold.isOfBoth(key.name()))
                .filter(key -> catalog.dependencies(key).stream().anyMatch(second::contains))
                .sorted()
                .toList();
    }

    /** Returns the same as whoever plans knows it. */
    public SecondForm known() {
        return new SecondForm(table, first, second, List.of(functionKey(), trigger()));
    }
}
