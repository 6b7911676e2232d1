// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.gap.Change;
import dev.plumbline.plan.ActionWriter;
import dev.plumbline.plan.SecondForm;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns of the actual catalog that are there in two forms. Their values are what applications wrote and what was computed
 * from that: nobody computes them anew, and what the columns are called is known by what stands there for them.
 *
 * @param forms all of them
 */
record FormsUnderWay(List<SecondForm> forms) {
    FormsUnderWay {
        forms = List.copyOf(forms);
    }

    static FormsUnderWay in(Catalog actual, ActionWriter writer) {
        return new FormsUnderWay(
                writer.secondForms().map(engine -> engine.underWay(actual)).orElse(List.of()));
    }

    /** Returns the columns of the second forms. */
    Set<ObjectKey> second() {
        return forms.stream().flatMap(form -> form.second().stream()).collect(Collectors.toSet());
    }

    /** Refuses renames of tables that have such columns, and of columns beside them. */
    FormsUnderWay requireNoRenames(Collection<RenamedCatalog.Renaming> renames) {
        requireApart(
                forms,
                renames,
                "Apply the plan without the rename first, which ends what is under way; then declare the rename.");
        return this;
    }

    /**
     * Refuses renames of the tables of these columns, and of other columns of theirs.
     *
     * @param wayOut what to do instead
     */
    static void requireApart(Collection<SecondForm> forms, Collection<RenamedCatalog.Renaming> renames, String wayOut) {
        for (SecondForm form : forms) {
            renames.stream()
                    .map(RenamedCatalog.Renaming::change)
                    .filter(change -> concerns(change, form.table()))
                    .findFirst()
                    .ifPresent(change -> {
                        throw new PlumblineException(
                                ErrorCode.UNSUPPORTED,
                                form.firstInWords() + " and " + form.secondInWords()
                                        + " cannot be used together while " + change.from() + " is renamed to "
                                        + change.newName() + ". Nothing was planned.",
                                wayOut);
                    });
        }
    }

    private static boolean concerns(Change.Renamed change, ObjectKey table) {
        return switch (change.from().kind()) {
            case SCHEMA, TABLE -> table.isWithin(change.from()) || table.isWithin(change.to());
            case COLUMN -> change.to().isWithin(table);
            default -> false;
        };
    }

    /** Returns what whoever applies a plan that ends them must know, one sentence each. */
    List<String> notes(Catalog desired) {
        return forms.stream()
                .filter(form -> form.isWanted(desired))
                .map(form -> "Apply this only when nothing uses " + form.firstInWords()
                        + " any more: from here on only " + form.secondInWords()
                        + (form.second().size() == 1 ? " is" : " are") + " there.")
                .toList();
    }
}
