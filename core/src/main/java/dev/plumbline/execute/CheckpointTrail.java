// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.FingerprintWalk;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.plan.Checkpoint;
import dev.plumbline.plan.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The checkpoints of a proof, found with as few looks at the catalog as can be: reading it costs as much as the whole schema is
 * large, and a plan that builds a thousand indexes one by one has a thousand groups.
 *
 * <p>Groups of one step each, about different objects none of which lies below another, are passed without a look. What has
 * changed at the end of such a stretch is then laid to the step that was about it, and the catalogs in between follow. Where a
 * change can be laid to none of them, nothing is supposed: the proof is made again, with a look after each group.
 */
final class CheckpointTrail {
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private final Catalog desired;
    private final boolean everyGroup;
    private final Map<ObjectKey, Step> passed = new LinkedHashMap<>();
    /** The objects of the steps that were passed, and all that they lie below. */
    private final Set<ObjectKey> abovePassed = new HashSet<>();

    private Catalog reached;

    /**
     * Begins one.
     *
     * @param start the catalog before the first group
     * @param desired the catalog after the last
     * @param everyGroup whether each group is followed by a look
     */
    CheckpointTrail(Catalog start, Catalog desired, boolean everyGroup) {
        this.reached = start;
        this.desired = desired;
        this.everyGroup = everyGroup;
    }

    /** Returns the catalog at the last look. */
    Catalog reached() {
        return reached;
    }

    List<Checkpoint> checkpoints() {
        return checkpoints;
    }

    /**
     * Returns whether a group can be passed without a look after it.
     *
     * @param next the group behind it; absent behind the last
     */
    boolean passes(List<Step> group, Optional<List<Step>> next) {
        if (everyGroup || !isAlone(group) || next.isEmpty() || !isAlone(next.get())) {
            return false;
        }
        Step step = group.getFirst();
        passed.put(step.object(), step);
        abovePassed.addAll(lineage(step.object()));
        ObjectKey following = next.get().getFirst().object();
        return !abovePassed.contains(following) && lineage(following).stream().noneMatch(passed::containsKey);
    }

    /** Whether it is one step by itself, about an object that either catalog knows. */
    private boolean isAlone(List<Step> group) {
        return group.size() == 1 && !lineage(group.getFirst().object()).isEmpty();
    }

    /** An object and what it lies below; empty where neither catalog has it. */
    private Set<ObjectKey> lineage(ObjectKey key) {
        return lineage(key, reached, desired);
    }

    private static Set<ObjectKey> lineage(ObjectKey key, Catalog one, Catalog other) {
        Set<ObjectKey> line = new LinkedHashSet<>();
        Optional<SchemaObject> object = one.find(key).or(() -> other.find(key));
        while (object.isPresent() && line.add(object.get().key())) {
            object = object.get().parent().flatMap(parent -> one.find(parent).or(() -> other.find(parent)));
        }
        return line;
    }

    /**
     * Takes the catalog after a group, and what follows from it about those that were passed before.
     *
     * @param last the last step of the group
     * @return whether all that has changed could be laid to a step
     */
    boolean look(Step last, Catalog now) {
        if (!passed.isEmpty()) {
            passed.put(last.object(), last);
            Map<Step, List<ObjectKey>> changes = new LinkedHashMap<>();
            for (ObjectKey key : changed(now)) {
                Optional<Step> owner = lineage(key, now, reached).stream()
                        .filter(passed::containsKey)
                        .findFirst()
                        .map(passed::get);
                if (owner.isEmpty()) {
                    return false;
                }
                changes.computeIfAbsent(owner.get(), step -> new ArrayList<>()).add(key);
            }
            passed.remove(last.object());
            FingerprintWalk way = reached.walkTo(now);
            passed.values()
                    .forEach(step -> checkpoints.add(
                            new Checkpoint(step.number(), way.take(changes.getOrDefault(step, List.of())))));
            passed.clear();
            abovePassed.clear();
        }
        checkpoints.add(new Checkpoint(last.number(), now.fingerprint()));
        reached = now;
        return true;
    }

    private List<ObjectKey> changed(Catalog now) {
        Set<ObjectKey> keys = new LinkedHashSet<>(reached.keys());
        keys.addAll(now.keys());
        return keys.stream()
                .filter(key -> !reached.contains(key)
                        || !now.contains(key)
                        || !reached.fingerprint(key).equals(now.fingerprint(key)))
                .toList();
    }
}
