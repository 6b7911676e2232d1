// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.SqliteColumn;
import dev.plumbline.catalog.SqliteTable;
import dev.plumbline.catalog.Trigger;
import dev.plumbline.catalog.View;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Verb;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that changes in one table, and the decision what can be done in place (SQLite documentation, "ALTER
 * TABLE"): columns can be added and dropped under conditions; all else is a rebuild.
 */
final class TableChange {
    private final ObjectKey key;
    private final Catalog actual;
    private final Catalog desired;
    private final List<SqliteColumn> added = new ArrayList<>();
    private final List<SqliteColumn> dropped = new ArrayList<>();
    private final List<SqliteColumn> altered = new ArrayList<>();
    private final ColumnHints hints;
    private boolean tableAltered;

    TableChange(ObjectKey key, Catalog actual, Catalog desired) {
        this(key, actual, desired, ColumnHints.NONE);
    }

    TableChange(ObjectKey key, Catalog actual, Catalog desired, ColumnHints hints) {
        this.key = key;
        this.hints = hints;
        this.actual = actual;
        this.desired = desired;
        if (actual.contains(key) && desired.contains(key)) {
            tableAltered = !actual.fingerprint(key).equals(desired.fingerprint(key));
            compareColumns();
        }
    }

    private void compareColumns() {
        for (SqliteColumn column : GapActions.orderedColumns(desired, after())) {
            if (!actual.contains(column.key())) {
                added.add(column);
            } else if (!actual.fingerprint(column.key()).equals(desired.fingerprint(column.key()))) {
                altered.add(column);
            }
        }
        for (SqliteColumn column : GapActions.orderedColumns(actual, before())) {
            if (!desired.contains(column.key())) {
                dropped.add(column);
            }
        }
        // A generated column can only be added after those that it is computed from.
        added.sort(Comparator.comparing(SqliteColumn::generated).thenComparingInt(SqliteColumn::position));
    }

    ObjectKey key() {
        return key;
    }

    SqliteTable before() {
        return (SqliteTable) actual.object(key);
    }

    SqliteTable after() {
        return (SqliteTable) desired.object(key);
    }

    /** Returns the columns that only the desired table has. */
    List<SqliteColumn> added() {
        return added;
    }

    /** Returns the columns that only the actual table has. */
    List<SqliteColumn> dropped() {
        return dropped;
    }

    /** Returns the columns that both have in different form, as desired. */
    List<SqliteColumn> altered() {
        return altered;
    }

    /** Returns what hints say of its columns. */
    ColumnHints hints() {
        return hints;
    }

    /** Returns whether both sides have the table and ALTER TABLE cannot make the one of the other. */
    boolean isRebuild() {
        return actual.contains(key)
                && desired.contains(key)
                && (added.stream().anyMatch(hints::computes)
                        || ((tableAltered || !altered.isEmpty())
                                && constraints().isEmpty())
                        || !added.stream().allMatch(this::canBeAdded)
                        || !dropped.stream().allMatch(this::canBeDropped));
    }

    /** Returns how the constraints change in place, nothing where they do not or cannot. */
    private Optional<ConstraintAlterations> constraints() {
        if (!ConstraintAlterations.isKnownTo(actual.product().version()) || !(tableAltered || !altered.isEmpty())) {
            return Optional.empty();
        }
        Map<SqliteColumn, SqliteColumn> pairs = new LinkedHashMap<>();
        altered.forEach(column -> pairs.put((SqliteColumn) actual.object(column.key()), column));
        Set<String> names = Stream.of(actual, desired)
                .flatMap(catalog -> catalog.keys().stream())
                .map(ObjectKey::name)
                .collect(Collectors.toSet());
        return ConstraintAlterations.of(before(), after(), pairs, names);
    }

    private boolean canBeAdded(SqliteColumn column) {
        List<Token> tokens = SqliteLexer.tokens(column.declaration());
        boolean forbidden = SqliteTableRebuild.ROWID_NAMES.contains(column.key().name())
                || tokens.stream().anyMatch(token -> token.is("primary") || token.is("unique") || token.is("stored"));
        boolean computed = hasComputedDefault(tokens);
        boolean needsLater = column.generated()
                && added.stream()
                        .filter(SqliteColumn::generated)
                        .filter(other -> other.position() > column.position())
                        .anyMatch(other -> names(tokens, other));
        return !forbidden && !computed && !needsLater;
    }

    /** A default that must be computed for each row is refused where there are rows. PRAGMA tells it without brackets. */
    private static boolean hasComputedDefault(List<Token> tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token value = tokens.get(i + 1);
            if (tokens.get(i).is("default") && !tokens.get(i == 0 ? 0 : i - 1).is("set")) {
                boolean literal = i + 3 < tokens.size()
                        && value.isSymbol("(")
                        && !tokens.get(i + 2).mayBeName()
                        && tokens.get(i + 3).isSymbol(")");
                return (value.isSymbol("(") && !literal)
                        || SqliteNames.fold(value.text()).startsWith("current_");
            }
        }
        return false;
    }

    private boolean canBeDropped(SqliteColumn column) {
        boolean constrained =
                SqliteTableRebuild.ROWID_NAMES.contains(column.key().name())
                        || column.primaryKeyPosition() > 0
                        || SqliteLexer.tokens(column.declaration()).stream()
                                .anyMatch(token -> token.is("unique") || token.is("references"));
        TableStatement statement = TableStatement.of(before().statement());
        boolean named = statement.constraints().stream().anyMatch(part -> names(part, column))
                || statement.columns().stream()
                        .filter(part -> !SqliteNames.fold(part.get(0).text())
                                .equals(column.key().name()))
                        .anyMatch(part -> names(part, column));
        // Before it drops a column SQLite resolves every view and trigger, and stops at any that was broken before; a
        // rebuild writes the rows anew no more than DROP COLUMN does.
        boolean resolves = actual.objects(View.class).findAny().isPresent()
                || actual.objects(Trigger.class).findAny().isPresent();
        return !constrained
                && !named
                && !resolves
                && !isIndexed(column)
                && statement.columns().size() > dropped.size();
    }

    private boolean isIndexed(SqliteColumn column) {
        return GapActions.unchangedChildren(actual, desired, key).stream()
                .anyMatch(child -> names(SqliteLexer.tokens(Statements.create(actual.object(child))), column));
    }

    private static boolean names(List<Token> tokens, SqliteColumn column) {
        return tokens.stream()
                .anyMatch(token -> token.mayBeName()
                        && SqliteNames.fold(token.text()).equals(column.key().name()));
    }

    /** Returns the action that changes the table in place. */
    Action alteration() {
        String table = "ALTER TABLE " + SqliteNames.quote(after().name());
        Action.Builder action = Action.of(Verb.ALTER, key)
                .because(reason())
                .achieves(key)
                .achieves(keys(added))
                .achieves(keys(altered));
        Optional<ConstraintAlterations> constraints = constraints();
        constraints.ifPresent(alterations -> action.sql(alterations.drops()));
        for (SqliteColumn column : added) {
            action.sql(table + " ADD COLUMN " + column.declaration());
            addedHazards(action);
        }
        constraints
                .filter(alterations -> !alterations.adds().isEmpty())
                .ifPresent(alterations -> action.sql(alterations.adds())
                        .hazard(Hazard.BLOCKING_SCAN)
                        .hazard(Hazard.DATA_DEPENDENT));
        action.sql(VirtualTableRebuild.refill(this, actual, desired, false));
        if (!dropped.isEmpty()) {
            for (SqliteColumn column : dropped) {
                action.sql(table + " DROP COLUMN " + SqliteNames.quote(column.name()))
                        .releases(column.key());
            }
            action.hazard(Hazard.BLOCKING_SCAN);
            droppedHazards(action);
        }
        return action.takesLong().build();
    }

    /** Says what can go wrong with the new columns. */
    void addedHazards(Action.Builder action) {
        boolean demanding = added.stream()
                .anyMatch(column ->
                        (column.notNull() && column.defaultExpression().isEmpty())
                                || SqliteLexer.tokens(column.declaration()).stream()
                                        .anyMatch(token -> token.is("check")
                                                || token.is("unique")
                                                || token.is("references")
                                                || token.is("primary")));
        if (demanding) {
            action.hazard(Hazard.DATA_DEPENDENT);
        }
    }

    /** Says what is lost with the dropped columns. */
    void droppedHazards(Action.Builder action) {
        if (dropped.stream().anyMatch(column -> !column.generated())) {
            action.hazard(Hazard.DATA_LOSS);
        }
        List<String> lost = dropped.stream()
                .filter(column -> !column.generated() && !hints.restorable().contains(column.key()))
                .map(SqliteColumn::name)
                .toList();
        if (!lost.isEmpty()) {
            action.loses("the values of " + String.join(", ", lost) + " of " + key);
        }
    }

    /** Returns why, for people. */
    String reason() {
        List<String> reasons = new ArrayList<>();
        describe("lacks", added, reasons);
        describe("has too much:", dropped, reasons);
        describe("differs in", altered, reasons);
        if (tableAltered) {
            reasons.add("its constraints or options differ");
        }
        return String.join("; ", reasons);
    }

    private static void describe(String what, List<SqliteColumn> columns, List<String> reasons) {
        if (!columns.isEmpty()) {
            reasons.add("it " + what + " "
                    + columns.stream().map(SqliteColumn::name).collect(Collectors.joining(", ")));
        }
    }

    /** Returns the keys of columns. */
    static SortedSet<ObjectKey> keys(List<SqliteColumn> columns) {
        return columns.stream().map(SqliteColumn::key).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns whether existing rows may violate what the altered table demands. */
    boolean isDemanding() {
        return (tableAltered && !Set.copyOf(before().constraints()).containsAll(after().constraints()))
                || (after().strict() && !before().strict())
                || !altered.isEmpty();
    }
}
