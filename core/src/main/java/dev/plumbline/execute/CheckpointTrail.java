// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.FingerprintWalk;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.plan.Checkpoint;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.TransactionMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedSet;

/**
 * The checkpoints of a proof, found with as few looks at the catalog as can be: reading it costs as much as the whole schema is
 * large, and a plan that builds a thousand indexes one by one has a thousand groups.
 *
 * <p>Groups that may change nothing that another one of them may change are passed without a look. What has changed at the end of such
 * a stretch is then laid to the group that may have changed it, and the catalogs in between follow. Where that is none of them,
 * nothing is supposed: the proof is made again, with a look after each group. Batches change rows and nothing else: the catalog
 * behind them is the one before.
 */
final class CheckpointTrail {
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private final Footprints footprints;
    private final boolean everyGroup;

    /** The groups since the last look that change the schema, by the numbers of their last steps. */
    private final Stretch stretch = new Stretch();

    /** The footprints that were taken since the last look, by the numbers of their groups' last steps. */
    private final Map<Integer, Footprint> taken = new HashMap<>();

    /** The last steps of the groups that were passed, in order. */
    private final List<Integer> passed = new ArrayList<>();

    private Catalog reached;

    /**
     * Begins one.
     *
     * @param start the catalog before the first group
     * @param desired the catalog after the last
     * @param everyGroup whether each group that changes the schema is followed by a look
     */
    CheckpointTrail(Catalog start, Catalog desired, boolean everyGroup) {
        this.reached = start;
        this.footprints = new Footprints(start, desired);
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
     * @param rest the groups behind it, in order
     */
    boolean passes(List<Step> group, List<List<Step>> rest) {
        if (rest.isEmpty()) {
            return false;
        }
        boolean passes = changesRowsOnly(group) || (!everyGroup && isApart(group, rest));
        if (passes) {
            passed.add(group.getLast().number());
        }
        return passes;
    }

    private static boolean changesRowsOnly(List<Step> group) {
        return group.stream().allMatch(step -> step.mode() == TransactionMode.BATCHES);
    }

    /** Notes a group, and returns whether the next one that changes the schema has to do with none of those before. */
    private boolean isApart(List<Step> group, List<List<Step>> rest) {
        stretch.add(group.getLast().number(), footprint(group));
        Optional<Footprint> next = rest.stream()
                .filter(following -> !changesRowsOnly(following))
                .findFirst()
                .map(this::footprint);
        return next.isPresent() && stretch.isApartFrom(next.get());
    }

    /** Each is asked for as the next one, and again as the one that was carried out. */
    private Footprint footprint(List<Step> group) {
        return taken.computeIfAbsent(group.getLast().number(), number -> footprints.of(group, reached));
    }

    /**
     * Takes the catalog after a group, and what follows from it about those that were passed before.
     *
     * @return whether all that has changed could be laid to a group
     */
    boolean look(List<Step> group, Catalog now) {
        int end = group.getLast().number();
        SequencedSet<ObjectKey> changed = now.changesSince(reached);
        Map<Integer, List<ObjectKey>> changes = new HashMap<>();
        if (!stretch.isOnly(end)) {
            stretch.add(end, footprint(group));
            for (ObjectKey key : changed) {
                SortedSet<Integer> owners = owners(key, now);
                if (owners.size() != 1) {
                    return false;
                }
                changes.computeIfAbsent(owners.getFirst(), number -> new ArrayList<>())
                        .add(key);
            }
        }
        if (!passed.isEmpty()) {
            FingerprintWalk way = reached.walkTo(now);
            passed.forEach(number ->
                    checkpoints.add(new Checkpoint(number, way.take(changes.getOrDefault(number, List.of())))));
        }
        checkpoints.add(new Checkpoint(end, now.fingerprint()));
        passed.clear();
        stretch.clear();
        taken.clear();
        reached = now;
        return true;
    }

    /** Returns the groups that may have changed an object, or else what it is part of; by their last steps. */
    private SortedSet<Integer> owners(ObjectKey changed, Catalog now) {
        SortedSet<Integer> owners = stretch.changing(changed);
        Optional<ObjectKey> whole = parent(changed, now);
        while (owners.isEmpty() && whole.isPresent()) {
            owners = stretch.changing(whole.get());
            whole = parent(whole.get(), now);
        }
        return owners;
    }

    private Optional<ObjectKey> parent(ObjectKey key, Catalog now) {
        return now.find(key).or(() -> reached.find(key)).flatMap(SchemaObject::parent);
    }
}
