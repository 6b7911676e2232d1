// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import dev.plumbline.catalog.Accessory;
import dev.plumbline.catalog.Aggregate;
import dev.plumbline.catalog.Collation;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnDefault;
import dev.plumbline.catalog.Comment;
import dev.plumbline.catalog.CompositeType;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.DatabaseSetting;
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
import dev.plumbline.catalog.Owner;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/** What follows from an object's absence. What it blocks is judged for all kinds alike by the caller. */
final class MissingImpact {
    private static final long SMALL = 1000;

    private final GapFacts facts;

    MissingImpact(GapFacts facts) {
        this.facts = facts;
    }

    List<Reason> reasons(SchemaObject missing) {
        ObjectKey key = missing.key();
        Optional<ObjectKey> whole = facts.partOfBoth(missing);
        if (whole.isPresent()) {
            return one(
                    ImpactRule.SETTING_DIFFERS,
                    "the part of " + whole.get() + " there has another name or other settings");
        }
        return switch (missing) {
            case NamedSchema schema ->
                one(ImpactRule.SCHEMA_MISSING, "everything that is declared in it is missing too");
            case Table table ->
                table.partitionOf()
                        .map(of -> one(
                                ImpactRule.PARTITION_MISSING,
                                "rows of " + of.parent().qualifiedName() + " " + of.bound() + " have no place"))
                        .orElseGet(() -> table(key));
            case ForeignTable table -> table(key);
            case SqliteTable table -> table(key);
            case VirtualTable table -> table(key);
            case Column column -> column(key);
            case SqliteColumn column -> column(key);
            case ColumnDefault value -> missingDefault(value);
            case Constraint constraint -> constraint(constraint);
            case Index index -> index(index);
            case Policy policy ->
                one(
                        ImpactRule.ISOLATION_LOST,
                        "nothing restricts " + commands(policy) + " on "
                                + policy.on().qualifiedName() + " as declared");
            case Trigger trigger ->
                one(
                        ImpactRule.TRIGGER_MISSING,
                        "nothing happens on " + trigger.on().qualifiedName() + " when it should");
            case Rule rule ->
                one(ImpactRule.TRIGGER_MISSING, "statements on " + rule.on().qualifiedName() + " are not rewritten");
            case EventTrigger trigger -> one(ImpactRule.TRIGGER_MISSING, "nothing watches " + trigger.event());
            case Routine routine ->
                one(ImpactRule.ROUTINE_MISSING, "calls of " + Names.withoutArguments(key.name()) + " fail");
            case Aggregate aggregate ->
                one(ImpactRule.ROUTINE_MISSING, "calls of " + Names.withoutArguments(key.name()) + " fail");
            case View view -> one(ImpactRule.VIEW_MISSING, "queries of " + key.name() + " fail");
            case MaterializedView view -> one(ImpactRule.VIEW_MISSING, "queries of " + key.name() + " fail");
            case Grant grant ->
                one(
                        ImpactRule.RIGHT_MISSING,
                        grant.grantee() + " lacks "
                                + String.join(", ", grant.privileges().keySet()));
            case DefaultPrivilege privilege -> one(ImpactRule.RIGHT_MISSING, "new objects lack the declared rights");
            case Owner owner -> one(ImpactRule.OWNER_DIFFERS, "it should belong to " + owner.role());
            case Comment comment -> one(ImpactRule.DOCUMENTATION, "a comment is missing");
            case Statistics statistics -> one(ImpactRule.DOCUMENTATION, "the planner knows less about the columns");
            case DatabaseSetting setting -> one(ImpactRule.SETTING_DIFFERS, "it should be " + setting.value());
            case Accessory accessory -> unneeded();
            case Extension extension -> unneeded();
            case EnumType type -> unneeded();
            case DomainType type -> unneeded();
            case CompositeType type -> unneeded();
            case RangeType type -> unneeded();
            case Collation collation -> unneeded();
            case Sequence sequence -> unneeded();
        };
    }

    private static List<Reason> unneeded() {
        return one(ImpactRule.NOTHING_NEEDS_IT, "statements that name it fail");
    }

    private static List<Reason> table(ObjectKey key) {
        return one(ImpactRule.TABLE_MISSING, "statements that name " + key.name() + " fail");
    }

    private List<Reason> column(ObjectKey key) {
        List<Reason> reasons =
                new ArrayList<>(one(ImpactRule.COLUMN_MISSING, "statements that name " + key.name() + " fail"));
        SortedSet<ObjectKey> keys = new TreeSet<>();
        for (ObjectKey dependent : facts.desired().dependents(key)) {
            facts.desired().find(dependent).filter(MissingImpact::makesKey).ifPresent(found -> keys.add(dependent));
        }
        facts.desired().children(GapFacts.relationOfColumn(key)).stream()
                .flatMap(child -> facts.desired().find(child, Constraint.class).stream())
                .filter(c -> c.columns().contains(key.name()))
                .filter(MissingImpact::makesKey)
                .forEach(c -> keys.add(c.key()));
        if (!keys.isEmpty()) {
            reasons.add(new Reason(ImpactRule.KEY_COLUMN_MISSING, "needed by " + Names.some(keys, 2)));
        }
        return reasons;
    }

    private static boolean makesKey(SchemaObject object) {
        return switch (object) {
            case Policy policy -> true;
            case Index index -> index.unique();
            case Constraint constraint ->
                switch (constraint.type()) {
                    case PRIMARY_KEY, UNIQUE, FOREIGN_KEY, EXCLUSION -> true;
                    case CHECK -> false;
                };
            default -> false;
        };
    }

    private List<Reason> missingDefault(ColumnDefault value) {
        boolean required = facts.desired()
                .find(value.column(), Column.class)
                .map(Column::notNull)
                .orElse(false);
        return required
                ? one(
                        ImpactRule.VALUE_MISSING,
                        "inserts that leave " + value.column().name() + " out fail")
                : one(
                        ImpactRule.DEFAULT_DIFFERS,
                        "inserts that leave " + value.column().name() + " out store NULL");
    }

    private static List<Reason> constraint(Constraint constraint) {
        String on = constraint.on().qualifiedName();
        return switch (constraint.type()) {
            case PRIMARY_KEY, UNIQUE ->
                one(
                        ImpactRule.UNIQUENESS_LOST,
                        "nothing keeps (" + String.join(", ", constraint.columns()) + ") unique in " + on);
            case FOREIGN_KEY ->
                one(
                        ImpactRule.REFERENCE_LOST,
                        "nothing keeps (" + String.join(", ", constraint.columns()) + ") of " + on
                                + " pointing at rows of "
                                + constraint
                                        .references()
                                        .map(ObjectKey::qualifiedName)
                                        .orElse("another table"));
            case CHECK -> one(ImpactRule.CHECK_LOST, on + " takes values that " + constraint.definition() + " forbids");
            case EXCLUSION -> one(ImpactRule.CHECK_LOST, on + " takes rows that exclude each other");
        };
    }

    private List<Reason> index(Index index) {
        String on = index.on().qualifiedName();
        if (index.unique()) {
            return one(
                    ImpactRule.UNIQUENESS_LOST,
                    "nothing keeps (" + String.join(", ", index.columns()) + ") unique in " + on);
        }
        OptionalLong rows = facts.rows(index.on());
        if (rows.isPresent() && rows.getAsLong() < SMALL && facts.actual().contains(index.on())) {
            return one(ImpactRule.SMALL_TABLE, on + " has about " + rows.getAsLong() + " rows");
        }
        return one(
                ImpactRule.INDEX_MISSING,
                IndexPurpose.of(index, facts.desired()).sentence() + " on " + on + " without an index");
    }

    private static String commands(Policy policy) {
        return policy.command().equals("ALL") ? "reads and writes" : policy.command();
    }

    private static List<Reason> one(ImpactRule rule, String text) {
        return List.of(new Reason(rule, text));
    }
}
