// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which types hold the rows of which tables and views, and how names and values are to be taken. Immutable.
 *
 * <pre>{@code
 * AlignmentMapping.of("memories", Memory.class).and("users", User.class).ignoring("users", "api_key_hash")
 * }</pre>
 */
public final class AlignmentMapping {
    private final List<Entry> entries;
    private final Naming naming;
    private final Conventions conventions;
    private final SortedMap<String, SortedSet<String>> ignored;
    private final Severity failOn;

    /**
     * A type and the table or view that it holds rows of.
     *
     * @param relation the name, with its schema where that is not plain
     * @param type the name of the class, with its package
     */
    public record Entry(String relation, String type) {}

    private AlignmentMapping(
            List<Entry> entries,
            Naming naming,
            Conventions conventions,
            SortedMap<String, SortedSet<String>> ignored,
            Severity failOn) {
        this.entries = List.copyOf(entries);
        this.naming = naming;
        this.conventions = conventions;
        this.ignored = ignored;
        this.failOn = failOn;
    }

    /** Returns a mapping of nothing. */
    public static AlignmentMapping none() {
        return new AlignmentMapping(List.of(), Naming.SNAKE_CASE, Conventions.NONE, new TreeMap<>(), Severity.ERROR);
    }

    /** Returns the mapping of one table or view. */
    public static AlignmentMapping of(String relation, Class<?> type) {
        return none().and(relation, type);
    }

    /** Returns the same with another table or view; several types may hold rows of one. */
    public AlignmentMapping and(String relation, Class<?> type) {
        return and(relation, type.getName());
    }

    /** Returns the same with another table or view, and a type that is found by its name. */
    public AlignmentMapping and(String relation, String type) {
        List<Entry> all = new ArrayList<>(entries);
        all.add(new Entry(relation, type));
        return new AlignmentMapping(all, naming, conventions, ignored, failOn);
    }

    /** Returns the same without any table or view. */
    public AlignmentMapping withoutEntries() {
        return new AlignmentMapping(List.of(), naming, conventions, ignored, failOn);
    }

    /** Returns the same with another rule for names; snake case is the usual one. */
    public AlignmentMapping with(Naming other) {
        return new AlignmentMapping(entries, other, conventions, ignored, failOn);
    }

    /** Returns the same with other conventions; nothing is agreed upon by default. */
    public AlignmentMapping with(Conventions other) {
        return new AlignmentMapping(entries, naming, other, ignored, failOn);
    }

    /** Returns the same, not aligned from another severity on; by default from {@link Severity#ERROR}. */
    public AlignmentMapping failingOn(Severity other) {
        return new AlignmentMapping(entries, naming, conventions, ignored, other);
    }

    /**
     * Returns the same where some columns, or fields, of a table or view are left out on purpose.
     *
     * @param relation as it stands in the mapping
     */
    public AlignmentMapping ignoring(String relation, String... columnsOrFields) {
        SortedMap<String, SortedSet<String>> all = new TreeMap<>();
        ignored.forEach((name, names) -> all.put(name, new TreeSet<>(names)));
        all.computeIfAbsent(relation, k -> new TreeSet<>()).addAll(List.of(columnsOrFields));
        return new AlignmentMapping(entries, naming, conventions, all, failOn);
    }

    /** Returns the types with their tables and views, in order. */
    public List<Entry> entries() {
        return entries;
    }

    Naming naming() {
        return naming;
    }

    Conventions conventions() {
        return conventions;
    }

    Severity failOn() {
        return failOn;
    }

    boolean ignores(String relation, String name) {
        SortedSet<String> names = ignored.get(relation);
        return names != null && names.contains(name);
    }
}
