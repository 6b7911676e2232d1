// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.SqliteTable;
import dev.plumbline.catalog.Table;
import dev.plumbline.gap.MissingTable.Tier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds the missing tables and gives each its tier. Partitions are told with their parent, not here. */
final class MissingTables {
    private final GapFacts facts;

    MissingTables(GapFacts facts) {
        this.facts = facts;
    }

    List<MissingTable> of(Gap gap) {
        return gap.changes(Change.Missing.class)
                .map(Change.Missing::desired)
                .filter(MissingTables::isBaseTable)
                .map(this::describe)
                .sorted(Comparator.comparing(MissingTable::tier)
                        .thenComparing(MissingTable::dependents, Comparator.reverseOrder())
                        .thenComparing(MissingTable::key))
                .toList();
    }

    private static boolean isBaseTable(SchemaObject object) {
        return switch (object) {
            case Table table -> table.partitionOf().isEmpty();
            case SqliteTable table -> true;
            default -> object.key().kind() == ObjectKind.VIRTUAL_TABLE;
        };
    }

    private MissingTable describe(SchemaObject table) {
        ObjectKey key = table.key();
        SortedSet<ObjectKey> referencedBy = new TreeSet<>();
        facts.foreignKeysTo(key).forEach(foreignKey -> referencedBy.add(facts.root(foreignKey)));
        SortedSet<ObjectKey> usedBy = new TreeSet<>(facts.routinesNaming(key));
        boolean readByPolicy = false;
        for (ObjectKey dependent : facts.outsideDependents(key)) {
            switch (dependent.kind()) {
                case FUNCTION, PROCEDURE, VIEW, MATERIALIZED_VIEW, TRIGGER, RULE -> usedBy.add(dependent);
                case POLICY -> {
                    usedBy.add(dependent);
                    readByPolicy = true;
                }
                default -> {}
            }
        }
        boolean ownSecurity = table instanceof Table t && t.rowSecurity();
        int dependents = facts.outsideDependents(key).size();
        Tier tier;
        List<String> reasons = new ArrayList<>();
        if (!referencedBy.isEmpty() || readByPolicy) {
            tier = Tier.FOUNDATION;
            if (!referencedBy.isEmpty()) {
                reasons.add("referenced by " + Names.some(referencedBy, 3));
            }
            if (readByPolicy) {
                reasons.add("policies of other tables read it");
            }
        } else if (!usedBy.isEmpty() || ownSecurity) {
            tier = Tier.LOGIC;
            if (!usedBy.isEmpty()) {
                reasons.add("used by " + Names.some(usedBy, 3));
            }
        } else {
            tier = Tier.LEAF;
            reasons.add(Tier.LEAF.rule());
        }
        if (ownSecurity) {
            reasons.add("has row-level security");
        }
        return new MissingTable(
                key,
                tier,
                columns(key),
                List.copyOf(referencedBy),
                List.copyOf(usedBy),
                dependents,
                String.join("; ", reasons));
    }

    private int columns(ObjectKey table) {
        return (int) facts.desired().children(table).stream()
                .filter(child -> child.kind() == ObjectKind.COLUMN)
                .count();
    }
}
