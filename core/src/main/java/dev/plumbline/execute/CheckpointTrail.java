// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.FingerprintWalk;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.plan.Checkpoint;
import dev.plumbline.plan.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The checkpoints of a proof, found with as few looks at the catalog as can be: reading it costs as much as the whole schema is
 * large, and a plan that builds a thousand indexes one by one has a thousand groups.
 *
 * <p>Groups about different objects none of which lies below one of another group are passed without a look. What has
 * changed at the end of such a stretch is then laid to the group that was about it, and the catalogs in between follow. Where a
 * change can be laid to none of them, nothing is supposed: the proof is made again, with a look after each group.
 */
final class CheckpointTrail {
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private final Catalog desired;
    private final boolean everyGroup;

    /** The objects of the groups of the stretch, each with the number of its group's last step. */
    private final Map<ObjectKey, Integer> about = new HashMap<>();

    /** These, and all that they lie below. */
    private final Set<ObjectKey> aboveThem = new HashSet<>();

    /** The last steps of the groups that were passed, in order. */
    private final List<Integer> passed = new ArrayList<>();

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
        if (everyGroup || next.isEmpty() || !areKnown(group) || !areKnown(next.get())) {
            return false;
        }
        add(group);
        boolean apart = next.get().stream()
                .map(Step::object)
                .noneMatch(following -> aboveThem.contains(following)
                        || lineage(following).stream().anyMatch(about::containsKey));
        if (apart) {
            passed.add(group.getLast().number());
        }
        return apart;
    }

    private void add(List<Step> group) {
        int end = group.getLast().number();
        for (Step step : group) {
            about.put(step.object(), end);
            aboveThem.addAll(lineage(step.object()));
        }
    }

    /** Whether either catalog knows what its steps are about. */
    private boolean areKnown(List<Step> group) {
        return group.stream().noneMatch(step -> lineage(step.object()).isEmpty());
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
     * @return whether all that has changed could be laid to a group
     */
    boolean look(List<Step> group, Catalog now) {
        int end = group.getLast().number();
        if (!passed.isEmpty()) {
            add(group);
            Map<Integer, List<ObjectKey>> changes = new HashMap<>();
            for (ObjectKey key : changed(now)) {
                Optional<Integer> owner = lineage(key, now, reached).stream()
                        .filter(about::containsKey)
                        .findFirst()
                        .map(about::get);
                if (owner.isEmpty()) {
                    return false;
                }
                changes.computeIfAbsent(owner.get(), number -> new ArrayList<>())
                        .add(key);
            }
            FingerprintWalk way = reached.walkTo(now);
            passed.forEach(number ->
                    checkpoints.add(new Checkpoint(number, way.take(changes.getOrDefault(number, List.of())))));
        }
        passed.clear();
        about.clear();
        aboveThem.clear();
        checkpoints.add(new Checkpoint(end, now.fingerprint()));
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
