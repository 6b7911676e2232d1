// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.plan;

import dev.plumbline.gap.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a plan from a gap: breaks it into actions, sorts them once, and gives each its place. */
public final class Planner {
    private final ActionWriter writer;

    /** Creates a planner that writes in the language of one engine. */
    public Planner(ActionWriter writer) {
        this.writer = writer;
    }

    /**
     * Returns the steps that close the gap, in order.
     *
     * @param first actions that come before everything else: the declared renames
     * @param conversions what hints say about values; each runs where the schema it needs stands
     */
    public List<Step> steps(Gap gap, List<Action> first, List<Action> conversions) {
        List<Action> actions = writer.actions(gap, conversions);
        List<Action> order = new ArrayList<>(first);
        order.addAll(ActionGraph.sort(actions, gap.actual(), gap.desired(), writer));
        return number(order);
    }

    /** Returns the steps that close the gap, in order, when there are neither renames nor conversions. */
    public List<Step> steps(Gap gap) {
        return steps(gap, List.of(), List.of());
    }

    /** Returns the actions that close a gap, in order. */
    public List<Action> ordered(Gap gap) {
        return ActionGraph.sort(writer.actions(gap), gap.actual(), gap.desired(), writer);
    }

    /**
     * Returns some of a plan's actions in their order, without regard to the others.
     *
     * @param gap what the plan closes
     */
    public static List<Action> inOrder(List<Action> some, Gap gap, ActionWriter writer) {
        return ActionGraph.sort(some, gap.actual(), gap.desired(), writer.offline());
    }

    /** Returns whether a plan's actions can be brought into an order. */
    public static boolean haveOrder(List<Action> actions, Gap gap, ActionWriter writer) {
        return !ActionGraph.isCircular(actions, gap.actual(), gap.desired(), writer);
    }

    private static List<Step> number(List<Action> actions) {
        List<Step> steps = new ArrayList<>();
        for (Action action : actions) {
            // What the database does by itself (the column of a partition) only has a place in the order.
            if (action.statements().isEmpty()) {
                continue;
            }
            steps.add(new Step(
                    steps.size() + 1,
                    action.verb(),
                    action.object(),
                    action.statements(),
                    action.reason(),
                    action.hazards(),
                    action.loses(),
                    action.mode(),
                    action.timeouts(),
                    action.batch(),
                    Optional.empty()));
        }
        return steps;
    }
}
