// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SqliteColumn;
import dev.plumbline.catalog.SqliteTable;
import dev.plumbline.catalog.Trigger;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * Makes a table anew: a new table under another name, the rows copied, the old table dropped, the new one given its
 * name (SQLite documentation, "ALTER TABLE", section 7).
 *
 * <ul>
 *   <li>The session has switched foreign keys off before its transaction began: DROP TABLE would else delete the rows,
 *       and those of other tables by ON DELETE CASCADE with them.
 *   <li>The rename happens with {@code legacy_alter_table}, so that foreign keys, views and triggers of others go on
 *       naming this table and are not turned to the new one's first name.
 *   <li>Rowids are kept, and with them what refers to rows by rowid: full-text indexes with external content. So is the
 *       highest number that AUTOINCREMENT ever gave.
 *   <li>{@code INSERT OR ABORT} stops at a row that does not fit, where a constraint's own conflict clause might
 *       silently leave it out.
 *   <li>Indexes and triggers that did not change come back at the end, after the rows: no trigger fires.
 * </ul>
 */
final class SqliteTableRebuild {
    /** The names under which SQL knows the rowid while no column has them. */
    static final List<String> ROWID_NAMES = List.of("rowid", "_rowid_", "oid");

    private final TableChange change;
    private final Catalog actual;
    private final Catalog desired;
    private final SqliteTable before;
    private final SqliteTable after;

    SqliteTableRebuild(TableChange change, Catalog actual, Catalog desired) {
        this.change = change;
        this.actual = actual;
        this.desired = desired;
        this.before = change.before();
        this.after = change.after();
    }

    Action action() {
        ObjectKey key = change.key();
        List<ObjectKey> kept = GapActions.unchangedChildren(actual, desired, key);
        Action.Builder action = Action.of(Verb.REBUILD, key)
                .sql(statements(kept))
                .because(change.reason() + ", which needs a copy of the table")
                .achieves(key)
                .achieves(TableChange.keys(change.added()))
                .achieves(TableChange.keys(change.altered()))
                .releases(goneWithTheOldTable())
                .hazard(Hazard.BLOCKING_SCAN)
                .takesLong();
        change.addedHazards(action);
        change.droppedHazards(action);
        if (change.isDemanding()) {
            action.hazard(Hazard.DATA_DEPENDENT);
        }
        return action.build();
    }

    /**
     * Returns the rebuild with conversions of its rows ahead of the copy: no trigger fires, and the old checks, which
     * the new values need not satisfy, are ignored. The copy holds them against the new ones.
     */
    static Action converting(Gap gap, Action rebuild, List<Action> conversions) {
        Catalog actual = gap.actual();
        Action.Builder action = Action.of(rebuild.verb(), rebuild.object())
                .because(rebuild.reason() + "; a hint converts values")
                .achieves(rebuild.achieves())
                .releases(rebuild.releases())
                .takesLong();
        actual.children(rebuild.object()).stream()
                .map(actual::object)
                .filter(Trigger.class::isInstance)
                .forEach(trigger -> action.sql(Statements.drop(trigger)));
        action.sql("PRAGMA ignore_check_constraints = ON");
        conversions.forEach(conversion -> action.sql(conversion.statements()));
        action.sql("PRAGMA ignore_check_constraints = OFF").sql(rebuild.statements());
        TableChange change = new TableChange(rebuild.object(), actual, gap.desired());
        VirtualTableRebuild.refill(change, actual, gap.desired(), true).stream()
                .filter(statement -> !rebuild.statements().contains(statement))
                .forEach(action::sql);
        rebuild.hazards().forEach(action::hazard);
        List<String> lost = Stream.concat(Stream.of(rebuild), conversions.stream())
                .flatMap(part -> part.loses().stream())
                .toList();
        if (!lost.isEmpty()) {
            action.loses(String.join("; ", lost));
        }
        return action.build();
    }

    private SortedSet<ObjectKey> goneWithTheOldTable() {
        SortedSet<ObjectKey> gone = GapActions.goneChildren(actual, desired, change.key());
        gone.addAll(TableChange.keys(change.dropped()));
        return gone;
    }

    private List<String> statements(List<ObjectKey> kept) {
        String temporary = freeName(after.name(), actual, desired);
        List<String> statements = new ArrayList<>();
        statements.add(TableStatement.of(after.statement()).renamed(temporary));
        copy(temporary).ifPresent(statements::add);
        if (before.autoincrement() && after.autoincrement()) {
            statements.add("DELETE FROM sqlite_sequence WHERE name = " + SqliteNames.literal(temporary));
            statements.add("INSERT INTO sqlite_sequence (name, seq) SELECT " + SqliteNames.literal(temporary)
                    + ", seq FROM sqlite_sequence WHERE name = " + SqliteNames.literal(before.name())
                    + " COLLATE NOCASE");
        }
        statements.add("DROP TABLE " + SqliteNames.quote(before.name()));
        statements.addAll(renameQuietly(temporary, after.name()));
        kept.forEach(child -> statements.add(Statements.create(desired.object(child))));
        statements.addAll(VirtualTableRebuild.refill(change, actual, desired, false));
        return statements;
    }

    /** Returns statements that rename a table and touch nothing that names it. */
    static List<String> renameQuietly(String from, String to) {
        return List.of(
                "PRAGMA legacy_alter_table = ON",
                "ALTER TABLE " + SqliteNames.quote(from) + " RENAME TO " + SqliteNames.quote(to),
                "PRAGMA legacy_alter_table = OFF");
    }

    private Optional<String> copy(String temporary) {
        List<String> targets = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        rowids(targets, sources);
        for (SqliteColumn column : GapActions.orderedColumns(desired, after)) {
            String name = SqliteNames.quote(column.name());
            if (change.hints().computes(column)) {
                targets.add(name);
                sources.add("(" + change.hints().values().get(column.key()) + ")");
            } else if (!column.generated() && actual.contains(column.key()) && !targets.contains(name)) {
                targets.add(name);
                sources.add(SqliteNames.quote(column.name()));
            }
        }
        if (targets.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("INSERT OR ABORT INTO " + SqliteNames.quote(temporary) + " (" + String.join(", ", targets)
                + ") SELECT " + String.join(", ", sources) + " FROM " + SqliteNames.quote(before.name()));
    }

    /** The rowid is copied by itself unless a column of both tables is another name for it. */
    private void rowids(List<String> targets, List<String> sources) {
        if (before.withoutRowid() || after.withoutRowid()) {
            return;
        }
        Optional<String> source = rowidName(actual, before);
        Optional<SqliteColumn> alias = after.rowidAlias().flatMap(key -> desired.find(key, SqliteColumn.class));
        if (alias.isPresent()) {
            // A new alias takes the rowids over: the rows keep their numbers.
            if (!actual.contains(alias.get().key()) && source.isPresent()) {
                targets.add(SqliteNames.quote(alias.get().name()));
                sources.add(source.get());
            }
            return;
        }
        Optional<String> target = rowidName(desired, after);
        if (source.isPresent() && target.isPresent()) {
            targets.add(target.get());
            sources.add(source.get());
        }
    }

    /** Returns a name of the rowid that no column has taken. */
    private static Optional<String> rowidName(Catalog catalog, SqliteTable table) {
        return ROWID_NAMES.stream()
                .filter(name -> !catalog.contains(table.key().child(ObjectKind.COLUMN, name)))
                .findFirst();
    }

    /** Returns a name that nothing has on either side. */
    static String freeName(String name, Catalog actual, Catalog desired) {
        String base = "plumbline_new_" + name;
        String free = base;
        for (int i = 2; isTaken(free, actual) || isTaken(free, desired); i++) {
            free = base + "_" + i;
        }
        return free;
    }

    private static boolean isTaken(String name, Catalog catalog) {
        return Stream.of(ObjectKind.TABLE, ObjectKind.VIRTUAL_TABLE, ObjectKind.VIEW, ObjectKind.INDEX)
                .anyMatch(kind -> catalog.contains(SqliteNames.key(kind, name)));
    }
}
