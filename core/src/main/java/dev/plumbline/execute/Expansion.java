// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Ownership;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.SecondNames;
import dev.plumbline.source.ScratchDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The half of a rename that comes before the new application: what is to be renamed goes by both names. What that leads to is
 * not guessed: it is carried out on a scratch database and read back.
 *
 * @param plan the steps, not yet proven
 * @param between the catalog in which both names work
 */
public record Expansion(Plan plan, Catalog between) {

    /**
     * Makes it.
     *
     * @param actual the actual side, with the renames that the desired one declares
     * @param gap what stands between the two
     * @param leftovers from the catalog as it is to the one without what builds that failed have left
     * @throws PlumblineException with {@code UNSUPPORTED} where something cannot go by two names
     */
    public static Expansion of(RenamedCatalog actual, Gap gap, Gap leftovers, ScratchCatalog scratch) {
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
        Catalog between = work.isEmpty() ? begun : scratch.after(begun, maker.expanding(work, leftovers, begun));
        Plan plan = maker.expansion(work, leftovers, begun, between);
        return new Expansion(plan.noting(notes(plan, renames, gap)), between);
    }

    /** Returns the renames that an application would notice, in terms of the actual catalog. */
    private static List<Change.Renamed> wanted(RenamedCatalog actual) {
        List<Change.Renamed> wanted = new ArrayList<>();
        for (RenamedCatalog.Renaming renaming : actual.renames()) {
            Change.Renamed change = renaming.change();
            if (!SecondNames.isKnownToApplications(change.from())) {
                continue;
            }
            if (change.from().kind() != ObjectKind.COLUMN) {
                throw new PlumblineException(
                        ErrorCode.UNSUPPORTED,
                        change.from() + " cannot go by two names; columns can. Nothing was planned.",
                        "Rename it in one go, without --expand, while nobody uses it.");
            }
            wanted.add(change);
        }
        return wanted;
    }

    private static Catalog renamed(Catalog plain, List<Change.Renamed> renames, ScratchCatalog scratch) {
        try (ScratchDatabase database = scratch.build(scratch.comparesOwners() ? plain : plain.with(Ownership.NONE))) {
            Connection connection = database.connection();
            for (Change.Renamed rename : renames) {
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

    private static List<String> notes(Plan plan, List<Change.Renamed> renames, Gap gap) {
        List<String> notes = new ArrayList<>();
        for (Change.Renamed rename : renames) {
            String both = rename.from() + " goes by " + rename.to().name() + " too";
            notes.add(
                    plan.isEmpty()
                            ? both
                                    + ": the new application may be deployed. When nothing uses the old name any more, plan and"
                                    + " apply without --expand."
                            : "Once this is applied, " + both
                                    + ", for reads and writes: from here on the new application may be deployed.");
        }
        if (renames.isEmpty()) {
            notes.add("No column is to be renamed, so there is nothing to expand.");
        }
        long others = gap.changes().stream()
                .filter(change -> !(change instanceof Change.Renamed))
                .count();
        if (others > 0) {
            notes.add(others + (others == 1 ? " other difference is" : " other differences are")
                    + " left to the plan without --expand.");
        }
        return notes;
    }
}
