// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SqliteTable;
import dev.plumbline.catalog.VirtualTable;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Makes a virtual table anew. A full-text index with external content is filled from that content; what keeps rows of
 * its own has those copied that both forms have columns for; one without content cannot be read back and is lost.
 */
final class VirtualTableRebuild {
    private static final String REASON = "its declaration differs, and a virtual table cannot be altered";

    private VirtualTableRebuild() {}

    static List<Action> actions(VirtualTable before, VirtualTable after, Catalog actual, Catalog desired) {
        VirtualDeclaration declared = VirtualDeclaration.of(after.statement());
        List<String> targets = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        columns(before, after, targets, sources);
        boolean copied = !declared.isDerived()
                && isReadable(before, actual, desired)
                && !isContentless(before)
                && !targets.isEmpty();
        return copied
                ? List.of(copy(before, after, actual, desired, targets, sources))
                : anew(before, after, declared, actual, desired);
    }

    /** Two actions, for what the new one is filled from may need a name that a table of the old one has. */
    private static List<Action> anew(
            VirtualTable before, VirtualTable after, VirtualDeclaration declared, Catalog actual, Catalog desired) {
        Action.Builder drop = Action.of(Verb.DROP, before.key())
                .sql(Statements.drop(before))
                .because(REASON)
                .releases(before.key())
                .releases(GapActions.goneChildren(actual, desired, before.key()));
        if (!declared.isDerived() && !VirtualDeclaration.of(before.statement()).isDerived()) {
            drop.hazard(Hazard.DATA_LOSS).loses("what " + after.key() + " holds: it cannot be read back");
        }
        return List.of(
                drop.build(),
                Action.of(Verb.CREATE, after.key())
                        .sql(Statements.create(after))
                        .sql(fill(after, desired))
                        .sql(kept(after, actual, desired))
                        .because(REASON)
                        .achieves(after.key())
                        .hazard(Hazard.BLOCKING_SCAN)
                        .takesLong()
                        .build());
    }

    private static Action copy(
            VirtualTable before,
            VirtualTable after,
            Catalog actual,
            Catalog desired,
            List<String> targets,
            List<String> sources) {
        Action.Builder action = Action.of(Verb.REBUILD, after.key())
                .because(REASON)
                .achieves(after.key())
                .releases(before.key())
                .releases(GapActions.goneChildren(actual, desired, before.key()))
                .hazard(Hazard.BLOCKING_SCAN)
                .takesLong();
        if (before.columns().stream().anyMatch(column -> !sources.contains(SqliteNames.quote(column)))) {
            action.hazard(Hazard.DATA_LOSS).loses("the values of columns that " + after.key() + " no longer has");
        }
        if (isContentless(after)) {
            action.hazard(Hazard.DATA_LOSS).loses("the text of " + after.key() + ", which keeps its index only");
        }
        String temporary = SqliteTableRebuild.freeName(Statements.name(after), actual, desired);
        return action.sql(Statements.renamed(after, temporary))
                .sql("INSERT INTO " + SqliteNames.quote(temporary) + " (" + String.join(", ", targets) + ") SELECT "
                        + String.join(", ", sources) + " FROM " + SqliteNames.quote(Statements.name(before)))
                .sql(Statements.drop(before))
                .sql(SqliteTableRebuild.renameQuietly(temporary, Statements.name(after)))
                .sql(kept(after, actual, desired))
                .build();
    }

    /** Returns what makes the indexes again that somebody put on the tables that the module keeps. */
    private static List<String> kept(VirtualTable table, Catalog actual, Catalog desired) {
        return GapActions.unchangedChildren(actual, desired, table.key()).stream()
                .map(child -> Statements.create(desired.object(child)))
                .toList();
    }

    /** Rows are known by their rowid, but in an R-tree by their first column. */
    private static void columns(VirtualTable before, VirtualTable after, List<String> targets, List<String> sources) {
        VirtualDeclaration was = VirtualDeclaration.of(before.statement());
        VirtualDeclaration is = VirtualDeclaration.of(after.statement());
        for (String column : after.columns()) {
            before.columns().stream()
                    .filter(column::equalsIgnoreCase)
                    .findFirst()
                    .ifPresent(other -> add(targets, sources, column, other));
        }
        is.languageColumn()
                .ifPresent(column -> was.languageColumn().ifPresent(other -> add(targets, sources, column, other)));
        if (targets.isEmpty()) {
            return;
        }
        boolean keyed = is.isKeyedByFirstColumn();
        if (keyed != was.isKeyedByFirstColumn()) {
            // Text in the one and coordinates in the other: nothing is common to them but a name.
            targets.clear();
            return;
        }
        if (keyed && !targets.contains(SqliteNames.quote(after.columns().get(0)))) {
            add(targets, sources, after.columns().get(0), before.columns().get(0));
        } else if (!keyed) {
            targets.add(0, "rowid");
            sources.add(0, "rowid");
        }
    }

    private static void add(List<String> targets, List<String> sources, String target, String source) {
        targets.add(SqliteNames.quote(target));
        sources.add(SqliteNames.quote(source));
    }

    /** Returns whether all that it holds can be computed from another table. */
    static boolean isDerived(VirtualTable table) {
        return VirtualDeclaration.of(table.statement()).isDerived();
    }

    /**
     * Returns what fills it from the table or view whose rows it indexes; nothing where that is not there, or lacks a
     * column, which SQLite allows until somebody searches.
     */
    static List<String> fill(VirtualTable table, Catalog desired) {
        VirtualDeclaration declared = VirtualDeclaration.of(table.statement());
        if (!declared.isDerived() || declared.isWindow()) {
            return List.of();
        }
        String content = declared.content().orElseThrow();
        ObjectKey from = SqliteNames.key(ObjectKind.TABLE, content);
        boolean readable = desired.contains(from)
                ? isComplete(table, from, desired)
                : desired.contains(SqliteNames.key(ObjectKind.VIEW, content))
                        || desired.contains(SqliteNames.key(ObjectKind.VIRTUAL_TABLE, content));
        if (!readable) {
            return List.of();
        }
        String name = SqliteNames.quote(Statements.name(table));
        return List.of("INSERT INTO " + name + " (" + name + ") VALUES ('rebuild')");
    }

    private static boolean isContentless(VirtualTable table) {
        return VirtualDeclaration.of(table.statement()).isContentless();
    }

    /** Returns the names of the tables that SQLite makes with it. */
    static Set<String> shadows(VirtualTable table) {
        return VirtualDeclaration.of(table.statement()).shadows().orElse(Set.of());
    }

    /**
     * Returns what fills again the full-text indexes of a table's rows that did not change themselves, where the rows
     * did: where the rowids by which they know them are others now, or where the values of their columns may be. An index
     * whose rows can no longer be read is emptied: it would go on finding rows that nobody can show (SQLite documentation,
     * "FTS5", "The 'delete-all' Command").
     *
     * @param change what happens to the table
     * @param converted whether values are converted as well
     */
    static List<String> refill(TableChange change, Catalog actual, Catalog desired, boolean converted) {
        return unchangedIndexes(change.key(), actual, desired)
                .filter(table -> converted || isStale(table, change))
                .flatMap(table -> refilled(table, desired).stream())
                .toList();
    }

    private static List<String> refilled(VirtualTable table, Catalog desired) {
        List<String> fill = fill(table, desired);
        if (!fill.isEmpty() || !VirtualDeclaration.of(table.statement()).isFts5()) {
            return fill;
        }
        String name = SqliteNames.quote(Statements.name(table));
        return List.of("INSERT INTO " + name + " (" + name + ") VALUES ('delete-all')");
    }

    /** Returns what empties the full-text indexes that stood before the table whose rows they index came. */
    static List<String> refillNew(ObjectKey content, Catalog actual, Catalog desired) {
        return unchangedIndexes(content, actual, desired)
                .flatMap(table -> fill(table, desired).stream())
                .toList();
    }

    private static Stream<VirtualTable> unchangedIndexes(ObjectKey content, Catalog actual, Catalog desired) {
        return desired.objects(VirtualTable.class)
                .filter(table -> actual.contains(table.key())
                        && actual.fingerprint(table.key()).equals(desired.fingerprint(table.key())))
                .filter(table -> VirtualDeclaration.of(table.statement())
                        .content()
                        .filter(name -> SqliteNames.fold(name).equals(content.name()))
                        .isPresent());
    }

    /** What indexes another table reads as that table's rows, while that has the columns: before the plan and after. */
    private static boolean isReadable(VirtualTable before, Catalog actual, Catalog desired) {
        VirtualDeclaration was = VirtualDeclaration.of(before.statement());
        if (!was.isDerived()) {
            return true;
        }
        return !was.isWindow()
                && was.content()
                        .map(content -> SqliteNames.key(ObjectKind.TABLE, content))
                        .filter(from -> isComplete(before, from, actual) && isComplete(before, from, desired))
                        .isPresent();
    }

    private static boolean isComplete(VirtualTable table, ObjectKey content, Catalog catalog) {
        Optional<String> rowid = VirtualDeclaration.of(table.statement()).contentRowid();
        boolean numbered = rowid.map(name -> catalog.contains(content.child(ObjectKind.COLUMN, name)))
                .orElseGet(() -> catalog.find(content, SqliteTable.class)
                        .filter(known -> !known.withoutRowid())
                        .isPresent());
        return numbered
                && table.columns().stream()
                        .allMatch(
                                column -> catalog.contains(content.child(ObjectKind.COLUMN, SqliteNames.fold(column))));
    }

    private static boolean isStale(VirtualTable table, TableChange change) {
        Optional<String> rowid = VirtualDeclaration.of(table.statement()).contentRowid();
        boolean renumbered = rowid.isEmpty()
                && (change.before().withoutRowid()
                        || change.after().withoutRowid()
                        || !change.after().rowidAlias().equals(change.before().rowidAlias()));
        Set<String> read = new TreeSet<>();
        table.columns().forEach(column -> read.add(SqliteNames.fold(column)));
        rowid.ifPresent(read::add);
        return renumbered
                || TableChange.keys(change.altered()).stream().anyMatch(key -> read.contains(key.name()))
                || TableChange.keys(change.added()).stream().anyMatch(key -> read.contains(key.name()))
                || TableChange.keys(change.dropped()).stream().anyMatch(key -> read.contains(key.name()));
    }
}
