// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Accessory;
import dev.plumbline.catalog.Aggregate;
import dev.plumbline.catalog.Attachable;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Collation;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnDefault;
import dev.plumbline.catalog.Comment;
import dev.plumbline.catalog.CompositeType;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.DefaultPrivilege;
import dev.plumbline.catalog.DomainType;
import dev.plumbline.catalog.EnumType;
import dev.plumbline.catalog.EventTrigger;
import dev.plumbline.catalog.Extension;
import dev.plumbline.catalog.ForeignTable;
import dev.plumbline.catalog.Grant;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.MaterializedView;
import dev.plumbline.catalog.NamedSchema;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Owner;
import dev.plumbline.catalog.PartitionOf;
import dev.plumbline.catalog.Policy;
import dev.plumbline.catalog.RangeType;
import dev.plumbline.catalog.Routine;
import dev.plumbline.catalog.Rule;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Sequence;
import dev.plumbline.catalog.SqliteColumn;
import dev.plumbline.catalog.SqliteTable;
import dev.plumbline.catalog.Statistics;
import dev.plumbline.catalog.Table;
import dev.plumbline.catalog.Trigger;
import dev.plumbline.catalog.View;
import dev.plumbline.catalog.VirtualTable;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Hazard;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The statements for each kind of object: the one list that a new kind must join. */
public final class Statements {
    private final Catalog actual;
    private final Catalog desired;
    private final Casts casts;
    private final Persistence persistence;

    /** Creates the statements for a gap. */
    public Statements(Gap gap) {
        this.actual = gap.actual();
        this.desired = gap.desired();
        this.casts = new Casts(actual, desired);
        this.persistence = new Persistence(actual, desired);
    }

    private int version() {
        return actual.product().majorVersion();
    }

    /** Returns what creates the object by itself; a table's parts are folded into it elsewhere. */
    public List<String> create(SchemaObject object) {
        return switch (object) {
            case Accessory accessory -> AccessoryStatements.create(accessory);
            case ForeignTable table -> new NewForeignTable(table, desired).statements();
            case NamedSchema schema -> List.of("CREATE SCHEMA " + Sql.of(schema.key()));
            case Extension extension -> List.of(TypeStatements.create(extension));
            case Collation collation -> List.of(TypeStatements.create(collation));
            case EnumType type -> List.of(TypeStatements.create(type));
            case DomainType domain -> new NewDomain(domain, desired, Set.of()).statements();
            case CompositeType type -> List.of(TypeStatements.create(type));
            case RangeType type -> List.of(TypeStatements.create(type));
            case Sequence sequence -> {
                List<String> statements = new ArrayList<>(OwnerStatements.create(sequence, desired));
                sequence.ownedBy()
                        .filter(this::hasNumbers)
                        .ifPresent(column -> statements.add(ColumnStatements.goOn(sequence, column)));
                yield statements;
            }
            case Table table -> TableStatements.create(table, List.of(), new TreeMap<>(), List.of(), List.of());
            case Column column -> column.inherited() ? List.of() : ColumnStatements.add(column, Optional.empty());
            case ColumnDefault value -> List.of(ColumnStatements.set(value, hasHeirs(value.column())));
            case Constraint constraint -> ConstraintStatements.add(constraint);
            case Index index -> ConstraintStatements.create(index, PartTargets.created(index, desired));
            case Statistics statistics -> ConstraintStatements.create(statistics);
            case View view -> ViewStatements.create(view);
            case MaterializedView view -> ViewStatements.create(view);
            case Routine routine -> List.of(RoutineStatements.create(routine));
            case Aggregate aggregate -> List.of(RoutineStatements.create(aggregate));
            case Trigger trigger -> ViewStatements.create(trigger, desired);
            case Rule rule -> ViewStatements.create(rule);
            case EventTrigger trigger -> ViewStatements.create(trigger);
            case Policy policy -> List.of(ViewStatements.create(policy));
            case Comment comment -> List.of(PrivilegeStatements.create(comment, desired));
            case Owner owner -> List.of(OwnerStatements.change(owner, desired));
            case Grant grant ->
                PrivilegeStatements.create(grant, OwnerStatements.of(grant.target(), desired), version());
            case DefaultPrivilege privilege ->
                PrivilegeStatements.change(
                        privilege, PrivilegeStatements.usual(privilege, version()), privilege.privileges());
            case SqliteTable table -> throw notOurs(table);
            case SqliteColumn column -> throw notOurs(column);
            case VirtualTable table -> throw notOurs(table);
        };
    }

    /** Returns whether a column with values that a sequence can give is there already. */
    private boolean hasNumbers(ObjectKey column) {
        return actual.find(column, Column.class)
                .filter(found -> List.of("smallint", "integer", "bigint").contains(found.type()))
                .isPresent();
    }

    /** Returns what drops the object, never with CASCADE: what would go with it is in the plan or stops it. */
    public List<String> drop(SchemaObject object) {
        // What a run that was stopped has left may be gone by then, and is in no scratch database.
        return ScaffoldColumns.isLeft(object, actual)
                ? dropAsItIs(object).stream().map(Statements::ifExists).toList()
                : dropAsItIs(object);
    }

    private static String ifExists(String drop) {
        return drop.contains(" IF EXISTS ")
                ? drop
                : drop.replaceFirst(
                        "(DROP (?:COLUMN|CONSTRAINT|INDEX|TRIGGER|FUNCTION|SEQUENCE|TYPE|TABLE)) ", "$1 IF EXISTS ");
    }

    private List<String> dropAsItIs(SchemaObject object) {
        return switch (object) {
            case Column column -> List.of(ColumnStatements.drop(column.key(), false));
            case ColumnDefault value -> List.of(ColumnStatements.dropDefault(value.column(), hasHeirs(value.column())));
            case Constraint constraint ->
                List.of(ConstraintStatements.drop(constraint, Scaffold.proves(constraint, actual)));
            case Aggregate aggregate -> List.of(RoutineStatements.drop(aggregate));
            case Trigger trigger -> List.of(dropAttached(trigger));
            case Rule rule -> List.of(dropAttached(rule));
            case Policy policy -> List.of(dropAttached(policy));
            case Index index -> List.of(dropIndex(index));
            case Comment comment -> List.of(PrivilegeStatements.drop(comment, actual));
            // It goes with its object, or comes to follow another.
            case Owner owner -> List.of();
            case Grant grant -> PrivilegeStatements.drop(grant, OwnerStatements.of(grant.target(), actual), version());
            case DefaultPrivilege privilege ->
                PrivilegeStatements.change(
                        privilege, privilege.privileges(), PrivilegeStatements.usual(privilege, version()));
            default -> List.of("DROP " + Sql.kind(object.key().kind()) + " " + Sql.of(object.key()));
        };
    }

    private String dropIndex(Index index) {
        boolean left = Scaffold.isKey(index) || (!index.valid() && !isPartitioned(index.on()));
        return "DROP INDEX " + (left ? "IF EXISTS " : "") + Sql.of(index.key());
    }

    private boolean isPartitioned(ObjectKey table) {
        return actual.find(table, Table.class).flatMap(Table::partitioning).isPresent();
    }

    /** Returns whether other tables have the column from this one, each with a default of its own or without. */
    private boolean hasHeirs(ObjectKey column) {
        return isInherited(column, actual) || isInherited(column, desired);
    }

    private static boolean isInherited(ObjectKey column, Catalog catalog) {
        return catalog.dependents(column).stream()
                .filter(heir -> heir.name().equals(column.name()))
                .anyMatch(heir -> catalog.find(heir, Column.class).isPresent());
    }

    private boolean isDetached(ObjectKey table) {
        Optional<Table> from = actual.find(table, Table.class);
        Optional<Table> to = desired.find(table, Table.class);
        Optional<PartitionOf> before = from.flatMap(Table::partitionOf);
        boolean leaves = from.isPresent()
                && to.isPresent()
                && !to.get().inherits().containsAll(from.get().inherits());
        return leaves || (before.isPresent() && !before.equals(to.flatMap(Table::partitionOf)));
    }

    private static String dropAttached(SchemaObject object) {
        return "DROP " + Sql.kind(object.key().kind()) + " "
                + Sql.name(object.key().name()) + " ON " + Sql.of(object.key());
    }

    /** Returns how one becomes the other in place; absent where it must be recreated. */
    Optional<Alteration> alter(SchemaObject from, SchemaObject to) {
        return switch (to) {
            case Accessory accessory -> AccessoryStatements.alter((Accessory) from, accessory);
            case ForeignTable table -> ForeignStatements.alter((ForeignTable) from, table);
            case Extension extension -> TypeStatements.alter((Extension) from, extension);
            case EnumType type -> TypeStatements.alter((EnumType) from, type);
            case DomainType domain -> TypeStatements.alter((DomainType) from, domain);
            case CompositeType type -> alter((CompositeType) from, type);
            case Sequence sequence ->
                TableStatements.alter(
                        withItsTable((Sequence) from, sequence),
                        sequence,
                        OwnerStatements.before((Sequence) from, sequence, actual, desired));
            case Table table -> alter((Table) from, table);
            case Column column -> new AlteredColumn((Column) from, column, actual, desired).alteration(casts);
            case ColumnDefault value ->
                Optional.of(Alteration.of(ColumnStatements.set(value, hasHeirs(value.column()))));
            case Constraint constraint -> alter((Constraint) from, constraint);
            case Index index -> alter((Index) from, index);
            case Statistics statistics -> ConstraintStatements.alter((Statistics) from, statistics);
            case View view -> ViewStatements.alter((View) from, view);
            case MaterializedView view -> ViewStatements.alter((MaterializedView) from, view);
            case Routine routine -> RoutineStatements.alter((Routine) from, routine);
            case Trigger trigger -> ViewStatements.alter((Trigger) from, trigger, desired);
            case Rule rule -> ViewStatements.alter((Rule) from, rule);
            case EventTrigger trigger -> ViewStatements.alter((EventTrigger) from, trigger);
            case Policy policy -> ViewStatements.alter((Policy) from, policy);
            case Comment comment -> Optional.of(Alteration.of(PrivilegeStatements.create(comment, desired)));
            case Owner owner ->
                Optional.of(
                        Alteration.of(OwnerStatements.change(owner, desired)).hazard(Hazard.AUTHORIZATION));
            case Grant grant -> {
                Grant before = (Grant) from;
                yield Optional.of(Alteration.of(PrivilegeStatements.change(
                                grant.target(),
                                PrivilegeStatements.role(grant.grantee(), OwnerStatements.of(grant.target(), desired)),
                                before.privileges(),
                                grant.privileges()))
                        .hazard(Hazard.AUTHORIZATION));
            }
            case DefaultPrivilege privilege ->
                Optional.of(Alteration.of(PrivilegeStatements.change(
                        privilege, ((DefaultPrivilege) from).privileges(), privilege.privileges())));
            case NamedSchema schema -> Optional.empty();
            case Collation collation -> Optional.empty();
            case RangeType type -> Optional.empty();
            case Aggregate aggregate -> RoutineStatements.alter((Aggregate) from, aggregate);
            case SqliteTable table -> throw notOurs(table);
            case SqliteColumn column -> throw notOurs(column);
            case VirtualTable table -> throw notOurs(table);
        };
    }

    /** A table is bound to a type only with the columns of the type in their order. */
    private Optional<Alteration> alter(Table from, Table to) {
        return from.ofType().equals(to.ofType()) || TypedTables.hasOrder(to.key(), actual, desired)
                ? TableStatements.alter(from, to, ToastOptions.first(from, to, actual, desired), version())
                        .map(alteration -> alteration.add(persistence.kept(to)))
                : Optional.empty();
    }

    private Sequence withItsTable(Sequence from, Sequence to) {
        return persistence.isChangedWithItsTable(from)
                ? new Sequence(from.key(), from.options(), to.unlogged(), from.ownedBy())
                : from;
    }

    /** The type of an attribute stays while a column uses it (tablecmds.c, find_composite_type_dependencies). */
    private Optional<Alteration> alter(CompositeType from, CompositeType to) {
        boolean otherType = to.attributes().stream()
                .anyMatch(attribute -> from.attributes().stream()
                        .anyMatch(before -> before.name().equals(attribute.name()) && !before.equals(attribute)));
        return otherType && isStored(to.key(), new TreeSet<>()) ? Optional.empty() : TypeStatements.alter(from, to);
    }

    private boolean isStored(ObjectKey type, Set<ObjectKey> seen) {
        return seen.add(type)
                && actual.dependents(type).stream()
                        .anyMatch(dependent -> dependent.kind() == ObjectKind.COLUMN
                                || (TypeSwap.isType(dependent.kind()) && isStored(dependent, seen)));
    }

    /**
     * The storage parameters of an index that has none itself, but whose partitions have, cannot be set; and nothing detaches an
     * index but its table's leaving.
     */
    private Optional<Alteration> alter(Index before, Index to) {
        if (cannotLeave(before, to)) {
            return Optional.empty();
        }
        boolean stays = actual.find(to.key()).filter(before::equals).isPresent();
        Index from = stays ? PartTargets.given(before, to, actual, desired) : before;
        boolean partitioned =
                desired.find(to.on(), Table.class).flatMap(Table::partitioning).isPresent();
        return partitioned && !from.options().equals(to.options())
                ? Optional.empty()
                : ConstraintStatements.alter(from, to, isClustered(to.on()), PartTargets.altered(from, to, desired));
    }

    private Optional<Alteration> alter(Constraint from, Constraint to) {
        if (cannotLeave(from, to)) {
            return Optional.empty();
        }
        Optional<Alteration> completed = IncompleteKey.of(from, to, actual, desired)
                .map(key -> Alteration.of(key.statements())
                        .hazard(Hazard.DATA_DEPENDENT)
                        .takesLong());
        return completed.or(() -> ConstraintStatements.alter(from, to, isClustered(to.on())));
    }

    private boolean cannotLeave(Attachable from, Attachable to) {
        boolean detached = from.attachedTo().isPresent() && !from.attachedTo().equals(to.attachedTo());
        return detached && !isDetached(to.on());
    }

    /** Returns whether the table is to be clustered on one of its indexes; that it is on another is then forgotten. */
    private boolean isClustered(ObjectKey table) {
        return desired.children(table).stream()
                .flatMap(key -> desired.find(key).stream())
                .anyMatch(part -> (part instanceof Index index && index.clustered())
                        || (part instanceof Constraint constraint && constraint.clustered()));
    }

    static IllegalArgumentException notOurs(SchemaObject object) {
        return new IllegalArgumentException(
                "PostgreSQL has no " + object.getClass().getSimpleName());
    }
}
