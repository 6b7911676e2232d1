// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import dev.plumbline.catalog.Accessory;
import dev.plumbline.catalog.Aggregate;
import dev.plumbline.catalog.Collation;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnDefault;
import dev.plumbline.catalog.ColumnValue;
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

/** What follows from an object that nobody declared. */
final class ExtraImpact {
    private final GapFacts facts;
    private final PerhapsRenamed perhaps;

    ExtraImpact(GapFacts facts) {
        this.facts = facts;
        this.perhaps = new PerhapsRenamed(facts);
    }

    List<Reason> reasons(SchemaObject extra) {
        List<Reason> reasons = new ArrayList<>(byKind(extra));
        boolean proposed = reasons.stream().anyMatch(reason -> reason.rule() == ImpactRule.PERHAPS_RENAMED);
        if (!proposed) {
            facts.likelyRename(extra.key())
                    .ifPresent(rename -> reasons.add(new Reason(ImpactRule.LIKELY_RENAMED, rename.clause())));
        }
        return reasons;
    }

    private List<Reason> byKind(SchemaObject extra) {
        Optional<ObjectKey> whole = facts.partOfBoth(extra);
        if (whole.isPresent()) {
            return one(
                    ImpactRule.SETTING_DIFFERS,
                    "the part of " + whole.get() + " there is declared with another name or other settings");
        }
        return switch (extra) {
            case Table table -> relation(table.key());
            case SqliteTable table -> relation(table.key());
            case VirtualTable table -> relation(table.key());
            case Column column -> column(column);
            case SqliteColumn column -> column(column);
            case Constraint constraint ->
                one(
                        ImpactRule.REJECTS_MORE,
                        constraint.on().qualifiedName() + " rejects rows by " + constraint.definition());
            case Index index ->
                index.unique()
                        ? one(
                                ImpactRule.REJECTS_MORE,
                                index.on().qualifiedName() + " rejects duplicates of ("
                                        + String.join(", ", index.columns()) + ")")
                        : one(ImpactRule.UNDECLARED, "writes to " + index.on().qualifiedName() + " keep it up to date");
            case Policy policy ->
                policy.permissive()
                        ? one(
                                ImpactRule.OPEN_TO_MORE,
                                "it opens rows of " + policy.on().qualifiedName() + " to "
                                        + String.join(", ", policy.roles()))
                        : one(
                                ImpactRule.REJECTS_MORE,
                                "it hides rows of " + policy.on().qualifiedName());
            case Trigger trigger ->
                one(ImpactRule.DOES_MORE, "it runs on " + trigger.on().qualifiedName());
            case Rule rule ->
                one(
                        ImpactRule.DOES_MORE,
                        "it rewrites statements on " + rule.on().qualifiedName());
            case EventTrigger trigger -> one(ImpactRule.DOES_MORE, "it runs on " + trigger.event());
            case Grant grant ->
                one(
                        ImpactRule.RIGHT_EXTRA,
                        grant.grantee() + " has "
                                + String.join(", ", grant.privileges().keySet()));
            case DefaultPrivilege privilege -> one(ImpactRule.RIGHT_EXTRA, "new objects come with undeclared rights");
            case ColumnDefault value -> one(ImpactRule.DEFAULT_DIFFERS, "it is " + value.expression());
            case Owner owner -> one(ImpactRule.OWNER_DIFFERS, "it belongs to " + owner.role());
            case Comment comment -> one(ImpactRule.DOCUMENTATION, "a comment that nobody declared");
            case Statistics statistics -> one(ImpactRule.DOCUMENTATION, "statistics that nobody declared");
            case MaterializedView view -> undeclared();
            case ForeignTable table -> undeclared();
            case Accessory accessory -> undeclared();
            case NamedSchema schema -> undeclared();
            case Extension extension -> undeclared();
            case EnumType type -> undeclared();
            case DomainType type -> undeclared();
            case CompositeType type -> undeclared();
            case RangeType type -> undeclared();
            case Collation collation -> undeclared();
            case Sequence sequence -> undeclared();
            case Routine routine -> undeclared();
            case Aggregate aggregate -> undeclared();
            case View view -> undeclared();
        };
    }

    private static List<Reason> undeclared() {
        return one(ImpactRule.UNDECLARED, "nothing declared needs it");
    }

    private List<Reason> relation(ObjectKey key) {
        List<Reason> reasons = new ArrayList<>();
        perhaps.tableOf(key).ifPresent(reasons::add);
        for (ObjectKind kind : List.of(ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW)) {
            if (facts.desired().contains(new ObjectKey(kind, key.path()))) {
                reasons.add(
                        new Reason(ImpactRule.TABLE_KIND_DIFFERS, "a " + kind.label() + " is declared under its name"));
            }
        }
        OptionalLong rows = facts.rows(key);
        if (rows.isPresent() && rows.getAsLong() > 0) {
            reasons.add(new Reason(ImpactRule.HOLDS_ROWS, "about " + rows.getAsLong() + " rows are in it"));
        }
        return reasons.isEmpty() ? undeclared() : reasons;
    }

    private List<Reason> column(Column column) {
        boolean given = column.value() instanceof ColumnValue.Given
                && !facts.actual()
                        .contains(new ObjectKey(ObjectKind.DEFAULT, column.key().path()));
        return column(column.key(), column.notNull() && given);
    }

    private List<Reason> column(SqliteColumn column) {
        return column(
                column.key(), column.notNull() && column.defaultExpression().isEmpty() && !column.generated());
    }

    private List<Reason> column(ObjectKey key, boolean required) {
        List<Reason> reasons = new ArrayList<>();
        perhaps.columnOf(key).ifPresent(reasons::add);
        if (required) {
            reasons.add(facts.computedFrom(key)
                    .map(from -> new Reason(
                            ImpactRule.DOES_MORE,
                            "inserts that leave " + key.name() + " out have it computed from " + from
                                    + ", and fail only where that is null"))
                    .orElseGet(() ->
                            new Reason(ImpactRule.COLUMN_REQUIRED, "inserts that leave " + key.name() + " out fail")));
        }
        OptionalLong rows = facts.rows(GapFacts.relationOfColumn(key));
        if (rows.isPresent() && rows.getAsLong() > 0) {
            reasons.add(new Reason(ImpactRule.HOLDS_ROWS, "the table has about " + rows.getAsLong() + " rows with it"));
        }
        return reasons.isEmpty() ? undeclared() : reasons;
    }

    private static List<Reason> one(ImpactRule rule, String text) {
        return List.of(new Reason(rule, text));
    }
}
