// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.creation;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.DomainType;
import dev.plumbline.catalog.ForeignTable;
import dev.plumbline.catalog.Heir;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Owner;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Table;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.change.ColumnStatements;
import dev.plumbline.postgres.change.CreationPrivileges;
import dev.plumbline.postgres.change.DomainUse;
import dev.plumbline.postgres.change.IncompleteIndexes;
import dev.plumbline.postgres.change.InheritedDrops;
import dev.plumbline.postgres.change.InheritedTypes;
import dev.plumbline.postgres.change.NewDomain;
import dev.plumbline.postgres.change.NewForeignTable;
import dev.plumbline.postgres.change.ParentChange;
import dev.plumbline.postgres.change.PartTargets;
import dev.plumbline.postgres.change.Passages;
import dev.plumbline.postgres.change.Recreation;
import dev.plumbline.postgres.change.Statements;
import dev.plumbline.postgres.change.TableStatements;
import dev.plumbline.postgres.change.ToastOptions;
import dev.plumbline.postgres.change.TriggerClones;
import dev.plumbline.postgres.change.TypedTables;
import dev.plumbline.postgres.introspect.ColumnGrants;
import dev.plumbline.postgres.introspect.ImpliedParts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The objects that a plan makes: each by an action of its own, but for those that come with another's. */
public final class Creations {
    private final Gap gap;
    private final Catalog desired;
    private final Recreation recreation;
    private final Set<ObjectKey> created;
    private final List<SchemaObject> objects;
    private final Statements statements;
    private final Passages passages;
    private final Set<ObjectKey> derived;
    private final InheritedDrops inherited;
    private final OwnBesideParents ownBesideParents;
    private final CreationPrivileges privileges;

    /** What comes with another object's statement; only asked whether something is in it, so not sorted. */
    private final Set<ObjectKey> folded;

    private final List<Action> actions = new ArrayList<>();

    /**
     * Asks for all of them.
     *
     * @param derived the new columns whose values are computed from others of the row
     */
    public Creations(Gap gap, Recreation recreation, Statements statements, Passages passages, Set<ObjectKey> derived) {
        this.gap = gap;
        this.desired = gap.desired();
        this.recreation = recreation;
        this.created = recreation.created();
        this.objects = created.stream().map(desired::object).toList();
        this.statements = statements;
        this.passages = passages;
        this.derived = derived;
        this.inherited = new InheritedDrops(gap, recreation);
        this.ownBesideParents = new OwnBesideParents(gap, created);
        this.privileges = new CreationPrivileges(gap.actual(), desired);
        this.folded = objects(Owner.class)
                .filter(owner -> created.contains(owner.target()))
                .map(Owner::key)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Returns the actions; asked for once. */
    public List<Action> actions() {
        tables();
        foreignTables();
        objects(DomainType.class).forEach(domain -> folded.addAll(new NewDomain(domain, desired, created).folded()));
        // A column that a parent brings comes with the parent's.
        columns(false);
        columns(true);
        others();
        return actions;
    }

    private <T extends SchemaObject> Stream<T> objects(Class<T> type) {
        return objects.stream().filter(type::isInstance).map(type::cast);
    }

    private void tables() {
        NotNullNames names = new NotNullNames(gap);
        objects(Table.class).forEach(table -> {
            NewTable whole = new NewTable(table, desired, created, names);
            ConflictingSettings settings = new ConflictingSettings(table, gap);
            folded.addAll(whole.folded());
            actions.add(creation(table)
                    .sql(settings.around(whole.statements()))
                    .follows(settings.follows())
                    .sql(privileges.afterwards(table.key()))
                    .sql(whole.folded().stream()
                            .flatMap(part -> desired.find(part, Column.class).stream())
                            .flatMap(column -> privileges.resetSequence(column).stream())
                            .toList())
                    .achieves(whole.folded())
                    .follows(whole.parentDefaults())
                    .follows(passages.leftBefore(table))
                    .awaits(passages.siblings(table))
                    .awaits(whole.parentDefaults())
                    .build());
            completion(gap, Optional.empty(), table).ifPresent(actions::add);
        });
    }

    private void foreignTables() {
        objects(ForeignTable.class).forEach(table -> {
            NewForeignTable whole = new NewForeignTable(table, desired);
            folded.addAll(whole.folded());
            actions.add(creation(table)
                    .sql(whole.statements())
                    .sql(privileges.afterwards(table.key()))
                    .achieves(whole.folded())
                    .build());
        });
    }

    private void columns(boolean inherited) {
        objects(Column.class)
                .filter(column -> column.inherited() == inherited && !folded.contains(column.key()))
                // Rows that are there have no value until they get it.
                .map(column -> derived.contains(column.key())
                        ? DomainUse.withoutDomain(column, desired).withNotNull(false, Optional.empty(), List.of())
                        : column)
                .forEach(column -> actions.addAll(ownBesideParents.ahead(addition(column))));
    }

    private void others() {
        for (SchemaObject object : objects) {
            ObjectKey key = object.key();
            if (object instanceof Table || object instanceof ForeignTable || folded.contains(key)) {
                continue;
            }
            Action.Builder action = creation(object);
            if (object instanceof DomainType domain) {
                NewDomain whole = new NewDomain(domain, desired, created);
                action.sql(whole.statements()).achieves(whole.folded());
            } else {
                action.sql(statements.create(object));
            }
            action.sql(privileges.afterwards(key));
            CreationFacts.add(gap, object, action);
            action.awaits(ColumnGrants.awaited(object));
            action.awaits(otherKeys(object));
            action.awaits(ImpliedParts.inTheWay(object, gap.actual()));
            action.awaits(TakenKeys.inTheWay(object, gap.actual()));
            action.follows(TakenKeys.before(object, desired));
            action.follows(PartTargets.setBefore(object, gap, created));
            action.follows(TriggerClones.fromTheTop(object, desired));
            action.follows(IncompleteIndexes.partitions(object, desired));
            actions.add(action.build());
        }
    }

    private Action addition(Column column) {
        NewColumn added = new NewColumn(column, desired, created);
        folded.addAll(added.folded());
        folded.add(column.key());
        Action.Builder action = creation(column)
                .sql(new HeirsIdentity(gap, created)
                        .added(column)
                        .orElseGet(() -> passages.columnsFirst(column.table(), recreation)
                                        .contains(column.key())
                                ? ColumnStatements.add(column, Optional.empty())
                                : added.statements()))
                .sql(column.inherited() ? List.of() : privileges.resetSequence(column))
                .sql(added.folded().stream()
                        .filter(part -> part.kind() == ObjectKind.SEQUENCE)
                        .flatMap(part -> privileges.reset(part).stream())
                        .toList())
                .achieves(added.folded())
                .awaits(DomainUse.checksThatGo(column, gap))
                .awaits(inherited.before(column.key()))
                .awaits(givenUpByHeirs(column.key()))
                .follows(passages.leftBefore(column, recreation))
                .follows(movedChildren(column))
                .follows(ownBesideParents.below(column.key()))
                .follows(changedBelow(column.key()))
                .follows(TypedTables.before(column, gap, created));
        CreationFacts.add(gap, column, action);
        return action.build();
    }

    /** Heirs that have the column take its type with the parents that they have it from already, and until then cannot have it from another. */
    private Set<ObjectKey> changedBelow(ObjectKey column) {
        InheritedTypes types = new InheritedTypes(gap.actual(), desired);
        Set<ObjectKey> changed = new TreeSet<>();
        for (ObjectKey key : desired.dependents(column)) {
            if (key.name().equals(column.name())
                    && desired.find(key, Column.class).isPresent()) {
                if (recreation.altered().containsKey(key) && types.changes(key)) {
                    types.tops(key).stream()
                            .filter(top -> !isBelow(top, column))
                            .forEach(changed::add);
                }
                changed.addAll(changedBelow(key));
            }
        }
        return changed;
    }

    private boolean isBelow(ObjectKey heir, ObjectKey column) {
        return heir.equals(column)
                || desired.dependencies(heir).stream()
                        .filter(parent -> parent.name().equals(heir.name()))
                        .anyMatch(parent -> isBelow(parent, column));
    }

    /** Heirs give up a column of their own before it comes from above: then nobody could drop it any more. */
    private Set<ObjectKey> givenUpByHeirs(ObjectKey column) {
        Set<ObjectKey> own = new HashSet<>();
        for (ObjectKey key : desired.dependents(column)) {
            boolean heir = key.name().equals(column.name())
                    && desired.find(key, Column.class).filter(Column::inherited).isPresent();
            if (heir && recreation.dropped().contains(key)) {
                own.add(key);
            }
            if (heir) {
                own.addAll(givenUpByHeirs(key));
            }
        }
        return own;
    }

    /** A foreign key binds to any unique index that fits, so those of the referenced table that go, go first. */
    private List<ObjectKey> otherKeys(SchemaObject object) {
        return object instanceof Constraint constraint
                        && constraint.references().isPresent()
                ? gap.actual().children(constraint.references().get())
                : List.of();
    }

    private Action.Builder creation(SchemaObject object) {
        ObjectKey key = object.key();
        boolean again = gap.actual().contains(key);
        return Action.of(Verb.CREATE, key)
                .because(again ? key + " is made again in its desired form" : key + " is missing")
                .follows(OwnerOrder.first(object, desired))
                .awaits(OwnerOrder.droppedFirst(object, gap.actual()))
                .follows(TypedTables.freed(key, gap))
                .achieves(key)
                .achieves(OwnerOrder.along(key, desired));
    }

    /** Returns what is said of a table after all its parts have been made; absent where there is nothing to say. */
    public static Optional<Action> completion(Gap gap, Optional<Table> from, Table to) {
        SortedMap<String, String> first = from.map(
                        before -> ToastOptions.first(before, to, gap.actual(), gap.desired()))
                .orElseGet(to::options);
        List<String> statements = TableStatements.completion(from, to, first);
        if (statements.isEmpty()) {
            return Optional.empty();
        }
        boolean security = from.isPresent()
                && (from.get().rowSecurity() != to.rowSecurity()
                        || from.get().forceRowSecurity() != to.forceRowSecurity());
        return Optional.of(Action.of(Verb.ALTER, to.key())
                .because(
                        security
                                ? "the row-level security of " + to.key() + " differs"
                                : "the parts of " + to.key() + " are in place")
                .sql(statements)
                .follows(gap.desired().children(to.key()))
                .hazards(security ? Set.of(Hazard.AUTHORIZATION) : Set.of())
                .build());
    }

    /** Children that come or go do so before their parent gains a column, so that it is theirs too, or not; but for one that brings it. */
    private Set<ObjectKey> movedChildren(Column column) {
        ObjectKey parent = column.table();
        return gap.changes(Change.Altered.class)
                .filter(change -> change.actual() instanceof Heir before
                        && change.desired() instanceof Heir after
                        && isMoved(before, after, parent))
                .map(Change::key)
                .filter(child -> !passages.brings(child, column.key().name(), created))
                .filter(child -> desired.find(
                                child.child(ObjectKind.COLUMN, column.key().name()), Column.class)
                        .map(Column::inherited)
                        .orElse(true))
                .flatMap(child -> Stream.of(child, Passages.joined(child)))
                .collect(Collectors.toSet());
    }

    private boolean isMoved(Heir before, Heir after, ObjectKey parent) {
        boolean otherPlace = !before.partitionOf().equals(after.partitionOf())
                && (before.isPartitionOf(parent) || after.isPartitionOf(parent));
        ParentChange parents = ParentChange.of(before, after, gap.actual(), desired);
        return otherPlace || parents.left().contains(parent) || parents.joined().contains(parent);
    }
}
