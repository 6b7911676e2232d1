// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ForeignTable;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Table;
import dev.plumbline.catalog.Trigger;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The clones that a trigger of a partitioned table has on the partitions. They come and go with it, but each can be enabled by
 * itself (PostgreSQL documentation, ALTER TABLE, ENABLE TRIGGER).
 */
public final class TriggerClones {
    private TriggerClones() {}

    /**
     * Returns the partitions on which a trigger is to fire otherwise than by itself, and those below them. What is said of one
     * holds for all below it too, so that they come later.
     */
    public static List<ObjectKey> fromTheTop(SchemaObject object, Catalog catalog) {
        if (!(object instanceof Trigger trigger) || trigger.onPartitions().isEmpty()) {
            return List.of();
        }
        Map<ObjectKey, Integer> depths = new TreeMap<>();
        catalog.objects(Table.class)
                .filter(table -> isSaid(table, trigger, catalog))
                .forEach(table -> depths.put(table.key(), depth(table, catalog)));
        // A foreign table has nothing below it.
        catalog.objects(ForeignTable.class)
                .filter(table -> trigger.onPartitions().containsKey(Sql.of(table.key())))
                .forEach(table -> depths.put(table.key(), Integer.MAX_VALUE));
        return depths.keySet().stream()
                .sorted(Comparator.comparing(depths::get))
                .toList();
    }

    /** Returns what is said again on partitions that are made again, of triggers that stay: a new clone fires as its trigger does. */
    public static List<Action> restored(Gap gap, Recreation recreation) {
        List<Action> actions = new ArrayList<>();
        gap.desired()
                .objects(Trigger.class)
                .filter(trigger -> !recreation.created().contains(trigger.key())
                        && !recreation.altered().containsKey(trigger.key()))
                .forEach(trigger -> {
                    List<ObjectKey> partitions = fromTheTop(trigger, gap.desired());
                    if (partitions.stream().anyMatch(recreation.created()::contains)) {
                        actions.add(Action.of(Verb.ALTER, trigger.key())
                                .because("partitions of " + trigger.on() + " are made again")
                                .sql(ViewStatements.onPartitions(trigger, gap.desired()))
                                .follows(partitions)
                                .build());
                    }
                });
        return actions;
    }

    /** One below a partition that differs may fire as the trigger does, and must then be told so. */
    private static boolean isSaid(Table table, Trigger trigger, Catalog catalog) {
        boolean said = trigger.onPartitions().containsKey(Sql.of(table.key()));
        return said
                || table.partitionOf()
                        .flatMap(of -> catalog.find(of.parent(), Table.class))
                        .filter(parent -> isSaid(parent, trigger, catalog))
                        .isPresent();
    }

    private static int depth(Table table, Catalog catalog) {
        return table.partitionOf()
                .flatMap(of -> catalog.find(of.parent(), Table.class))
                .map(parent -> 1 + depth(parent, catalog))
                .orElse(0);
    }
}
