// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.plan;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.Gap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns differences into actions in the language of one engine. The planner gives them their order. */
public interface ActionWriter {
    /**
     * Returns the actions that carry out every change of the gap but renames, in no particular order.
     *
     * @throws dev.plumbline.error.PlumblineException with {@code UNSUPPORTED} for a change that cannot be made
     */
    List<Action> actions(Gap gap);

    /**
     * Returns the actions of the gap together with the conversions that hints ask for. An engine whose tables are made
     * anew lets a conversion become part of that.
     */
    default List<Action> actions(Gap gap, List<Action> conversions) {
        List<Action> all = new ArrayList<>(actions(gap));
        all.addAll(conversions);
        return all;
    }

    /**
     * Returns the desired catalog as a plan is to reach it: what it does not say of an object, and what therefore stays as it is on the actual
     * side. Owners are settled elsewhere ({@link dev.plumbline.catalog.Owners}).
     *
     * @param actual the actual catalog after the renames that hints declare
     */
    default Catalog settled(Catalog actual, Catalog desired) {
        return desired;
    }

    /** Returns a catalog for a script that is to make all of it on an empty database: what the database could choose otherwise is said. */
    default Catalog said(Catalog catalog) {
        return catalog;
    }

    /** Returns the statement that carries out a rename, found by a hint in the SQL, on the actual catalog. */
    Action rename(Catalog actual, Change.Renamed rename);

    /** Returns the action that converts the values of a column to what a hint says: {@code expression} for each row. */
    Action convert(ObjectKey column, String expression);

    /**
     * Returns what asks, among the conversions, for the rows of a table to be kept where it must be dropped and made again; it
     * has no statements of its own. Empty where an engine keeps them anyway.
     */
    default Optional<Action> keepRows(ObjectKey table) {
        return Optional.empty();
    }

    /**
     * Returns what says, among the conversions, that the values of a column which is dropped can be had back by the reverse; it
     * has no statements of its own. Empty where an engine does not ask.
     */
    default Optional<Action> restorable(ObjectKey column) {
        return Optional.empty();
    }

    /**
     * Returns one that writes the shortest way, for a database that nobody uses meanwhile; the same where an engine knows no
     * other.
     */
    default ActionWriter offline() {
        return this;
    }

    /**
     * Returns one that has tables and columns put into the trash which others would drop.
     *
     * @param time how long they are to be kept there
     * @throws dev.plumbline.error.PlumblineException with {@code UNSUPPORTED} where an engine has no trash
     */
    default ActionWriter keeping(Duration time) {
        throw new PlumblineException(
                ErrorCode.UNSUPPORTED,
                "There is no trash for tables of this kind of database.",
                "Leave --trash away. On SQLite a copy of the file is made before rows are dropped.");
    }

    /**
     * Returns what a run of an earlier plan that was stopped has left standing, under a name that only such things have: nobody
     * wants it, and the next plan begins by removing it. Sorted.
     */
    default List<ObjectKey> leftovers(Catalog catalog) {
        return List.of();
    }

    /**
     * Returns what plans that are not finished have standing, the {@linkplain #leftovers leftovers} and what serves until they are;
     * by what they are about.
     */
    default List<UnfinishedWork> unfinished(Catalog catalog) {
        return List.of();
    }

    /**
     * Returns how objects go by two names for a while, so that applications which know either can be at work; empty where an
     * engine has no way.
     */
    default Optional<SecondNames> secondNames() {
        return Optional.empty();
    }

    /**
     * Returns how columns that are split or merged are there in both forms for a while, so that applications which know either can
     * be at work; empty where an engine has no way.
     */
    default Optional<SecondForms> secondForms() {
        return Optional.empty();
    }

    /**
     * Returns how many tables that are in use one transaction of a plan may be about, where they can be told apart. No limit, where
     * nobody is to be spared or a transaction locks the whole database anyway.
     */
    default int tablesAtOnce() {
        return Integer.MAX_VALUE;
    }

    /** Returns one that has another such limit; the same where an engine has none. */
    default ActionWriter tablesAtOnce(int most) {
        return this;
    }

    /**
     * Returns the names that an object occupies: two objects of which one is dropped and the other created under a
     * shared name must follow each other. In PostgreSQL a table and a view share a name space, and a table and a type.
     */
    List<String> slots(Catalog catalog, ObjectKey key);
}
