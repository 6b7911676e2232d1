// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Table;
import dev.plumbline.catalog.Taken;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.change.ConstraintStatements;
import dev.plumbline.postgres.change.KeyIndex;
import dev.plumbline.postgres.change.Passage;
import dev.plumbline.postgres.change.Passages;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The indexes, keys and foreign keys that a parent has and a table that it gets as a partition has not. Attaching the table would
 * make them under its lock; made before, without blocking anyone, they become the parent's parts (PostgreSQL documentation,
 * ALTER TABLE, ATTACH PARTITION).
 */
final class LackingParts {
    private static final int FOREIGN_KEY_TO_PARTITIONED = 18;

    private final Action attachment;
    private final ObjectKey table;
    private final ObjectKey parent;
    private final Scene scene;
    private final List<Action> actions = new ArrayList<>();
    private final SortedSet<ObjectKey> made = new TreeSet<>();

    LackingParts(Action attachment, ObjectKey parent, Scene scene) {
        this.attachment = attachment;
        this.table = attachment.object();
        this.parent = parent;
        this.scene = scene;
        if (isAlone(table, scene)) {
            checks(table, scene).forEach(this::validated);
        }
        if (stands()) {
            lacking(table, scene).stream().filter(this::isNameFree).forEach(this::make);
        }
    }

    /** Returns the statements among those between leaving and joining that are not needed, because it is done more gently. */
    static List<String> instead(ObjectKey table, Scene scene) {
        return isAlone(table, scene)
                ? checks(table, scene).stream()
                        .flatMap(check -> ConstraintStatements.add(check).stream())
                        .toList()
                : List.of();
    }

    /** Returns the checks of the parent that it has not, each of which holds for rows that are there. */
    private static List<Constraint> checks(ObjectKey table, Scene scene) {
        return lacking(table, scene).stream()
                .filter(Constraint.class::isInstance)
                .map(Constraint.class::cast)
                .filter(constraint -> constraint.type() == ConstraintType.CHECK && constraint.validated())
                .toList();
    }

    /** Returns what makes them. */
    List<Action> actions() {
        return actions;
    }

    /** Returns the places in the order at which they are there. */
    SortedSet<ObjectKey> made() {
        return made;
    }

    private static List<SchemaObject> lacking(ObjectKey table, Scene scene) {
        Table from = scene.actual().find(table, Table.class).orElseThrow();
        Table to = scene.desired().find(table, Table.class).orElseThrow();
        return new Passage(scene.gap(), from, to).lacking();
    }

    /** What leaves another parent for this one does so in one transaction. */
    private static boolean isAlone(ObjectKey table, Scene scene) {
        return scene.actual()
                .find(table, Table.class)
                .flatMap(Table::partitionOf)
                .isEmpty();
    }

    /** The parent's own parts are as they will be, and the table has no partitions and comes from nowhere else. */
    private boolean stands() {
        return !scene.isPartitioned(table)
                && scene.isInUse(parent)
                && isAlone(table, scene)
                && scene.desired().children(parent).stream()
                        .filter(part -> part.kind() == ObjectKind.INDEX || part.kind() == ObjectKind.CONSTRAINT)
                        .allMatch(scene::isUntouched);
    }

    private boolean isNameFree(SchemaObject part) {
        ObjectKey key = part.key();
        return !scene.actual().contains(key)
                && !scene.actual().contains(ObjectKey.of(ObjectKind.INDEX, key.schema(), key.name()))
                && !scene.actual().contains(ObjectKey.of(ObjectKind.TABLE, key.schema(), key.name()));
    }

    private void make(SchemaObject part) {
        if (part instanceof Index index && index.valid()) {
            Action create = builder(part)
                    .sql(ConstraintStatements.create(index))
                    .hazards(index.unique() ? Set.of(Hazard.DATA_DEPENDENT) : Set.of())
                    .achieves(done(part))
                    .build();
            actions.addAll(ConcurrentIndexBuild.concurrently(create));
        } else if (part instanceof Constraint constraint && KeyIndex.isOf(constraint)) {
            key(constraint);
        } else if (part instanceof Constraint constraint
                && constraint.type() == ConstraintType.FOREIGN_KEY
                && constraint.validated()
                && isKnown(constraint)) {
            validated(constraint);
        }
    }

    private boolean isKnown(Constraint constraint) {
        return constraint.references().filter(scene::isInUse).isPresent()
                && (scene.desired().product().majorVersion() >= FOREIGN_KEY_TO_PARTITIONED
                        || constraint.references().filter(scene::isPartitioned).isEmpty());
    }

    private void key(Constraint constraint) {
        KeyIndex index = new KeyIndex(constraint);
        String name = constraint.key().name();
        ObjectKey built = KeyByIndex.built(constraint);
        actions.add(builder(constraint)
                .sql(index.build(name))
                .follows(keysBefore(constraint))
                .hazard(Hazard.DATA_DEPENDENT)
                .achieves(built)
                .concurrently()
                .build());
        actions.add(Action.of(Verb.CREATE, constraint.key())
                .because("the index of " + constraint.key() + " is built")
                .sql(index.add(name))
                .follows(Set.of(built))
                .achieves(done(constraint))
                .build());
    }

    /**
     * Keys of the parent, in their order, take the oldest index of their columns, one for another kind of key too ({@code
     * AttachPartitionEnsureIndexes} in {@code tablecmds.c}).
     */
    private Set<ObjectKey> keysBefore(Constraint constraint) {
        return lacking(table, scene).stream()
                .filter(this::isNameFree)
                .filter(Constraint.class::isInstance)
                .map(Constraint.class::cast)
                .filter(other -> KeyIndex.isOf(other)
                        && other.columns().equals(constraint.columns())
                        && whole(other).compareTo(whole(constraint)) < 0)
                .map(LackingParts::lacked)
                .collect(Collectors.toSet());
    }

    private static ObjectKey whole(Constraint part) {
        return part.taken().map(Taken::by).orElse(part.key());
    }

    /** Adds a constraint for new rows, then for those that are there. */
    private void validated(Constraint constraint) {
        ObjectKey added = constraint.key().child(ObjectKind.CONSTRAINT, "added");
        List<String> add = ConstraintStatements.add(constraint);
        actions.add(builder(constraint)
                .sql(add.getFirst() + " NOT VALID")
                .achieves(added)
                .build());
        actions.add(Action.of(Verb.ALTER, constraint.key())
                .because("the rows that were there before are checked without blocking anyone")
                .sql(ConstraintStatements.validate(constraint))
                .hazard(Hazard.DATA_DEPENDENT)
                .inOwnTransaction()
                .takesLong()
                .follows(Set.of(added))
                .achieves(done(constraint))
                .build());
    }

    private Action.Builder builder(SchemaObject part) {
        return Action.of(Verb.CREATE, part.key())
                .because(table + " lacks what " + parent + " has")
                .follows(BoundsProof.columns(attachment.follows()))
                .follows(Set.of(Passages.left(table)));
    }

    private ObjectKey done(SchemaObject part) {
        ObjectKey key = lacked(part);
        made.add(key);
        return key;
    }

    private static ObjectKey lacked(SchemaObject part) {
        return part.key().child(ObjectKind.INDEX, "lacked");
    }
}
