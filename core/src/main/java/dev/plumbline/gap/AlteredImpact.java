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
import dev.plumbline.catalog.ConstraintType;
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
import dev.plumbline.catalog.ObjectKind;
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
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What follows from an object that both sides have in different form. */
final class AlteredImpact {
    private final GapFacts facts;
    private final Change.Altered change;
    private final Set<String> components;
    private final List<Reason> reasons = new ArrayList<>();

    AlteredImpact(GapFacts facts, Change.Altered change) {
        this.facts = facts;
        this.change = change;
        this.components =
                change.differences().stream().map(Difference::component).collect(Collectors.toSet());
    }

    List<Reason> reasons() {
        judge(change.desired());
        if (reasons.isEmpty()) {
            add(ImpactRule.SETTING_DIFFERS, differing());
        }
        return List.copyOf(reasons);
    }

    private void judge(SchemaObject desired) {
        switch (desired) {
            case Table table -> table(table);
            case SqliteTable table -> sqliteTable(table);
            case VirtualTable table -> add(ImpactRule.TABLE_KIND_DIFFERS, differing());
            case Column column -> column(column);
            case SqliteColumn column -> column(column);
            case ColumnDefault value -> defaultValue(value);
            case Constraint constraint -> constraint(constraint);
            case Index index -> index(index);
            case Policy policy ->
                add(ImpactRule.ISOLATION_LOST, policy.on().qualifiedName() + " is restricted otherwise than declared");
            case Trigger trigger ->
                add(ImpactRule.LOGIC_IN_USE_DIFFERS, "on " + trigger.on().qualifiedName() + ": " + differing());
            case Rule rule ->
                add(ImpactRule.LOGIC_IN_USE_DIFFERS, "on " + rule.on().qualifiedName() + ": " + differing());
            case EventTrigger trigger -> add(ImpactRule.LOGIC_IN_USE_DIFFERS, differing());
            case Routine routine -> routine(routine.key());
            case Aggregate aggregate -> routine(aggregate.key());
            case EnumType type -> enumType(type);
            case DomainType type -> inUse(ImpactRule.TYPE_DIFFERS, type.key());
            case CompositeType type -> inUse(ImpactRule.TYPE_DIFFERS, type.key());
            case RangeType type -> inUse(ImpactRule.TYPE_DIFFERS, type.key());
            case View view -> add(ImpactRule.BEHAVES_OTHERWISE, differing());
            case MaterializedView view -> add(ImpactRule.BEHAVES_OTHERWISE, differing());
            case Grant grant -> rights(grant.grantee());
            case Owner owner -> owner(owner);
            case DefaultPrivilege privilege -> rights(privilege.grantee());
            case ForeignTable table -> add(ImpactRule.BEHAVES_OTHERWISE, differing());
            case DatabaseSetting setting -> add(ImpactRule.SETTING_DIFFERS, differing());
            case Accessory accessory -> add(ImpactRule.BEHAVES_OTHERWISE, differing());
            case Collation collation -> add(ImpactRule.BEHAVES_OTHERWISE, differing());
            case Sequence sequence -> add(ImpactRule.SETTING_DIFFERS, differing());
            case Extension extension -> add(ImpactRule.SETTING_DIFFERS, differing());
            case Comment comment -> add(ImpactRule.DOCUMENTATION, "its text differs");
            case Statistics statistics -> add(ImpactRule.DOCUMENTATION, differing());
            case NamedSchema schema -> add(ImpactRule.SETTING_DIFFERS, differing());
        }
    }

    private void table(Table desired) {
        if (change.actual() instanceof Table actual) {
            if (desired.rowSecurity() && !actual.rowSecurity()) {
                add(ImpactRule.ISOLATION_LOST, "row-level security is off, so its policies hold for nobody");
            } else if (desired.forceRowSecurity() && !actual.forceRowSecurity()) {
                add(ImpactRule.ISOLATION_LOST, "the policies do not hold for the owner");
            } else if (actual.rowSecurity() && !desired.rowSecurity()) {
                add(ImpactRule.REJECTS_MORE, "row-level security is on though nobody declared it");
            }
            if (!desired.partitioning().equals(actual.partitioning())
                    || !desired.partitionOf().equals(actual.partitionOf())
                    || desired.unlogged() != actual.unlogged()
                    || !desired.inherits().equals(actual.inherits())) {
                add(ImpactRule.TABLE_KIND_DIFFERS, differing());
            }
        }
    }

    private void sqliteTable(SqliteTable desired) {
        if (components.contains("constraints") && change.actual() instanceof SqliteTable actual) {
            List<String> lost = new ArrayList<>(desired.constraints());
            lost.removeAll(actual.constraints());
            if (lost.isEmpty()) {
                add(ImpactRule.REJECTS_MORE, "it has constraints that nobody declared");
            }
            lost.forEach(constraint -> add(ruleOfLost(constraint), "it lacks " + constraint));
        }
        if (components.contains("strict") || components.contains("withoutRowid")) {
            add(ImpactRule.TABLE_KIND_DIFFERS, differing());
        }
    }

    /** The constraints of a SQLite table are known by their first words only; the normal form has keywords in upper case. */
    private static ImpactRule ruleOfLost(String constraint) {
        if (constraint.contains("PRIMARY KEY") || constraint.contains("UNIQUE")) {
            return ImpactRule.UNIQUENESS_LOST;
        }
        return constraint.contains("FOREIGN KEY") ? ImpactRule.REFERENCE_LOST : ImpactRule.CHECK_LOST;
    }

    private void column(Column desired) {
        if (change.actual() instanceof Column actual) {
            notNull(actual.notNull(), desired.notNull());
            if (!actual.type().equals(desired.type())) {
                add(ImpactRule.TYPE_DIFFERS, "it is " + actual.type() + " where " + desired.type() + " is expected");
            }
            if (!actual.value().equals(desired.value())) {
                add(ImpactRule.TYPE_DIFFERS, "its values come from elsewhere than declared");
            }
            if (!actual.collation().equals(desired.collation())) {
                add(ImpactRule.BEHAVES_OTHERWISE, "text is compared by other rules");
            }
        }
    }

    private void column(SqliteColumn desired) {
        if (change.actual() instanceof SqliteColumn actual) {
            notNull(actual.notNull(), desired.notNull());
            if (!actual.type().equals(desired.type())) {
                add(
                        ImpactRule.TYPE_DIFFERS,
                        "it is declared " + actual.type() + " where " + desired.type() + " is expected");
            }
            if (actual.primaryKeyPosition() != desired.primaryKeyPosition()) {
                add(ImpactRule.UNIQUENESS_LOST, "the primary key is made of other columns");
            }
            if (!actual.defaultExpression().equals(desired.defaultExpression())) {
                add(ImpactRule.DEFAULT_DIFFERS, "its default differs");
            }
            if (reasons.isEmpty()) {
                add(ImpactRule.BEHAVES_OTHERWISE, "its own constraints differ");
            }
        }
    }

    private void notNull(boolean actual, boolean desired) {
        if (desired && !actual) {
            add(ImpactRule.CHECK_LOST, "NULL gets in where NOT NULL is declared");
        } else if (actual && !desired) {
            add(ImpactRule.REJECTS_MORE, "NULL is rejected where it is declared allowed");
        }
    }

    private void defaultValue(ColumnDefault desired) {
        if (change.actual() instanceof ColumnDefault actual) {
            add(
                    ImpactRule.DEFAULT_DIFFERS,
                    "it is " + actual.expression() + " where " + desired.expression() + " is declared");
        }
    }

    private void constraint(Constraint desired) {
        if (components.equals(Set.of("validated"))) {
            add(ImpactRule.NOT_VALIDATED, "rows from before it may violate it");
            return;
        }
        if (components.contains("valid") && desired.valid()) {
            add(
                    desired.type() == ConstraintType.EXCLUSION ? ImpactRule.CHECK_LOST : ImpactRule.UNIQUENESS_LOST,
                    "partitions lack their part of it");
            return;
        }
        if (!components.contains("definition") && !components.contains("type")) {
            return;
        }
        switch (desired.type()) {
            case PRIMARY_KEY, UNIQUE -> add(ImpactRule.UNIQUENESS_LOST, differing());
            case FOREIGN_KEY -> add(ImpactRule.REFERENCE_LOST, reference(desired));
            case CHECK, EXCLUSION -> add(ImpactRule.CHECK_LOST, differing());
        }
    }

    private String reference(Constraint desired) {
        Optional<String> actual = change.actual() instanceof Constraint constraint
                ? constraint.references().map(ObjectKey::qualifiedName)
                : Optional.empty();
        Optional<String> declared = desired.references().map(ObjectKey::qualifiedName);
        return actual.equals(declared)
                ? differing()
                : "it refers to " + actual.orElse("nothing") + " where " + declared.orElse("nothing") + " is declared";
    }

    private void index(Index desired) {
        if (change.actual() instanceof Index actual) {
            if (!actual.on().equals(desired.on())) {
                add(
                        desired.unique() ? ImpactRule.UNIQUENESS_LOST : ImpactRule.INDEX_MISSING,
                        "it is on " + actual.on().qualifiedName() + " where "
                                + desired.on().qualifiedName() + " is to have it");
                return;
            }
            if (desired.unique()
                    && !(actual.unique()
                            && actual.columns().equals(desired.columns())
                            && actual.predicate().equals(desired.predicate()))) {
                add(ImpactRule.UNIQUENESS_LOST, differing());
            } else if (actual.unique() && !desired.unique()) {
                add(ImpactRule.REJECTS_MORE, "it rejects duplicates that are declared allowed");
            }
            if (desired.valid() && !actual.valid()) {
                add(ImpactRule.INDEX_INVALID, "a concurrent build of it failed");
            }
            if (components.contains("definition")) {
                add(ImpactRule.BEHAVES_OTHERWISE, differing());
            }
        }
    }

    private void routine(ObjectKey key) {
        SortedSet<ObjectKey> users = new TreeSet<>();
        for (ObjectKey dependent : facts.desired().dependents(key)) {
            if (dependent.kind() != ObjectKind.COMMENT && dependent.kind() != ObjectKind.GRANT) {
                users.add(dependent);
            }
        }
        if (users.isEmpty()) {
            add(ImpactRule.BEHAVES_OTHERWISE, differing());
        } else {
            add(ImpactRule.LOGIC_IN_USE_DIFFERS, "relied on by " + Names.some(users, 2));
        }
    }

    private void enumType(EnumType desired) {
        if (change.actual() instanceof EnumType actual) {
            List<String> lacking = new ArrayList<>(desired.labels());
            lacking.removeAll(actual.labels());
            if (lacking.isEmpty()) {
                add(ImpactRule.BEHAVES_OTHERWISE, "it has values that are not declared, or in another order");
            } else {
                add(ImpactRule.LABEL_MISSING, "it lacks " + String.join(", ", lacking));
            }
        }
    }

    private void inUse(ImpactRule rule, ObjectKey key) {
        SortedSet<ObjectKey> users = facts.outsideDependents(key);
        if (users.isEmpty()) {
            add(ImpactRule.SETTING_DIFFERS, differing());
        } else {
            add(rule, "needed by " + Names.some(users, 2));
        }
    }

    private void owner(Owner desired) {
        if (change.actual() instanceof Owner actual) {
            add(ImpactRule.OWNER_DIFFERS, "it belongs to " + actual.role() + " and should to " + desired.role());
        }
    }

    private void rights(String grantee) {
        add(ImpactRule.RIGHT_EXTRA, grantee + " has other rights than declared");
    }

    private String differing() {
        return change.differences().stream().map(Difference::words).collect(Collectors.joining(", "))
                + (change.differences().size() == 1 ? " differs" : " differ");
    }

    private void add(ImpactRule rule, String text) {
        reasons.add(new Reason(rule, text));
    }
}
