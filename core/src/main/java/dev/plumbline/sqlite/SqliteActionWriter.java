// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.SqliteColumn;
import dev.plumbline.catalog.SqliteTable;
import dev.plumbline.catalog.Trigger;
import dev.plumbline.catalog.VirtualTable;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.ActionWriter;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Writes SQLite's statements. Every change of one table is one action: ALTER TABLE where SQLite can, else a rebuild,
 * which takes the table's indexes and triggers along. SQLite lets views and triggers name what is not there at the
 * moment, so none has to be dropped for what happens below it.
 */
public final class SqliteActionWriter implements ActionWriter {

    @Override
    public List<Action> actions(Gap gap) {
        return new GapActions(gap).all();
    }

    /**
     * A conversion of a column that the old table has comes before its rows are copied: the new checks see new values. Those of
     * a table that gets columns whose values are computed are part of the copy.
     */
    @Override
    public List<Action> actions(Gap gap, List<Action> conversions) {
        List<Action> all = new ArrayList<>();
        ColumnHints hints = ColumnHints.of(conversions, gap);
        List<Action> left = new ArrayList<>(conversions);
        left.removeIf(conversion ->
                conversion.statements().isEmpty() || hints.values().containsKey(conversion.object()));
        for (Action action : new GapActions(gap, hints).all()) {
            List<Action> within = left.stream()
                    .filter(conversion -> action.verb() == Verb.REBUILD
                            && gap.actual().contains(conversion.object())
                            && conversion
                                    .object()
                                    .path()
                                    .subList(0, 2)
                                    .equals(action.object().path()))
                    .toList();
            left.removeAll(within);
            all.add(within.isEmpty() ? action : SqliteTableRebuild.converting(gap, action, within));
        }
        all.addAll(left);
        return all;
    }

    @Override
    public Action rename(Catalog actual, Change.Renamed rename) {
        ObjectKey from = rename.from();
        ObjectKey to = rename.to();
        Action.Builder action = Action.of(Verb.RENAME, to).because("a hint says that it is " + from);
        switch (from.kind()) {
            case TABLE, VIRTUAL_TABLE ->
                action.sql(
                        "ALTER TABLE " + SqliteNames.quote(from.name()) + " RENAME TO " + SqliteNames.quote(to.name()));
            case COLUMN -> renameColumn(actual, from, to, action);
            case VIEW, INDEX, TRIGGER -> renameByText(actual, from, to, action);
            default ->
                throw new PlumblineException(
                        ErrorCode.UNSUPPORTED,
                        "A hint renames " + from + ", and SQLite has no such objects.",
                        "Remove the hint.");
        }
        return action.build();
    }

    /**
     * SQLite turns everything that names the column, but for a trigger of a view: the view's own column has a new name
     * then, the trigger still uses the old one, and SQLite refuses. Such triggers go and come back as they were.
     */
    private static void renameColumn(Catalog actual, ObjectKey from, ObjectKey to, Action.Builder action) {
        ObjectKey table =
                new ObjectKey(ObjectKind.TABLE, to.path().subList(0, to.path().size() - 1));
        List<Trigger> aside = actual.objects(Trigger.class)
                .filter(trigger -> trigger.on().kind() == ObjectKind.VIEW)
                .filter(trigger -> SqliteLexer.tokens(trigger.statement()).stream()
                        .anyMatch(token -> token.mayBeName()
                                && SqliteNames.fold(token.text()).equals(from.name())))
                .toList();
        aside.forEach(trigger -> action.sql(Statements.drop(trigger)));
        action.sql("ALTER TABLE " + SqliteNames.quote(tableName(actual, table)) + " RENAME COLUMN "
                + SqliteNames.quote(from.name()) + " TO " + SqliteNames.quote(to.name()));
        aside.forEach(trigger -> action.sql(Statements.create(trigger)));
    }

    /** SQLite cannot rename these; none holds rows, so it is dropped and made anew, with the triggers of a view. */
    private static void renameByText(Catalog actual, ObjectKey from, ObjectKey to, Action.Builder action) {
        SchemaObject object = actual.object(from);
        action.sql(Statements.drop(object), Statements.renamed(object, to.name()));
        for (ObjectKey child : actual.children(from)) {
            action.sql(Statements.moved(actual.object(child), to.name()));
        }
    }

    @Override
    public Action convert(ObjectKey column, String expression) {
        return Action.of(Verb.CONVERT, column)
                .sql(head(column) + expression + middle(column) + expression + ")")
                .because("a hint says which values " + column + " takes")
                .achieves(column)
                .hazard(Hazard.BLOCKING_SCAN)
                .takesLong()
                .build();
    }

    private static String head(ObjectKey column) {
        String table = column.path().get(column.path().size() - 2);
        return "UPDATE " + SqliteNames.quote(table) + " SET " + SqliteNames.quote(column.name()) + " = (";
    }

    private static String middle(ObjectKey column) {
        return ") WHERE " + SqliteNames.quote(column.name()) + " IS NOT (";
    }

    /** Returns the expression of a conversion. */
    static String expression(Action conversion) {
        String update = conversion.statements().getFirst();
        int start = head(conversion.object()).length();
        int length = (update.length() - start - middle(conversion.object()).length() - 1) / 2;
        return update.substring(start, start + length);
    }

    @Override
    public Optional<Action> restorable(ObjectKey column) {
        return Optional.of(Action.of(Verb.CONVERT, column).build());
    }

    /**
     * Tables, views and indexes share one name space, in which a virtual table also takes the names of the tables that
     * its module makes; triggers have another.
     */
    @Override
    public List<String> slots(Catalog catalog, ObjectKey key) {
        SchemaObject object = catalog.object(key);
        if (object instanceof SqliteColumn) {
            return List.of();
        }
        if (object instanceof VirtualTable table) {
            List<String> slots = new ArrayList<>(List.of("relation " + key.name()));
            new TreeSet<>(VirtualTableRebuild.shadows(table)).forEach(name -> slots.add("relation " + name));
            return slots;
        }
        return switch (key.kind()) {
            case TRIGGER -> List.of("trigger " + key.name());
            default -> List.of("relation " + key.name());
        };
    }

    /** Returns the declared name of a table, for statements that people read; the folded one where it is not known. */
    static String tableName(Catalog catalog, ObjectKey table) {
        return catalog.find(table, SqliteTable.class).map(SqliteTable::name).orElse(table.name());
    }
}
