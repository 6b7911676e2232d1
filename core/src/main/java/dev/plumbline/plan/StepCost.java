// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a step was seen to do when it was executed on a scratch database: not a guess.
 *
 * @param locks the strongest lock on each relation, ACCESS SHARE left out, strongest first; an index is named where its
 *     lock is stronger than its table's
 * @param rewrites tables and materialized views whose storage was replaced
 * @param scans tables that were read from end to end and not rewritten
 * @param rebuilds indexes whose storage was replaced, those of rewritten tables too
 * @param builds tables on which an index was built that was not there before
 * @param unseen what could not be observed and why, as a sentence without its full stop; empty where all was seen
 * @param sizes how large the relations are on the live database that was asked, if one was, in the order of their names
 * @param takes how long it takes there; empty where that is short, or no live database was asked
 */
public record StepCost(
        List<RelationLock> locks,
        List<String> rewrites,
        List<String> scans,
        List<String> rebuilds,
        List<String> builds,
        Optional<String> unseen,
        List<RelationSize> sizes,
        Optional<TimeRange> takes) {
    public StepCost {
        locks = List.copyOf(locks);
        rewrites = List.copyOf(rewrites);
        scans = List.copyOf(scans);
        rebuilds = List.copyOf(rebuilds);
        builds = List.copyOf(builds);
        sizes = List.copyOf(sizes);
    }

    /** Creates a cost of which all was seen, and in which no index was rebuilt. */
    public StepCost(List<RelationLock> locks, List<String> rewrites, List<String> scans) {
        this(locks, rewrites, scans, List.of(), List.of(), Optional.empty());
    }

    /** Creates a cost as it was seen, which no live database was asked about yet. */
    public StepCost(
            List<RelationLock> locks,
            List<String> rewrites,
            List<String> scans,
            List<String> rebuilds,
            List<String> builds,
            Optional<String> unseen) {
        this(locks, rewrites, scans, rebuilds, builds, unseen, List.of(), Optional.empty());
    }

    /** Returns the same cost with what it means on a live database. */
    public StepCost with(List<RelationSize> live, Optional<TimeRange> time) {
        return new StepCost(locks, rewrites, scans, rebuilds, builds, unseen, live, time);
    }

    /** Returns the same cost without relations that nobody uses yet, because the plan itself made them. */
    public StepCost without(Set<String> relations) {
        return new StepCost(
                locks.stream()
                        .filter(lock -> !relations.contains(lock.relation()))
                        .toList(),
                rewrites.stream().filter(name -> !relations.contains(name)).toList(),
                scans.stream().filter(name -> !relations.contains(name)).toList(),
                rebuilds.stream().filter(name -> !relations.contains(name)).toList(),
                builds.stream().filter(name -> !relations.contains(name)).toList(),
                unseen);
    }

    /** Returns what this and another statement of the same step cost together. */
    public StepCost and(StepCost other) {
        TreeMap<String, RelationLock> strongest = new TreeMap<>();
        for (List<RelationLock> some : List.of(locks, other.locks)) {
            some.forEach(lock -> strongest.merge(
                    lock.relation(), lock, (one, two) -> one.mode().compareTo(two.mode()) >= 0 ? one : two));
        }
        TreeSet<String> written = union(rewrites, other.rewrites);
        TreeSet<String> read = union(scans, other.scans);
        read.removeAll(written);
        return new StepCost(
                strongest.values().stream()
                        .sorted((one, two) -> two.mode().compareTo(one.mode()))
                        .toList(),
                List.copyOf(written),
                List.copyOf(read),
                List.copyOf(union(rebuilds, other.rebuilds)),
                List.copyOf(union(builds, other.builds)),
                unseen.or(other::unseen));
    }

    private static TreeSet<String> union(List<String> some, List<String> more) {
        TreeSet<String> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }

    /**
     * Returns the tables that are read from end to end under a lock that keeps out whoever writes, and are so large on the live
     * database that this is not over in a moment; none where no live database was asked.
     */
    public List<String> longBlockingScans() {
        return scans.stream()
                .filter(table -> holds(table, LockMode.SHARE))
                .filter(table -> sizes.stream()
                        .anyMatch(size -> size.relation().equals(table) && size.bytes() >= WorkRate.NOTABLE))
                .toList();
    }

    /** Returns whether the relation was locked in that mode or a stronger one. */
    public boolean holds(String relation, LockMode atLeast) {
        return locks.stream()
                .anyMatch(
                        lock -> lock.relation().equals(relation) && lock.mode().compareTo(atLeast) >= 0);
    }
}
