// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnDefault;
import dev.plumbline.catalog.EnumType;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Table;
import dev.plumbline.plan.Action;
import dev.plumbline.postgres.change.ColumnStatements;
import dev.plumbline.postgres.change.TypeSwap;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An enum that loses labels, or has them in another order, while tables in use have columns of it: what would be done to these
 * columns, and whether all that uses the type can go over with them.
 *
 * @param type the type, with its successor
 * @param direct the action that does it all in one go
 * @param swap what that converts
 */
record EnumSwap(ReplacedEnum type, Action direct, TypeSwap swap, Scene scene) {
    /** Returns all of a plan. */
    static Stream<EnumSwap> all(Scene scene) {
        return scene.recreation().swaps().stream().flatMap(swap -> of(swap, scene).stream());
    }

    /** Returns the swap that an action carries out; absent where it is of another type, or no column has the type. */
    static Optional<EnumSwap> of(Action action, Scene scene) {
        return all(scene)
                .filter(swap -> swap.type.key().equals(action.object()))
                .filter(swap -> swap.direct.statements().equals(action.statements()))
                .findFirst();
    }

    private static Optional<EnumSwap> of(TypeSwap swap, Scene scene) {
        ObjectKey key = swap.types().stream()
                .filter(type -> type.kind() == ObjectKind.ENUM)
                .findFirst()
                .orElse(swap.types().getFirst());
        Optional<EnumType> from = scene.actual().find(key, EnumType.class);
        Optional<EnumType> to = scene.desired().find(key, EnumType.class);
        return swap.columns().isEmpty() || from.isEmpty() || to.isEmpty()
                ? Optional.empty()
                : scene.alteration(key)
                        .map(direct -> new EnumSwap(new ReplacedEnum(from.get(), to.get()), direct, swap, scene));
    }

    /** Returns the columns, as they go over to the successor, sorted. */
    List<TypeChange> changes() {
        return swap.columns().stream()
                .map(key -> scene.desired().find(key, Column.class).orElseThrow())
                .map(this::change)
                .toList();
    }

    private TypeChange change(Column column) {
        EnumValues values = EnumValues.of(type, column, direct);
        return new TypeChange(
                scene.actual().find(column.key(), Column.class).orElseThrow(),
                column.withType(type.beside(column.type())),
                direct,
                values.expression(),
                scene,
                Optional.of(values));
    }

    /** The owner of such a table, who converts it, may not be allowed to see its rows. */
    private boolean isForced(ObjectKey table) {
        return scene.actual()
                .find(table, Table.class)
                .filter(Table::forceRowSecurity)
                .isPresent();
    }

    /** Returns the values of the columns of the type, or of its arrays, whose rows can be looked at; sorted by the columns. */
    List<EnumValues> values() {
        return swap.columns().stream()
                .flatMap(key -> scene.desired().find(key, Column.class).stream())
                .filter(column -> column.table().kind() == ObjectKind.TABLE
                        && !column.inherited()
                        && type.isOf(column.type())
                        && !isForced(column.table()))
                .map(column -> EnumValues.of(type, column, direct))
                .toList();
    }

    /** Returns why the columns cannot go over one by one, as a clause for people; empty where they can. */
    Optional<String> obstacle() {
        if (swap.types().size() > 1) {
            return Optional.of("of " + words(swap.types()) + " one is made of another");
        }
        for (ObjectKey dependent : scene.actual().dependents(type.key())) {
            if (scene.desired().contains(dependent) && !goesOver(dependent)) {
                return Optional.of(dependent + " is bound to the type");
            }
        }
        return swap.columns().stream()
                .flatMap(column -> obstacle(column).stream())
                .findFirst();
    }

    private static String words(Collection<ObjectKey> types) {
        return types.stream().map(ObjectKey::toString).collect(Collectors.joining(", "));
    }

    /** What hangs on a column goes over with it, or is in the way there. */
    private boolean goesOver(ObjectKey dependent) {
        return switch (dependent.kind()) {
            case COMMENT, GRANT, OWNER -> true;
            case COLUMN ->
                swap.columns().contains(dependent)
                        || !scene.desired().dependencies(dependent).contains(type.key());
            case DEFAULT -> swap.columns().contains(new ObjectKey(ObjectKind.COLUMN, dependent.path()));
            case INDEX, CONSTRAINT ->
                scene.actual().dependencies(dependent).stream().anyMatch(swap.columns()::contains);
            default -> false;
        };
    }

    private Optional<String> obstacle(ObjectKey key) {
        Optional<Column> from = scene.actual().find(key, Column.class);
        Optional<Column> to = scene.desired().find(key, Column.class);
        if (from.isEmpty()
                || to.isEmpty()
                || to.get().table().kind() != ObjectKind.TABLE
                || !scene.isInUse(to.get().table())
                || !scene.isUntouched(key)
                || !type.isOf(from.get().type())
                || !type.isOf(to.get().type())) {
            return Optional.of(key + " changes in other ways too, or is of no plain table");
        }
        TypeChange change = change(to.get());
        return change.obstacle()
                .or(() -> new ColumnParts(change).obstacle())
                .map(why -> "of " + key + ": " + why)
                .or(() -> keyChanges(change))
                .or(() -> defaultComesLate(change));
    }

    private Optional<String> keyChanges(TypeChange change) {
        return scene.recreation().altered().keySet().stream()
                .filter(key -> scene.actual()
                        .find(key, Column.class)
                        .filter(column -> column.table().equals(change.table()))
                        .isPresent())
                .filter(key -> change.batchTable().has(key.name()))
                .findFirst()
                .map(key -> key + ", by which its rows would be gone over, changes too");
    }

    /** Where the default gives a label that goes, the new one is needed before the successor is there to have it. */
    private Optional<String> defaultComesLate(TypeChange change) {
        return givesWhatGoes(change)
                        && change.toDefault()
                                .filter(value -> !knows(type.from().labels(), value))
                                .isPresent()
                ? Optional.of("the default of " + change.key() + " goes, and the new one is none of the old type")
                : Optional.empty();
    }

    private boolean givesWhatGoes(TypeChange change) {
        return fromDefault(change)
                .filter(value -> type.gone().stream().anyMatch(value.expression()::contains))
                .isPresent();
    }

    private Optional<ColumnDefault> fromDefault(TypeChange change) {
        return scene.actual()
                .find(new ObjectKey(ObjectKind.DEFAULT, change.key().path()), ColumnDefault.class);
    }

    private boolean knows(Collection<String> labels, ColumnDefault value) {
        return labels.stream()
                .anyMatch(label -> value.expression().equals(Sql.literal(label) + "::" + Sql.of(type.key())));
    }

    /**
     * Returns what keeps the default from giving labels that go, until it goes over with its column; sorted. One that a column without
     * nulls is to lose stays: no statement that still counts on it fails, but its row stops the plan.
     */
    List<String> earlyDefaults() {
        List<String> sql = new ArrayList<>();
        for (TypeChange change : changes()) {
            if (givesWhatGoes(change)
                    && (change.toDefault().isPresent() || !change.to().notNull())) {
                sql.add(change.toDefault()
                        .map(value -> ColumnStatements.set(value, false))
                        .orElseGet(() -> ColumnStatements.dropDefault(change.key(), false)));
            }
        }
        return sql;
    }
}
