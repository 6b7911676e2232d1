// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.SecondNames;
import dev.plumbline.plan.Step;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.ScratchDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The half of a plan that comes before the new application: what is to be renamed goes by both names, columns that are split or
 * merged are there in both forms. What that leads to is not guessed: it is carried out on a scratch database and read back.
 *
 * @param plan the steps, not yet proven
 * @param between the catalog in which both names and both forms work
 */
public record Expansion(Plan plan, Catalog between) {
    /** What can go by two names. */
    static final Set<ObjectKind> CAN_HAVE_TWO = Set.of(ObjectKind.COLUMN, ObjectKind.TABLE);

    /** What no application knows by its name, so that a rename does not break it. */
    private static final Set<ObjectKind> OF_NO_APPLICATION = Set.of(
            ObjectKind.INDEX,
            ObjectKind.CONSTRAINT,
            ObjectKind.STATISTICS,
            ObjectKind.RULE,
            ObjectKind.TRIGGER,
            ObjectKind.EVENT_TRIGGER,
            ObjectKind.POLICY,
            ObjectKind.PUBLICATION,
            ObjectKind.SEQUENCE);

    /**
     * Makes it.
     *
     * @param actual the actual side, with the renames that the desired one declares
     * @param desired the desired side, with its hints
     * @param gap what stands between the two
     * @param leftovers from the catalog as it is to the one without what builds that failed have left
     * @throws PlumblineException with {@code UNSUPPORTED} where something cannot go by two names
     */
    public static Expansion of(
            RenamedCatalog actual, LoadedSchema desired, Gap gap, Gap leftovers, ScratchCatalog scratch) {
        SecondNames engine = scratch.writer()
                .secondNames()
                .orElseThrow(
                        () -> new PlumblineException(
                                ErrorCode.UNSUPPORTED,
                                "Objects of this kind of database cannot go by two names. Nothing was planned.",
                                "Leave --expand away: the rename takes a moment, and the application is changed in the same one."));
        List<Change.Renamed> renames = wanted(actual);
        Catalog begun = actual.start();
        Catalog plain = actual.names().plain();
        PlanMaker maker = new PlanMaker(scratch.writer());
        SecondNames.Work work = renames.isEmpty()
                ? SecondNames.Work.NONE
                : engine.give(begun, plain, renamed(plain, renames, scratch), renames);
        List<Step> steps = maker.expanding(work, leftovers, begun);
        Catalog named = work.isEmpty() ? begun : scratch.after(begun, steps);
        FormsExpansion forms = FormsExpansion.of(named, actual, desired, gap, scratch);
        Plan plan = maker.expansion(
                Step.joined(steps, forms.steps()),
                Step.joined(forms.back(), maker.undoing(work, begun)),
                begun,
                forms.between());
        return new Expansion(plan.noting(notes(plan, renames, forms, gap)), forms.between());
    }

    private static boolean isRetyped(Change.Altered change) {
        return change.actual() instanceof Column from
                && change.desired() instanceof Column to
                && from.table().kind() == ObjectKind.TABLE
                && !from.type().equals(to.type());
    }

    /** Returns the renames that an application would notice, in terms of the actual catalog. */
    private static List<Change.Renamed> wanted(RenamedCatalog actual) {
        List<Change.Renamed> wanted = new ArrayList<>();
        List<Change.Renamed> tables = new ArrayList<>();
        for (RenamedCatalog.Renaming renaming : actual.renames()) {
            Change.Renamed change = renaming.change();
            ObjectKind kind = change.from().kind();
            if (OF_NO_APPLICATION.contains(kind)) {
                continue;
            }
            if (!CAN_HAVE_TWO.contains(kind)) {
                throw new PlumblineException(
                        ErrorCode.UNSUPPORTED,
                        change.from() + " cannot go by two names; columns and tables can. Nothing was planned.",
                        "Rename it in one go, without --expand, while nobody uses it.");
            }
            // A table comes before its columns, which are then named by its new name.
            wanted.add(new ContainerRenames(tables).before(change));
            if (kind == ObjectKind.TABLE) {
                tables.add(change);
            }
        }
        return wanted;
    }

    /** Returns the catalog in which the columns among them have their new names, on tables that have their old ones. */
    private static Catalog renamed(Catalog plain, List<Change.Renamed> renames, ScratchCatalog scratch) {
        List<Change.Renamed> columns = renames.stream()
                .filter(rename -> rename.from().kind() == ObjectKind.COLUMN)
                .toList();
        if (columns.isEmpty()) {
            return plain;
        }
        try (ScratchDatabase database = scratch.buildUngiven(plain)) {
            Connection connection = database.connection();
            for (Change.Renamed rename : columns) {
                RenamedCatalog.execute(connection, scratch.writer().rename(plain, rename));
            }
            return scratch.inspect(connection);
        } catch (SQLException e) {
            throw new PlumblineException(
                    ErrorCode.DATABASE_ERROR,
                    "A rename fails on the scratch database: " + e.getMessage(),
                    null,
                    null,
                    e);
        }
    }

    private static List<String> notes(Plan plan, List<Change.Renamed> renames, FormsExpansion forms, Gap gap) {
        List<String> notes = new ArrayList<>();
        for (Change.Renamed rename : renames) {
            String both = rename.from() + " goes by " + rename.newName() + " too";
            notes.add(
                    plan.isEmpty()
                            ? both
                                    + ": the new application may be deployed. When nothing uses the old name any more, plan and"
                                    + " apply without --expand."
                            : "Once this is applied, " + both
                                    + ", for reads and writes: from here on the new application may be deployed.");
        }
        notes.addAll(forms.notes());
        if (renames.isEmpty() && forms.forms().isEmpty()) {
            notes.add(
                    "No column and no table is to be renamed, and no columns are split or merged, so there is nothing to"
                            + " expand.");
        }
        gap.changes(Change.Altered.class)
                .filter(Expansion::isRetyped)
                .forEach(change ->
                        notes.add(change.key() + " changes its type under its own name: both applications find"
                                + " the new type from the plan without --expand on. Where they cannot both live with it, rename it"
                                + " along, and each has a column of its own until the second half."));
        long others = gap.changes().stream()
                .filter(change -> !(change instanceof Change.Renamed) && !forms.isPart(change))
                .count();
        if (others > 0) {
            notes.add(others + (others == 1 ? " other difference is" : " other differences are")
                    + " left to the plan without --expand.");
        }
        return notes;
    }
}
