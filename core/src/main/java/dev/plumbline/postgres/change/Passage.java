// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.Heir;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.gap.Gap;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What becomes of constraints and indexes when a table leaves a parent or joins one. On leaving, it keeps as its own
 * what it had through the parent; on joining, what it has and the parent has too becomes the parent's part (PostgreSQL
 * documentation, ALTER TABLE, ATTACH PARTITION and DETACH PARTITION). So neither is built anew, nor dropped.
 */
public final class Passage {
    private final Heir table;
    private final SortedSet<ObjectKey> kept = new TreeSet<>();
    private final SortedSet<ObjectKey> absorbed = new TreeSet<>();
    private final List<String> between = new ArrayList<>();
    private final List<SchemaObject> lacking;
    private final StandIn standIn;
    private final boolean leaves;

    /** Looks at one table in both catalogs. */
    public Passage(Gap gap, Heir from, Heir to) {
        this.table = to;
        List<SchemaObject> leaving = new ArrayList<>(from.implied());
        List<SchemaObject> joining = new ArrayList<>(to.implied());
        List<SchemaObject> missing = own(gap.desired(), gap.actual());
        List<SchemaObject> extra = own(gap.actual(), gap.desired());
        pair(leaving, joining, (was, is) -> {});
        pair(leaving, missing, (was, is) -> kept.add(is.key()));
        pair(extra, joining, (was, is) -> absorbed.add(was.key()));
        this.lacking = List.copyOf(joining);
        leaving.forEach(left -> between.add(drop(left)));
        ParentChange parents = ParentChange.of(from, to, gap.actual(), gap.desired());
        this.leaves =
                !from.partitionOf().equals(to.partitionOf()) || !parents.left().isEmpty();
        this.standIn = new StandIn(gap, from, to, lacking);
        // A partition is given what it lacks but for checks.
        joining.forEach(part -> {
            if (part instanceof Constraint constraint
                    && constraint.type() == ConstraintType.CHECK
                    && !standIn.checks().contains(constraint)) {
                between.addAll(ConstraintStatements.add(constraint));
            }
        });
        Set<ObjectKey> takenAlong = standIn.takenAlong();
        int version = gap.desired().product().majorVersion();
        gap.desired().children(table.key()).stream()
                .filter(key -> !takenAlong.contains(key))
                // That of a parent which stays keeps its name: "cannot rename inherited constraint".
                .filter(key -> parents.stays().stream()
                        .flatMap(parent ->
                                gap.actual().find(parent.child(ObjectKind.COLUMN, key.name()), Column.class).stream())
                        .noneMatch(Column::notNull))
                .forEach(key -> gap.actual()
                        .find(key, Column.class)
                        .ifPresent(before -> gap.desired()
                                .find(key, Column.class)
                                .ifPresent(after -> between.addAll(NotNull.renamed(before, after, version)))));
    }

    private List<SchemaObject> own(Catalog catalog, Catalog other) {
        List<SchemaObject> own = new ArrayList<>();
        for (ObjectKey key : catalog.children(table.key())) {
            if (!other.contains(key) && (key.kind() == ObjectKind.INDEX || key.kind() == ObjectKind.CONSTRAINT)) {
                own.add(catalog.object(key));
            }
        }
        return own;
    }

    /** Takes from both lists what is of one form, by name first, and says what is to be said of the pair. */
    private void pair(List<SchemaObject> from, List<SchemaObject> to, Pair pair) {
        for (boolean byName : new boolean[] {true, false}) {
            for (SchemaObject was : List.copyOf(from)) {
                Optional<SchemaObject> same = to.stream()
                        .filter(is -> was.key().equals(is.key()) == byName && isSame(was, is))
                        .findFirst();
                if (same.isPresent()) {
                    from.remove(was);
                    to.remove(same.get());
                    if (!byName) {
                        between.add(rename(was, same.get().key()));
                    }
                    pair.found(was, same.get());
                }
            }
        }
    }

    @FunctionalInterface
    private interface Pair {
        void found(SchemaObject was, SchemaObject is);
    }

    private static boolean isSame(SchemaObject one, SchemaObject other) {
        if (one instanceof Constraint first && other instanceof Constraint second) {
            return first.type() == second.type()
                    && first.definition().equals(second.definition())
                    && first.validated() == second.validated()
                    && first.valid() == second.valid()
                    && first.clustered() == second.clustered()
                    && first.indexOptions().equals(second.indexOptions());
        }
        return one instanceof Index first
                && other instanceof Index second
                && behindName(first).equals(behindName(second))
                && first.valid() == second.valid()
                && first.clustered() == second.clustered()
                && first.options().equals(second.options())
                && first.statistics().equals(second.statistics());
    }

    private static String behindName(Index index) {
        return (index.unique() ? "UNIQUE" : "")
                + index.definition().substring(index.definition().indexOf(" ON "));
    }

    private String rename(SchemaObject was, ObjectKey to) {
        String names = Sql.name(was.key().name()) + " TO " + Sql.name(to.name());
        return was instanceof Constraint
                ? "ALTER TABLE " + Sql.of(table.key()) + " RENAME CONSTRAINT " + names
                : "ALTER INDEX " + Sql.of(was.key()) + " RENAME TO " + Sql.name(to.name());
    }

    private static String drop(SchemaObject left) {
        return left instanceof Constraint constraint
                ? ConstraintStatements.drop(constraint, false)
                : "DROP INDEX " + Sql.of(left.key());
    }

    /** Returns the desired objects that the table keeps from the parent that it leaves. */
    SortedSet<ObjectKey> kept() {
        return kept;
    }

    /** Returns the actual objects that become part of those of the parent that it joins. */
    SortedSet<ObjectKey> absorbed() {
        return absorbed;
    }

    /** Returns what the parent gives the table when that joins, because it has nothing like it. */
    public List<SchemaObject> lacking() {
        return lacking;
    }

    /** Returns whether it leaves a parent, or its bounds. */
    boolean leaves() {
        return leaves;
    }

    /** Returns the parent that it has on its way. */
    StandIn standIn() {
        return standIn;
    }

    /** Returns what is to be done after it has left and before it joins. */
    List<String> between() {
        return between;
    }
}
