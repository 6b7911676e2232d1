// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.plan;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.change.NotNull;
import dev.plumbline.postgres.change.Recreation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * NOT NULL that a table has from its parents, NOT VALID, where it is there and valid: no statement about the child takes that back.
 * {@code ADD CONSTRAINT … NOT VALID} on the parent reaches those that are its children by then, while a table that is made as a child
 * later has it valid ({@code MergeAttributes} in {@code tablecmds.c}); so the parent's is dropped and added once all of them are there.
 * Children that are to have it valid are looked at afterwards.
 */
public final class UnprovenHeirs {
    private final Catalog actual;
    private final Catalog desired;
    private final Recreation recreation;
    private final SortedMap<ObjectKey, SortedSet<ObjectKey>> byOrigin = new TreeMap<>();

    UnprovenHeirs(Gap gap, Recreation recreation) {
        this.actual = gap.actual();
        this.desired = gap.desired();
        this.recreation = recreation;
        desired.objects(Column.class)
                .filter(column ->
                        NotNull.isNotValid(column) && column.impliedNotNull().isPresent())
                .filter(this::isProvenOtherwise)
                .forEach(column -> origins(column)
                        .forEach(origin -> byOrigin.computeIfAbsent(origin, key -> new TreeSet<>())
                                .add(column.key())));
    }

    /** Returns what a column waits for that is altered: what is proven before would have to be proven again. */
    Set<ObjectKey> before(ObjectKey column) {
        return byOrigin.keySet().stream()
                .filter(origin -> proven(origin).anyMatch(heir -> heir.key().equals(column)))
                .map(UnprovenHeirs::place)
                .collect(Collectors.toSet());
    }

    /** Returns a place in the order under a key that no object has: the heirs of a column have it NOT VALID. */
    private static ObjectKey place(ObjectKey origin) {
        return origin.child(ObjectKind.COLUMN, "unproven for heirs");
    }

    List<Action> actions() {
        List<Action> actions = new ArrayList<>();
        byOrigin.forEach((origin, heirs) -> {
            actions.add(anew(column(origin), heirs));
            proven(origin)
                    .filter(heir -> !recreation.altered().containsKey(heir.key()))
                    .forEach(heir -> actions.add(proof(heir, origin)));
        });
        return actions;
    }

    /** Returns the topmost heirs that are to have it valid. */
    private Stream<Column> proven(ObjectKey origin) {
        return below(origin)
                .filter(heir -> heir.notNull() && !NotNull.isNotValid(heir))
                .filter(heir -> parents(heir).anyMatch(NotNull::isNotValid));
    }

    private Column column(ObjectKey key) {
        return desired.find(key, Column.class).orElseThrow();
    }

    /** A new table has it valid; one that is there keeps what it has, unless a parent loses a valid one. */
    private boolean isProvenOtherwise(Column column) {
        return recreation.created().contains(column.table())
                || (actual.find(column.key(), Column.class)
                                .filter(NotNull::isCertain)
                                .isPresent()
                        && parents(column)
                                .flatMap(parent -> actual.find(parent.key(), Column.class).stream())
                                .noneMatch(NotNull::isCertain));
    }

    private Stream<Column> parents(Column column) {
        return desired.dependencies(column.key()).stream()
                .filter(key -> key.name().equals(column.key().name()))
                .flatMap(key -> desired.find(key, Column.class).stream())
                .filter(parent -> parent.notNull() && !NotNull.isNotInherited(parent));
    }

    /** Returns the columns above that have it from nobody. */
    private Stream<ObjectKey> origins(Column column) {
        return parents(column)
                .flatMap(parent -> parent.impliedNotNull().isEmpty() ? Stream.of(parent.key()) : origins(parent))
                .distinct();
    }

    private Stream<Column> below(ObjectKey origin) {
        return desired.dependents(origin).stream()
                .filter(key -> key.name().equals(origin.name()))
                .flatMap(key -> desired.find(key, Column.class).stream())
                .flatMap(heir -> Stream.concat(Stream.of(heir), below(heir.key())))
                .distinct();
    }

    private Action anew(Column origin, SortedSet<ObjectKey> heirs) {
        Action.Builder anew = Action.of(Verb.ALTER, origin.key())
                .because("NOT NULL of " + origin.key()
                        + " is added anew, so that tables that inherit it have it NOT VALID")
                .sql(NotNull.drop(origin))
                .achieves(place(origin.key()))
                .follows(List.of(origin.key(), origin.table()))
                .follows(heirs);
        for (ObjectKey key : heirs) {
            Column heir = column(key);
            anew.follows(List.of(heir.table())).sql(ofItsOwn(heir, origin));
        }
        return anew.sql(NotNull.add(origin)).build();
    }

    /** What it has for itself too stays when the parent's goes. Under a name of its own it comes before the parent's. */
    private List<String> ofItsOwn(Column heir, Column origin) {
        List<String> statements = new ArrayList<>();
        boolean named = !NotNull.plainName(heir).equals(NotNull.plainName(origin));
        if (named || !heir.inherited() || actual.contains(heir.key())) {
            statements.add(NotNull.drop(heir));
        }
        if (named) {
            statements.add(NotNull.give(heir));
        }
        return statements;
    }

    private static Action proof(Column heir, ObjectKey origin) {
        return Action.of(Verb.ALTER, heir.key())
                .because("the rows of " + heir.table() + " are checked without blocking anyone")
                .sql(NotNull.validate(heir))
                .achieves(heir.key().child(ObjectKind.COLUMN, "proof"))
                .follows(List.of(place(origin), heir.key(), heir.table()))
                .hazard(Hazard.DATA_DEPENDENT)
                .inOwnTransaction()
                .takesLong()
                .build();
    }
}
