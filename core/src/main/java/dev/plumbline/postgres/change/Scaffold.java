// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.postgres.sql.AutomaticNames;
import dev.plumbline.postgres.sql.Sql;
import java.util.List;
import java.util.stream.Stream;

/**
 * What techniques put up beside an object for a while, under names that follow from the object's own. A run that is stopped
 * leaves it standing; it is then known by its name and what it is, so that the next plan takes it down.
 */
public final class Scaffold {
    private static final String NOT_NULL = "_plumbline_not_null";
    private static final String KEY = "_plumbline_key";
    private static final String OLD = "_plumbline_old";
    private static final String BOUNDS = "_plumbline_bounds";
    private static final String NEW = "_plumbline_new";
    private static final String SEQUENCE = "_plumbline_seq";
    private static final String SYNC = "_plumbline_sync";
    private static final String VALUES = "_plumbline_values";
    private static final String NAMES = "_plumbline_names";
    private static final String COPY = "_plumbline_copy";
    private static final String HEIRS = "_plumbline_heirs";
    private static final String KEPT = "_plumbline_kept";
    private static final String BOTH = "_plumbline_both";

    private Scaffold() {}

    /** Returns the key of the check that proves a column free of nulls. */
    public static ObjectKey notNull(Column column) {
        ObjectKey table = column.table();
        return table.child(
                ObjectKind.CONSTRAINT,
                AutomaticNames.marked(table.name() + "_" + column.key().name(), NOT_NULL));
    }

    /** Returns what that check says. */
    public static String isNotNull(Column column, Catalog catalog) {
        return "CHECK (" + Nulls.isNotNull(Sql.name(column.key().name()), column, catalog) + ")";
    }

    /** Returns the key of the check that proves what a table's rows have to do with the bounds of a partition. */
    public static ObjectKey bounds(ObjectKey table) {
        return table.child(ObjectKind.CONSTRAINT, AutomaticNames.marked(table.name(), BOUNDS));
    }

    /** Returns the name under which the index of a key is built beside the key that it replaces. */
    public static String key(String constraint) {
        return AutomaticNames.marked(constraint, KEY);
    }

    /** Returns the name under which an index serves while its successor is built, and a routine while it is called. */
    public static String aside(String name) {
        return AutomaticNames.marked(name, OLD);
    }

    /** Returns the name under which a table, a column, an index or a constraint stands beside the one that it is to become. */
    public static String beside(String name) {
        return AutomaticNames.marked(name, NEW);
    }

    /** Returns the name of the sequence that counts for a column until it is an identity. */
    public static String sequence(Column column) {
        return ofColumn("", column, SEQUENCE);
    }

    private static String ofColumn(String before, Column column, String mark) {
        return AutomaticNames.marked(
                before + column.table().name() + "_" + column.key().name(), mark);
    }

    /** Returns the name of that trigger, which no other follows in the order of names. */
    public static String syncTrigger(Column column) {
        return ofColumn("~", column, SYNC);
    }

    /** Returns the name of the function of the trigger that keeps a column beside in step with another. */
    public static String sync(Column column) {
        return ofColumn("", column, SYNC);
    }

    /** Returns the name of the function that goes on computing columns from others until those are dropped. */
    public static String values(Column column) {
        return ofColumn("", column, VALUES);
    }

    /** Returns the name of its trigger, which no other follows in the order of names. */
    public static String valuesTrigger(Column column) {
        return ofColumn("~", column, VALUES);
    }

    /** Returns the name of the function that carries what is written to a table over to the one beside it. */
    public static String copy(ObjectKey table) {
        return AutomaticNames.marked(table.name(), COPY);
    }

    /** Returns the name of the trigger that does so for rows, which comes before others in the order of names. */
    public static String copyTrigger(ObjectKey table) {
        return AutomaticNames.marked("!" + table.name(), COPY);
    }

    /** Returns the name of the trigger that does so where the table is emptied as a whole. */
    public static String emptyTrigger(ObjectKey table) {
        return AutomaticNames.marked("!all_" + table.name(), COPY);
    }

    /** Returns the name of the table from which others have a column while their parent loses it, or while its type changes in several. */
    public static String heirs(String name) {
        return AutomaticNames.marked(name, HEIRS);
    }

    /** Returns the name of the column that has the values of another while that is dropped; no run takes it for a leftover. */
    static String kept(String name) {
        return AutomaticNames.marked(name, KEPT);
    }

    static boolean isCopy(String name) {
        return name.endsWith(COPY);
    }

    /** Returns whether a name is that of a trigger or function that carries values over. */
    public static boolean isOfValues(String name) {
        return name.endsWith(VALUES);
    }

    /** Returns the name of what stands for a second name of an object while it has two. */
    public static String names(String name) {
        return AutomaticNames.marked(name, NAMES);
    }

    /** Returns the name of what makes two forms of values follow each other while both are there. */
    public static String both(String name) {
        return AutomaticNames.marked(name, BOTH);
    }

    /** Returns whether a name is that of a trigger or function by which two forms of values follow each other. */
    public static boolean isOfBoth(String name) {
        return name.endsWith(BOTH);
    }

    /** Returns whether a trigger of that name goes on computing columns from others until these are dropped. */
    public static boolean computes(String trigger) {
        return isOfValues(trigger) || isOfBoth(trigger);
    }

    /** Returns whether a name is that of a trigger or function by which two names are one. */
    public static boolean isOfNames(String name) {
        return name.endsWith(NAMES);
    }

    /** Returns whether a name is that of something set aside until nobody uses it. */
    public static boolean isAside(String name) {
        return name.endsWith(OLD);
    }

    static boolean isBeside(String name) {
        return name.endsWith(NEW);
    }

    static boolean isCounter(String name) {
        return name.endsWith(SEQUENCE);
    }

    static boolean isSync(String name) {
        return name.endsWith(SYNC);
    }

    /** Returns the keys of what runs that were stopped have left standing, sorted. */
    public static List<ObjectKey> left(Catalog catalog) {
        return Stream.of(
                        catalog.objects(Constraint.class)
                                .filter(constraint -> proves(constraint, catalog))
                                .map(Constraint::key),
                        catalog.objects(Index.class).filter(Scaffold::isKey).map(Index::key),
                        ScaffoldColumns.left(catalog).stream())
                .flatMap(keys -> keys)
                .sorted()
                .toList();
    }

    /** Returns whether an index was to become a key and did not. */
    public static boolean isKey(Index index) {
        return index.unique() && index.key().name().endsWith(KEY);
    }

    /** Returns whether a constraint is such a check. */
    public static boolean proves(Constraint constraint, Catalog catalog) {
        if (constraint.type() != ConstraintType.CHECK) {
            return false;
        }
        boolean ofNulls = constraint.key().name().endsWith(NOT_NULL)
                && constraint.columns().stream()
                        .map(name -> constraint.on().child(ObjectKind.COLUMN, name))
                        .flatMap(key -> catalog.find(key, Column.class).stream())
                        .anyMatch(column -> notNull(column).equals(constraint.key())
                                && constraint.definition().endsWith(Nulls.isNotNull("", column, catalog) + "))"));
        return ofNulls || bounds(constraint.on()).equals(constraint.key());
    }
}
