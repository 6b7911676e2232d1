// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.change.KeyIndex;
import dev.plumbline.postgres.change.Scaffold;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A unique or primary key of a table in use that becomes another has the new index built beside it; then one goes and the
 * other comes in one short transaction, so that the table is never without a key.
 */
record KeyReplacement() implements Technique {
    @Override
    public Optional<List<Action>> replace(Action action, Scene scene) {
        return switch (action.verb()) {
            case CREATE ->
                scene.desired()
                        .find(action.object(), Constraint.class)
                        .flatMap(to -> replaced(to, scene).map(from -> replace(action, from, to, scene)));
            case DROP ->
                scene.actual()
                        .find(action.object(), Constraint.class)
                        .filter(from -> successors(from, scene)
                                .anyMatch(to ->
                                        replaced(to, scene).filter(from::equals).isPresent()))
                        .map(from -> List.of());
            default -> Optional.empty();
        };
    }

    private static java.util.stream.Stream<Constraint> successors(Constraint from, Scene scene) {
        return scene.desired().children(from.on()).stream()
                .flatMap(key -> scene.desired().find(key, Constraint.class).stream());
    }

    /** Returns the key that goes when this one comes: that of its name, or the table's primary key. */
    static Optional<Constraint> replaced(Constraint to, Scene scene) {
        return candidate(to, scene).filter(from -> !isInCircle(to, scene));
    }

    /** Returns the key that would go, but for what other keys wait for. */
    private static Optional<Constraint> candidate(Constraint to, Scene scene) {
        if (!KeyIndex.isOf(to)
                || !scene.recreation().created().contains(to.key())
                || !scene.isInUse(to.on())
                || scene.isPartitioned(to.on())) {
            return Optional.empty();
        }
        Optional<Constraint> sameName = scene.actual().find(to.key(), Constraint.class);
        Optional<Constraint> primary = to.type() == ConstraintType.PRIMARY_KEY
                ? scene.actual().children(to.on()).stream()
                        .flatMap(key -> scene.actual().find(key, Constraint.class).stream())
                        .filter(constraint -> constraint.type() == ConstraintType.PRIMARY_KEY)
                        .findFirst()
                : Optional.empty();
        boolean ambiguous = sameName.isPresent() && primary.isPresent() && !sameName.equals(primary);
        return sameName.or(() -> primary)
                .filter(from -> !ambiguous)
                .filter(KeyIndex::isOf)
                .filter(from -> scene.recreation().dropped().contains(from.key()))
                .filter(from -> scene.drop(from.key()).isPresent())
                .filter(from -> !isClaimedByItsName(from, to, scene));
    }

    /** A key whose name another desired key takes goes for that one. */
    private static boolean isClaimedByItsName(Constraint from, Constraint to, Scene scene) {
        return !from.key().equals(to.key()) && scene.desired().contains(from.key());
    }

    /**
     * The index of a key is built when its columns have changed, and these change when the keys over them that go are gone: that of the
     * same place, where a column is in both, or one of another that waits for this one in turn.
     */
    private static boolean isInCircle(Constraint to, Scene scene) {
        Map<ObjectKey, Constraint> goes = new TreeMap<>();
        successors(to, scene).forEach(other -> candidate(other, scene).ifPresent(from -> goes.put(other.key(), from)));
        Set<ObjectKey> seen = new TreeSet<>();
        Deque<ObjectKey> ahead = new ArrayDeque<>(List.of(to.key()));
        while (!ahead.isEmpty()) {
            Set<ObjectKey> changed = new TreeSet<>(scene.desired().dependencies(ahead.remove()));
            changed.removeIf(scene::isStill);
            for (Map.Entry<ObjectKey, Constraint> other : goes.entrySet()) {
                boolean waits = scene.actual().dependencies(other.getValue().key()).stream()
                        .anyMatch(changed::contains);
                if (waits && other.getKey().equals(to.key())) {
                    return true;
                }
                if (waits && seen.add(other.getKey())) {
                    ahead.add(other.getKey());
                }
            }
        }
        return false;
    }

    private static List<Action> replace(Action create, Constraint from, Constraint to, Scene scene) {
        KeyIndex index = new KeyIndex(to);
        String beside = Scaffold.key(to.key().name());
        Action drop = scene.drop(from.key()).orElseThrow();
        ObjectKey built = KeyByIndex.built(to);
        List<String> swap = new ArrayList<>(drop.statements());
        swap.add(index.add(beside));
        swap.addAll(create.statements().subList(1, create.statements().size()));
        return List.of(
                Action.of(Verb.CREATE, to.key())
                        .because("the index of the new " + to.key() + " is built without blocking anyone")
                        .sql(index.build(beside))
                        .achieves(built)
                        .follows(scene.desired().dependencies(to.key()))
                        .hazards(create.hazards())
                        .concurrently()
                        .build(),
                Action.of(Verb.CREATE, to.key())
                        .because(from.key() + " makes way for " + to.key())
                        .sql(swap)
                        .achieves(create.achieves())
                        .releases(create.releases())
                        .releases(drop.releases())
                        .awaits(create.awaits())
                        .awaits(drop.awaits())
                        .follows(create.follows())
                        .follows(drop.follows())
                        .follows(Set.of(built))
                        .build());
    }
}
