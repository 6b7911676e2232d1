// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.plan;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.Grant;
import dev.plumbline.catalog.Heir;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Table;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.Difference;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.ActionWriter;
import dev.plumbline.plan.CrowdedTransactions;
import dev.plumbline.plan.SecondForms;
import dev.plumbline.plan.SecondNames;
import dev.plumbline.plan.UnfinishedWork;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.change.Alteration;
import dev.plumbline.postgres.change.CreationPrivileges;
import dev.plumbline.postgres.change.IncompleteIndexes;
import dev.plumbline.postgres.change.InheritedDrops;
import dev.plumbline.postgres.change.NotNull;
import dev.plumbline.postgres.change.ParentChange;
import dev.plumbline.postgres.change.PartNames;
import dev.plumbline.postgres.change.PartTargets;
import dev.plumbline.postgres.change.Passages;
import dev.plumbline.postgres.change.Persistence;
import dev.plumbline.postgres.change.PrivilegeStatements;
import dev.plumbline.postgres.change.Recreation;
import dev.plumbline.postgres.change.RenameStatements;
import dev.plumbline.postgres.change.Scaffold;
import dev.plumbline.postgres.change.SequenceMove;
import dev.plumbline.postgres.change.Slots;
import dev.plumbline.postgres.change.Statements;
import dev.plumbline.postgres.change.StoredRows;
import dev.plumbline.postgres.change.TriggerClones;
import dev.plumbline.postgres.change.TypedTables;
import dev.plumbline.postgres.creation.Creations;
import dev.plumbline.postgres.creation.OwnerOrder;
import dev.plumbline.postgres.expand.PostgresSecondForms;
import dev.plumbline.postgres.expand.PostgresSecondNames;
import dev.plumbline.postgres.expand.TakenName;
import dev.plumbline.postgres.technique.ConversionInPlace;
import dev.plumbline.postgres.technique.ConversionNeeds;
import dev.plumbline.postgres.technique.DerivedColumns;
import dev.plumbline.postgres.technique.FamilyHints;
import dev.plumbline.postgres.technique.SourceColumns;
import dev.plumbline.postgres.technique.Technique;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes the actions that close a gap on PostgreSQL.
 *
 * @param online whether those who use the database meanwhile are spared
 * @param trash how long tables and columns are kept that would be dropped; absent where they are dropped
 * @param tablesInUse how many tables in use one transaction may be about
 */
public record PostgresActionWriter(boolean online, Optional<Duration> trash, int tablesInUse) implements ActionWriter {
    /** Writes for a database in use, or the short form. */
    public PostgresActionWriter(boolean online) {
        this(online, Optional.empty(), CrowdedTransactions.UNNOTICED);
    }

    @Override
    public ActionWriter offline() {
        return new PostgresActionWriter(false, trash, tablesInUse);
    }

    @Override
    public ActionWriter keeping(Duration time) {
        return new PostgresActionWriter(online, Optional.of(time), tablesInUse);
    }

    @Override
    public int tablesAtOnce() {
        return online ? tablesInUse : Integer.MAX_VALUE;
    }

    @Override
    public ActionWriter tablesAtOnce(int most) {
        return new PostgresActionWriter(online, trash, most);
    }

    @Override
    public List<Action> actions(Gap gap) {
        return actions(gap, List.of());
    }

    @Override
    public List<Action> actions(Gap gap, List<Action> conversions) {
        Passages passages = new Passages(gap);
        Statements statements = new Statements(gap);
        Recreation recreation = Recreation.of(gap, statements, passages);
        UnprovenHeirs heirs = new UnprovenHeirs(gap, recreation);
        InheritedDrops inherited = new InheritedDrops(gap, recreation);
        TypeOrder types = new TypeOrder(gap, recreation, inherited);
        List<Action> actions = new ArrayList<>();
        SortedSet<ObjectKey> swapped = recreation.swappedColumns();
        List<Action> ofColumns = FamilyHints.once(KeptRows.ofColumns(conversions), gap, swapped);
        actions.addAll(
                new Creations(gap, recreation, statements, passages, DerivedColumns.of(ofColumns, gap)).actions());
        recreation.altered().forEach((key, alteration) -> {
            boolean moved = SequenceMove.isToNewTable(key, gap, recreation);
            Action.Builder action = alteration(gap, key, alteration, passages, statements, recreation);
            action.releases(recreation.absorbed(key)).achieves(recreation.completedWith(key));
            Set<ObjectKey> first = passages.columnsFirst(key, recreation);
            if (moved) {
                action.follows(SequenceMove.before(key, gap));
            } else {
                action.follows(first);
                if (!first.isEmpty()) {
                    action.achieves(Passages.joined(key));
                } else if (!isBehindSwap(gap, key, passages, swapped)) {
                    action.achieves(key);
                }
            }
            if (gap.desired().object(key) instanceof Column column) {
                action.sql(passages.retype(column))
                        .follows(passages.leftBefore(column, recreation))
                        .follows(heirs.before(key))
                        .follows(types.follows(key))
                        .awaits(inherited.before(key))
                        .awaits(types.awaits(key));
                types.others(key).forEach(other -> action.awaits(dependents(other, gap.actual())));
            }
            actions.add(action.build());
            if (SequenceMove.isBetweenTables(key, gap, recreation)) {
                actions.add(SequenceMove.free(key));
            }
            actions.addAll(passages.actions(key, swapped));
            if (gap.desired().object(key) instanceof Heir heir) {
                inheritance(gap, heir, recreation, passages, types, swapped).ifPresent(actions::add);
            }
            if (gap.desired().object(key) instanceof Table table) {
                Table before = gap.actual().find(key, Table.class).orElseThrow();
                Creations.completion(gap, Optional.of(before), table).ifPresent(actions::add);
            }
        });
        passages.tables().stream()
                .filter(key -> !recreation.altered().containsKey(key)
                        && !recreation.dropped().contains(key))
                .forEach(key -> {
                    actions.addAll(passages.actions(key, swapped));
                    Heir.in(gap.desired(), key)
                            .flatMap(heir -> inheritance(gap, heir, recreation, passages, types, swapped))
                            .ifPresent(actions::add);
                });
        actions.addAll(recreation.parts().actions());
        recreation.swaps().forEach(swap -> actions.add(swap.action(statements, gap)));
        actions.addAll(new TypedTables(gap, recreation).actions());
        actions.addAll(TriggerClones.restored(gap, recreation));
        actions.addAll(heirs.actions());
        actions.addAll(new Drops(gap, recreation, statements, restorable(conversions), passages).actions());
        List<Action> folded = ConversionInPlace.folded(actions, ofColumns, gap);
        List<Action> safe = ConversionOrder.kept(
                DerivedInOneGo.joined(online ? Technique.apply(folded, gap, recreation) : folded, gap), ofColumns, gap);
        List<Action> whole = trash.map(time ->
                        TrashedColumns.instead(Trashing.instead(safe, gap, recreation, time), gap, recreation, time))
                .orElse(safe);
        List<Action> ready = KeptRows.woven(SourceColumns.dropped(whole, gap), conversions, gap, recreation, this);
        return ConversionNeeds.kept(ready, ofColumns, gap, recreation.created());
    }

    private static Set<ObjectKey> restorable(List<Action> conversions) {
        return conversions.stream()
                .filter(conversion -> conversion.statements().isEmpty())
                .map(Action::object)
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<Action> restorable(ObjectKey column) {
        return Optional.of(Action.of(Verb.CONVERT, column).build());
    }

    @Override
    public Optional<Action> keepRows(ObjectKey table) {
        return Optional.of(Action.of(Verb.CONVERT, table).build());
    }

    @Override
    public Optional<SecondNames> secondNames() {
        return Optional.of(new PostgresSecondNames());
    }

    @Override
    public Optional<SecondForms> secondForms() {
        return Optional.of(new PostgresSecondForms());
    }

    @Override
    public Catalog settled(Catalog actual, Catalog desired) {
        return PartNames.settled(actual, desired);
    }

    @Override
    public Catalog said(Catalog catalog) {
        return PartNames.said(catalog);
    }

    @Override
    public List<ObjectKey> leftovers(Catalog catalog) {
        return Scaffold.left(catalog);
    }

    @Override
    public List<UnfinishedWork> unfinished(Catalog catalog) {
        return new ScaffoldWork(catalog).all();
    }

    /**
     * A table inherits from another once it has the columns that both have, of its own or from a parent that it has already, and the
     * other lost the rest. What it gets from the other comes later, which is why it is achieved where there are no such columns.
     */
    private static Optional<Action> inheritance(
            Gap gap, Heir to, Recreation recreation, Passages passages, TypeOrder types, SortedSet<ObjectKey> swapped) {
        Action.Builder action = passages.inherit(to.key());
        if (!action.hasSql()) {
            return Optional.empty();
        }
        Heir from = Heir.in(gap.actual(), to.key()).orElseThrow();
        ParentChange parents = ParentChange.of(from, to, gap.actual(), gap.desired());
        to.inherits().forEach(parent -> action.awaits(gap.actual().children(parent)));
        Set<ObjectKey> first = gap.desired().children(to.key()).stream()
                .filter(recreation.created()::contains)
                .filter(child -> gap.desired()
                        .find(child, Column.class)
                        .filter(column -> !column.inherited() || isOfParentThatStays(column, parents, gap))
                        .isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
        first.addAll(types.beforeInherited(to, new TreeSet<>(parents.joined())));
        if (first.isEmpty() && !isBehindSwap(gap, to.key(), passages, swapped)) {
            action.achieves(to.key());
        }
        return Optional.of(action.follows(first).build());
    }

    /** Types are replaced before tables leave their parents or join others; the columns are of tables that are there, whatever becomes of those. */
    private static boolean isBehindSwap(Gap gap, ObjectKey table, Passages passages, SortedSet<ObjectKey> swapped) {
        return passages.contains(table)
                && gap.desired().children(table).stream().anyMatch(swapped::contains);
    }

    private static boolean isOfParentThatStays(Column column, ParentChange parents, Gap gap) {
        return gap.desired().dependencies(column.key()).stream()
                .filter(parent -> parent.name().equals(column.key().name()))
                .flatMap(parent -> gap.desired().find(parent, Column.class).stream())
                .anyMatch(parent -> parents.stays().contains(parent.table()));
    }

    private static List<String> targetsOfParts(Gap gap, ObjectKey key, Recreation recreation) {
        Optional<Index> from = gap.actual().find(key, Index.class);
        Optional<Index> to = gap.desired().find(key, Index.class);
        return from.isPresent() && to.isPresent()
                ? PartTargets.kept(
                        from.get(), to.get(), gap, part -> !recreation.dropped().contains(part.key()))
                : List.of();
    }

    private static Action.Builder alteration(
            Gap gap,
            ObjectKey key,
            Alteration alteration,
            Passages passages,
            Statements statements,
            Recreation recreation) {
        Action.Builder action = Action.of(Verb.ALTER, key)
                .because(key + " differs in " + differing(gap, key))
                .sql(Rebuilt.freed(gap, gap.desired().object(key), recreation))
                .sql(alteration.statements())
                .sql(PrivilegeStatements.restored(gap, gap.desired().object(key)))
                .sql(Rebuilt.restored(gap, gap.desired().object(key), statements, recreation))
                .sql(targetsOfParts(gap, key, recreation))
                .follows(TriggerClones.fromTheTop(gap.desired().object(key), gap.desired()))
                .follows(OwnerOrder.first(gap.desired().object(key), gap.desired()))
                .awaits(OwnerOrder.droppedFirst(gap.desired().object(key), gap.actual()))
                .follows(TypedTables.freed(key, gap))
                .follows(new IncompleteIndexes(gap).joined(gap.desired().object(key)))
                .awaits(TypedTables.gone(key, gap));
        alteration.hazards().forEach(action::hazard);
        alteration.loses().ifPresent(action::loses);
        if (alteration.isDisruptive()) {
            action.awaits(dependents(key, gap.actual()));
        }
        action.awaits(StoredRows.against(key, alteration, gap.actual()));
        gap.desired()
                .find(key, Table.class)
                .ifPresent(table -> action.follows(passages.leftBefore(table))
                        .follows(passages.nullableAbove(table))
                        .follows(passages.columnsAbove(table, recreation.created()))
                        .awaits(passages.partsAbove(table))
                        .awaits(passages.siblings(table)));
        Set<ObjectKey> publications = Persistence.publicationsLeft(gap, key);
        action.awaits(publications).follows(publications);
        if (gap.desired().object(key) instanceof Column to) {
            Column from = gap.actual().find(key, Column.class).orElseThrow();
            action.awaits(inTheWay(gap, from, to));
            if (to.value() instanceof ColumnValue.Identity && !(from.value() instanceof ColumnValue.Identity)) {
                action.sql(new CreationPrivileges(gap.actual(), gap.desired()).resetSequence(to));
            }
            // A comment on its NOT NULL is taken back while that is there, a privilege while its identity has the
            // sequence.
            action.awaits(gap.actual().children(key).stream()
                    .filter(part -> part.kind() == ObjectKind.COMMENT || isOfIdentity(part, from, gap.actual()))
                    .toList());
        }
        if (alteration.needsOwnTransaction()) {
            action.inOwnTransaction();
        }
        if (alteration.isLong()) {
            action.takesLong();
        }
        return action;
    }

    /** Returns what depends on an object and, of a column, on those that inherit it: the server changes them along. */
    private static Set<ObjectKey> dependents(ObjectKey key, Catalog actual) {
        Set<ObjectKey> all = new TreeSet<>();
        for (ObjectKey dependent : actual.dependents(key)) {
            all.add(dependent);
            if (dependent.name().equals(key.name())
                    && actual.find(dependent, Column.class).isPresent()) {
                all.addAll(dependents(dependent, actual));
            }
        }
        return all;
    }

    /** A column cannot lose NOT NULL before its primary key, nor gain an identity before its default is gone. */
    private static boolean isOfIdentity(ObjectKey part, Column column, Catalog actual) {
        return column.value() instanceof ColumnValue.Identity
                && actual.find(part, Grant.class)
                        .filter(grant -> grant.target().kind() == ObjectKind.SEQUENCE)
                        .isPresent();
    }

    private static Set<ObjectKey> inTheWay(Gap gap, Column from, Column to) {
        boolean losesNotNull = NotNull.isCertain(from) && !NotNull.isCertain(to);
        boolean otherValue = !from.value().equals(to.value());
        return gap.actual().dependents(from.key()).stream()
                .filter(dependent -> switch (dependent.kind()) {
                    case CONSTRAINT -> losesNotNull;
                    case DEFAULT, SEQUENCE -> otherValue;
                    default -> false;
                })
                .collect(Collectors.toSet());
    }

    private static String differing(Gap gap, ObjectKey key) {
        return gap.changes(Change.Altered.class)
                .filter(change -> change.key().equals(key))
                .flatMap(change -> change.differences().stream())
                .map(Difference::words)
                .reduce((one, other) -> one + ", " + other)
                .orElse("form");
    }

    @Override
    public Action rename(Catalog actual, Change.Renamed rename) {
        TakenName.refuse(rename, actual);
        return Action.of(Verb.RENAME, rename.to())
                .because("a hint says that " + rename.to() + " is " + rename.from())
                .sql(RenameStatements.of(rename.from(), rename.to(), actual))
                .achieves(rename.to())
                .releases(rename.from())
                .build();
    }

    @Override
    public Action convert(ObjectKey column, String expression) {
        return Action.of(Verb.CONVERT, column)
                .because("a hint says which values " + column + " takes")
                .sql(ConversionInPlace.update(column, expression))
                .takesLong()
                .build();
    }

    @Override
    public List<String> slots(Catalog catalog, ObjectKey key) {
        return Slots.of(catalog, key);
    }
}
