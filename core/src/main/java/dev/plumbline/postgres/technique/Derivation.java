// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnDefault;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.gap.Change;
import dev.plumbline.plan.Action;
import dev.plumbline.postgres.change.NotNull;
import dev.plumbline.postgres.change.Reach;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns that come to a table in use and take their values from others of the row, as hints say: a column that is split into
 * several, several that are merged into one.
 *
 * @param columns never empty
 */
public record Derivation(ObjectKey table, List<Column> columns, Scene scene) {

    /** Returns the derivation that a column is part of; absent where it is of none. */
    public static Optional<Derivation> of(ObjectKey key, Scene scene) {
        if (!isOf(key, scene)) {
            return Optional.empty();
        }
        ObjectKey table = scene.desired().find(key, Column.class).orElseThrow().table();
        List<Column> columns = scene.desired().children(table).stream()
                .filter(child -> isOf(child, scene))
                .flatMap(child -> scene.desired().find(child, Column.class).stream())
                .toList();
        return Optional.of(new Derivation(table, columns, scene));
    }

    private static boolean isOf(ObjectKey key, Scene scene) {
        return key.kind() == ObjectKind.COLUMN
                && scene.conversion(key).isPresent()
                && scene.creation(key).isPresent()
                && !scene.actual().contains(key)
                && scene.desired()
                        .find(key, Column.class)
                        .filter(column -> column.table().kind() == ObjectKind.TABLE && scene.isInUse(column.table()))
                        .isPresent();
    }

    /** Returns how the values of one of them are computed. */
    String expression(Column column) {
        return ConversionInPlace.expression(scene.conversion(column.key()).orElseThrow());
    }

    Set<ObjectKey> keys() {
        return columns.stream().map(Column::key).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns what adds them, one action for each. */
    List<Action> creations() {
        return columns.stream()
                .map(column -> scene.creation(column.key()).orElseThrow())
                .toList();
    }

    BatchTable batchTable() {
        return new BatchTable(table, columns.getFirst().key(), scene);
    }

    /** Returns whether columns from which the values may come go with the same plan. */
    boolean hasSources() {
        return scene.actual().children(table).stream()
                .anyMatch(key ->
                        SourceColumns.isOne(key, scene.gap()) && scene.drop(key).isPresent());
    }

    /** Returns what makes these columns and others of the table follow each other from now on, in order; usually nothing. */
    List<Action> bothForms() {
        return TwoForms.in(scene.desired()).stream()
                .filter(forms -> forms.table().equals(table))
                .filter(forms -> forms.columns().anyMatch(keys()::contains))
                .flatMap(forms -> Stream.of(forms.functionKey(), forms.trigger()))
                .flatMap(key -> scene.creation(key).stream())
                .toList();
    }

    private Reach reach() {
        Set<ObjectKey> keys = keys();
        return new Reach(scene.desired(), scene.recreation().created(), keys::contains);
    }

    /** Returns why they cannot be filled while the table is in use, as a clause for people; empty where they can. */
    public Optional<String> obstacle() {
        if (SyncTrigger.isOutrun(table, scene)) {
            return Optional.of("a trigger of " + table + " would fire after the one that computes the values");
        }
        return batchTable()
                .obstacle()
                .or(() -> columns.stream()
                        .flatMap(column -> obstacle(column).stream())
                        .findFirst());
    }

    private Optional<String> obstacle(Column column) {
        Action creation = scene.creation(column.key()).orElseThrow();
        if (!(column.value() instanceof ColumnValue.Given)
                || column.inherited()
                || creation.achieves().stream().anyMatch(part -> part.kind() == ObjectKind.SEQUENCE)) {
            return Optional.of(column.key() + " has values of another kind");
        }
        if (NotNull.isNotValid(column)) {
            return Optional.of("the NOT NULL of " + column.key() + " is not valid");
        }
        if (ConversionInPlace.isQuery(expression(column))) {
            return Optional.of("the values of " + column.key()
                    + " come from a query, and what changes elsewhere no trigger of " + table + " sees");
        }
        if (ExpressionNames.of(expression(column)).mayVary()) {
            return Optional.of("the values of " + column.key()
                    + " are others each time that they are computed, and a trigger computes them for every write");
        }
        boolean knotted = creation.achieves().stream()
                .filter(part -> scene.desired().find(part, ColumnDefault.class).isPresent())
                .anyMatch(part -> !reach().standsAlone(part));
        if (knotted) {
            return Optional.of("the default of " + column.key() + " needs what needs the column");
        }
        return NewColumnInSteps.domain(column, scene).or(() -> unsteadySource(column));
    }

    /** A trigger sees a row before its generated columns are computed, and one that the plan changes as it is at the moment. */
    private Optional<String> unsteadySource(Column column) {
        ExpressionNames names = ExpressionNames.of(expression(column));
        Set<ObjectKey> all = new TreeSet<>(scene.actual().children(table));
        all.addAll(scene.desired().children(table));
        return all.stream()
                .filter(key -> key.kind() == ObjectKind.COLUMN && names.has(key.name()))
                .filter(this::isUnsteady)
                .findFirst()
                .map(key -> column.key() + " is computed from " + key
                        + (isGenerated(key) ? ", which is generated" : ", which comes or changes with the same plan"));
    }

    private boolean isUnsteady(ObjectKey key) {
        boolean changes = scene.desired().contains(key)
                && (!scene.actual().contains(key)
                        || scene.isConverted(key)
                        || !(scene.isStill(key) || differsInNotNull(key)));
        return changes || isGenerated(key);
    }

    /** Whether it may be null is no matter of its values. */
    private boolean differsInNotNull(ObjectKey key) {
        List<Change.Altered> altered = scene.gap()
                .changes(Change.Altered.class)
                .filter(change -> change.key().equals(key))
                .toList();
        return !altered.isEmpty()
                && altered.stream()
                        .flatMap(change -> change.differences().stream())
                        .allMatch(difference -> difference.component().startsWith("notNull"))
                && !scene.recreation().dropped().contains(key)
                && !scene.recreation().isSwapped(key)
                && scene.recreation().swaps().stream()
                        .noneMatch(swap -> swap.columns().contains(key));
    }

    private boolean isGenerated(ObjectKey key) {
        return scene.actual()
                .find(key, Column.class)
                .filter(column -> column.value() instanceof ColumnValue.Generated)
                .isPresent();
    }
}
