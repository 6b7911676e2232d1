// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.PartitionOf;
import dev.plumbline.catalog.Table;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.change.Recreation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a technique sees: both sides, what becomes of every object, and the actions that the plan would have without it. */
public final class Scene {
    private final Gap gap;
    private final Recreation recreation;
    private final Map<ObjectKey, Action> drops = new HashMap<>();
    private final Map<ObjectKey, Action> alterations = new HashMap<>();
    private final Map<ObjectKey, Action> creations = new HashMap<>();
    private final Map<ObjectKey, Action> conversions = new HashMap<>();

    /** Sorts the actions by what they do. */
    public Scene(Gap gap, Recreation recreation, Iterable<Action> actions) {
        this.gap = gap;
        this.recreation = recreation;
        actions.forEach(action -> {
            if (action.verb() == Verb.DROP) {
                drops.put(action.object(), action);
            } else if (action.verb() == Verb.ALTER) {
                alterations.putIfAbsent(action.object(), action);
            } else if (action.verb() == Verb.CONVERT) {
                conversions.put(action.object(), action);
            } else if (action.verb() == Verb.CREATE) {
                creations.putIfAbsent(action.object(), action);
            }
        });
    }

    /** Returns the catalog as it is. */
    public Catalog actual() {
        return gap.actual();
    }

    /** Returns the catalog as it is to be. */
    Catalog desired() {
        return gap.desired();
    }

    /** Returns both catalogs and what differs. */
    Gap gap() {
        return gap;
    }

    /** Returns what becomes of each object. */
    Recreation recreation() {
        return recreation;
    }

    /** Returns the action that drops an object by itself. */
    Optional<Action> drop(ObjectKey key) {
        return Optional.ofNullable(drops.get(key));
    }

    /** Returns the action that alters an object in place; of several the first. */
    Optional<Action> alteration(ObjectKey key) {
        return Optional.ofNullable(alterations.get(key));
    }

    /** Returns whether the values of a column are changed by a step of their own. */
    boolean isConverted(ObjectKey column) {
        return conversions.containsKey(column);
    }

    /** Returns the step of its own that changes the values of a column. */
    Optional<Action> conversion(ObjectKey column) {
        return Optional.ofNullable(conversions.get(column));
    }

    /** Returns the action that makes an object; of several the first. */
    Optional<Action> creation(ObjectKey key) {
        return Optional.ofNullable(creations.get(key));
    }

    /** Returns whether a relation is in use before and after, so that applications may be waiting for it. */
    boolean isInUse(ObjectKey relation) {
        return actual().contains(relation)
                && desired().contains(relation)
                && !recreation.dropped().contains(relation);
    }

    /** Returns whether a table is partitioned: the server has no concurrent builds and few NOT VALID forms for those. */
    boolean isPartitioned(ObjectKey table) {
        return actual().find(table, Table.class).flatMap(Table::partitioning).isPresent();
    }

    /** Returns the parent of a partition that stays one. */
    Optional<ObjectKey> parent(ObjectKey table) {
        return desired().find(table, Table.class).flatMap(Table::partitionOf).map(PartitionOf::parent);
    }

    /** Returns whether an object is the same on both sides and nothing is done to it. */
    boolean isUntouched(ObjectKey key) {
        return desired().contains(key)
                && !recreation.dropped().contains(key)
                && !recreation.altered().containsKey(key);
    }

    /** Returns whether it is untouched, and no type that is replaced under it touches it either. */
    boolean isStill(ObjectKey key) {
        return isUntouched(key)
                && !recreation.isSwapped(key)
                && recreation.swaps().stream().noneMatch(swap -> swap.columns().contains(key));
    }
}
