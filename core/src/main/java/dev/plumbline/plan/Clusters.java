// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Numbered steps that were put in order once, and are now to be put in order cluster by cluster. Within a cluster they keep their
 * order. Clusters that would each have to come before the other become one.
 */
final class Clusters {
    /** The cluster that a step was joined to, or itself; followed until it stays the same. */
    private final int[] joined;

    private final List<int[]> edges = new ArrayList<>();

    /** Begins with each step, from 0, in a cluster of its own. */
    Clusters(int steps) {
        this.joined = IntStream.range(0, steps).toArray();
    }

    /** Returns the number of the cluster that a step is in, which is that of its first step. */
    int of(int step) {
        int cluster = step;
        while (joined[cluster] != cluster) {
            joined[cluster] = joined[joined[cluster]];
            cluster = joined[cluster];
        }
        return cluster;
    }

    /** Puts two steps into one cluster. */
    void join(int one, int other) {
        int first = Math.min(of(one), of(other));
        joined[Math.max(of(one), of(other))] = first;
    }

    /** Says that a step comes before another. */
    void before(int first, int second) {
        edges.add(new int[] {first, second});
    }

    /** Returns the steps of each cluster; of those that can come next the one that began first comes first. */
    List<List<Integer>> inOrder() {
        List<Cluster> clusters = linked();
        PriorityQueue<Cluster> ready = new PriorityQueue<>(Comparator.comparing((Cluster c) -> c.steps.first()));
        Set<Cluster> waiting = new LinkedHashSet<>(clusters);
        waiting.stream().filter(cluster -> cluster.earlier.isEmpty()).forEach(ready::add);
        List<List<Integer>> order = new ArrayList<>();
        while (!waiting.isEmpty()) {
            if (ready.isEmpty()) {
                Cluster whole = mergeCircle(waiting.iterator().next(), waiting);
                if (whole.earlier.isEmpty()) {
                    ready.add(whole);
                }
                continue;
            }
            Cluster next = ready.remove();
            waiting.remove(next);
            order.add(List.copyOf(next.steps));
            for (Cluster later : next.later) {
                later.earlier.remove(next);
                if (later.earlier.isEmpty()) {
                    ready.add(later);
                }
            }
        }
        return order;
    }

    private List<Cluster> linked() {
        Cluster[] clusters = new Cluster[joined.length];
        List<Cluster> all = new ArrayList<>();
        for (int step = 0; step < joined.length; step++) {
            int of = of(step);
            if (of == step) {
                clusters[step] = new Cluster();
                all.add(clusters[step]);
            }
            clusters[of].steps.add(step);
        }
        edges.forEach(edge -> clusters[of(edge[0])].before(clusters[of(edge[1])]));
        return all;
    }

    /** Where all wait, whoever goes back along what they wait for comes round: that circle is made one cluster. */
    private static Cluster mergeCircle(Cluster start, Set<Cluster> waiting) {
        LinkedHashSet<Cluster> way = new LinkedHashSet<>();
        Cluster at = start;
        while (way.add(at)) {
            at = at.earlier.iterator().next();
        }
        List<Cluster> circle = new ArrayList<>(way);
        circle = circle.subList(circle.indexOf(at), circle.size());
        for (Cluster other : circle) {
            if (other != at) {
                at.absorb(other);
                waiting.remove(other);
            }
        }
        return at;
    }

    private static final class Cluster {
        private final SortedSet<Integer> steps = new TreeSet<>();
        private final Set<Cluster> earlier = new LinkedHashSet<>();
        private final Set<Cluster> later = new LinkedHashSet<>();

        void before(Cluster other) {
            if (this != other) {
                later.add(other);
                other.earlier.add(this);
            }
        }

        void absorb(Cluster other) {
            steps.addAll(other.steps);
            other.earlier.forEach(cluster -> {
                cluster.later.remove(other);
                cluster.before(this);
            });
            other.later.forEach(cluster -> {
                cluster.earlier.remove(other);
                this.before(cluster);
            });
        }
    }
}
