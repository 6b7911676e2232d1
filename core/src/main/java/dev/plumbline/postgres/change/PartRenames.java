// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Attachable;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Table;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Parts of indexes and keys that stay, on partitions, which are to have another name: they are renamed, and nothing is built. One that the
 * server makes with a new partition has the name that the server chooses, until it gets its own.
 */
public final class PartRenames {
    /**
     * One part.
     *
     * @param from as it is on the actual side, or as the server will make it
     * @param to as it is to be; an object of its own, or implied
     */
    private record Part(Attachable from, Attachable to, ObjectKey whole) {}

    private final Gap gap;
    private final Statements statements;
    private final List<Part> parts = new ArrayList<>();

    PartRenames(Gap gap, Statements statements) {
        this.gap = gap;
        this.statements = statements;
        gap.changes(Change.Missing.class).forEach(missing -> given(missing.desired()));
        gap.changes(Change.Extra.class).forEach(extra -> taken(extra.actual()));
    }

    /** A part is to have a name of its own, and its whole is there. */
    private void given(SchemaObject missing) {
        if (!(missing instanceof Attachable to) || to.taken().isEmpty()) {
            return;
        }
        ObjectKey whole = to.taken().get().by();
        if (!gap.actual().contains(whole)) {
            return;
        }
        Optional<Attachable> there = isStill(to.on())
                ? there(whole, to.on())
                : Optional.of(OwnParts.named(likeWhole(to, gap.desired()), key(to, PartNames.next(to, gap.actual()))));
        there.filter(from -> isRenamed(from, to)).ifPresent(from -> parts.add(new Part(from, to, whole)));
    }

    /** A part is to have the name that the server chose on the desired side. */
    private void taken(SchemaObject extra) {
        if (extra instanceof Attachable from && from.taken().isPresent()) {
            ObjectKey whole = from.taken().get().by();
            if (gap.desired().contains(whole)) {
                OwnParts.implied(whole, from.on(), gap.desired())
                        .filter(to -> isStill(to.on()) && isRenamed(from, to))
                        .ifPresent(to -> parts.add(new Part(from, to, whole)));
            }
        }
    }

    private Optional<Attachable> there(ObjectKey whole, ObjectKey partition) {
        return OwnParts.of(whole, partition, gap.actual())
                .filter(part -> !gap.desired().contains(part.key()))
                .or(() -> OwnParts.implied(whole, partition, gap.actual()));
    }

    private boolean isStill(ObjectKey partition) {
        return gap.actual().contains(partition) && !isMoved(partition, gap);
    }

    /** Returns whether a table of both sides is a partition of another one, or with other bounds, or no longer one. */
    static boolean isMoved(ObjectKey table, Gap gap) {
        Optional<Table> before = gap.actual().find(table, Table.class);
        return before.isPresent()
                && !before.flatMap(Table::partitionOf)
                        .equals(gap.desired().find(table, Table.class).flatMap(Table::partitionOf));
    }

    private boolean isRenamed(Attachable from, Attachable to) {
        return from.getClass().equals(to.getClass())
                && from.valid() == to.valid()
                && alteration(from, to).isPresent();
    }

    private Optional<Alteration> alteration(Attachable from, Attachable to) {
        Attachable there = isStill(to.on())
                ? PartTargets.after(from, gap.actual(), gap.desired())
                : PartTargets.unknown(from, gap.desired());
        return statements.alter((SchemaObject) OwnParts.named(there, to.key()), (SchemaObject) to);
    }

    /** Returns a part as the server makes it: it has the settings of the whole, but for those that concern one relation alone. */
    static Attachable likeWhole(Attachable part, Catalog catalog) {
        SchemaObject whole = catalog.find(part.taken().orElseThrow().by()).orElseThrow();
        if (part instanceof Constraint constraint && whole instanceof Constraint above) {
            return constraint.like(above);
        }
        return part instanceof Index index && whole instanceof Index above ? index.like(above) : part;
    }

    private static ObjectKey key(Attachable part, String name) {
        return part instanceof Constraint
                ? part.on().child(ObjectKind.CONSTRAINT, name)
                : ObjectKey.of(ObjectKind.INDEX, part.key().schema(), name);
    }

    /** Returns the objects on either side that come or go by a new name alone. */
    SortedSet<ObjectKey> renamed() {
        SortedSet<ObjectKey> keys = new TreeSet<>();
        parts.forEach(part -> {
            keys.add(part.from().key());
            keys.add(part.to().key());
        });
        return keys;
    }

    /** Forgets those that go with what is dropped or made again, and returns their keys. */
    SortedSet<ObjectKey> leave(Set<ObjectKey> dropped, Set<ObjectKey> created) {
        SortedSet<ObjectKey> left = new TreeSet<>();
        parts.removeIf(part -> {
            boolean gone = dropped.contains(part.whole())
                    || created.contains(part.whole())
                    || dropped.contains(part.to().on());
            if (gone) {
                left.add(part.from().key());
                left.add(part.to().key());
            }
            return gone;
        });
        return left;
    }

    /** Returns the actions that rename them. */
    public List<Action> actions() {
        return parts.stream().map(this::action).toList();
    }

    private Action action(Part part) {
        Attachable to = part.to();
        Action.Builder action = Action.of(Verb.ALTER, to.key())
                .because(
                        part.from().key().name().equals(to.key().name())
                                ? to.key() + " differs from " + part.whole() + ", whose part it is"
                                : to.key() + " is " + part.from().key().name() + " so far, the part of " + part.whole())
                .sql(renamed(part.from(), to))
                .sql(alteration(part.from(), to).map(Alteration::statements).orElse(List.of()))
                .follows(Set.of(part.whole()))
                .follows(Set.of(to.on()))
                .follows(isMoved(to.on(), gap) ? Set.of(Passages.joined(to.on())) : Set.of())
                .releases(part.from().key());
        if (gap.desired().contains(to.key())) {
            action.achieves(to.key());
        }
        return action.build();
    }

    /** Returns what renames a part; an index behind a constraint takes that along. */
    static List<String> renamed(Attachable from, Attachable to) {
        String before = from.key().name();
        String after = to.key().name();
        return before.equals(after)
                ? List.of()
                : List.of("ALTER INDEX "
                        + Sql.of(ObjectKey.of(ObjectKind.INDEX, from.key().schema(), before)) + " RENAME TO "
                        + Sql.name(after));
    }

    /**
     * Returns what gives the parts of an index or key their names and settings again after the server has made it anew by itself, with its
     * parts as it makes them ({@code ATPostAlterTypeCleanup} in {@code tablecmds.c}).
     */
    public static List<String> restored(ObjectKey whole, Gap gap, Statements statements) {
        List<String> restored = new ArrayList<>();
        for (Attachable part : OwnParts.of(whole, gap.actual())) {
            Optional<SchemaObject> kept = gap.desired().find(part.key());
            if (kept.isPresent()
                    && kept.get() instanceof Attachable to
                    && to.taken().isPresent()) {
                Attachable made = withTargets(likeWhole(to, gap.desired()), whole, gap);
                restored.addAll(renamed(OwnParts.named(made, key(to, PartNames.next(to, gap.actual()))), to));
                restored.addAll(statements
                        .alter((SchemaObject) made, (SchemaObject) to)
                        .map(Alteration::statements)
                        .orElse(List.of()));
            }
        }
        return restored;
    }

    /** The targets of the whole are set before, and so on all that the server has made. */
    private static Attachable withTargets(Attachable made, ObjectKey whole, Gap gap) {
        return made instanceof Index index
                ? gap.desired()
                        .find(whole, Index.class)
                        .map(above -> index.withStatistics(above.statistics()))
                        .orElse(index)
                : made;
    }
}
