// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;

/** Establishes which impact rules a change meets, from facts of the two catalogs. */
final class ImpactAssessor {
    private static final int MANY_RELATIONS = 3;
    private static final int MANY_OBJECTS = 10;

    private final GapFacts facts;
    private final MissingImpact missing;
    private final ExtraImpact extra;

    ImpactAssessor(GapFacts facts) {
        this.facts = facts;
        this.missing = new MissingImpact(facts);
        this.extra = new ExtraImpact(facts);
    }

    /** Returns the change with its level and reasons. */
    Discrepancy assess(Change change) {
        List<Reason> reasons = new ArrayList<>();
        List<Difference> differences = List.of();
        List<ObjectKey> within = facts.within(change).stream().toList();
        String detail;
        switch (change) {
            case Change.Missing lacking -> {
                detail = Descriptions.of(lacking.desired());
                if (within.isEmpty()) {
                    reasons.addAll(missing.reasons(lacking.desired()));
                    addFanOut(change.key(), reasons);
                }
            }
            case Change.Extra undeclared -> {
                detail = Descriptions.of(undeclared.actual());
                if (within.isEmpty()) {
                    reasons.addAll(extra.reasons(undeclared.actual()));
                }
            }
            case Change.Altered altered -> {
                differences = altered.differences();
                detail = Descriptions.of(altered);
                reasons.addAll(new AlteredImpact(facts, altered).reasons());
            }
            case Change.Renamed renamed -> {
                detail = "is still named " + renamed.from().name();
                reasons.add(renamed(renamed.to()));
            }
        }
        within.forEach(whole -> reasons.add(new Reason(
                ImpactRule.COMES_ALONG, (change instanceof Change.Extra ? "goes with " : "comes with ") + whole)));
        reasons.sort(
                Comparator.comparing((Reason reason) -> reason.rule().impact()).thenComparing(Reason::rule));
        return new Discrepancy(
                change.key(),
                ChangeType.of(change),
                detail,
                differences,
                within,
                reasons.get(0).rule().impact(),
                reasons);
    }

    /** Queries name relations, columns, types and routines; what hangs on a table is named by schema changes alone. */
    private static Reason renamed(ObjectKey key) {
        return switch (key.kind()) {
            case CONSTRAINT,
                    INDEX,
                    STATISTICS,
                    RULE,
                    TRIGGER,
                    EVENT_TRIGGER,
                    POLICY,
                    CONVERSION,
                    CAST,
                    TRANSFORM,
                    FOREIGN_DATA_WRAPPER,
                    SERVER,
                    USER_MAPPING -> new Reason(ImpactRule.SETTING_DIFFERS, "only its name differs");
            case SCHEMA,
                    EXTENSION,
                    COLLATION,
                    ENUM,
                    DOMAIN,
                    COMPOSITE,
                    RANGE,
                    SEQUENCE,
                    TABLE,
                    FOREIGN_TABLE,
                    VIRTUAL_TABLE,
                    SETTING,
                    OPERATOR,
                    OPERATOR_FAMILY,
                    OPERATOR_CLASS,
                    LANGUAGE,
                    ACCESS_METHOD,
                    TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_TEMPLATE,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    PUBLICATION,
                    COLUMN,
                    FUNCTION,
                    PROCEDURE,
                    AGGREGATE,
                    DEFAULT,
                    VIEW,
                    MATERIALIZED_VIEW,
                    OWNER,
                    COMMENT,
                    GRANT,
                    DEFAULT_PRIVILEGE ->
                new Reason(ImpactRule.NAME_DIFFERS, "statements that name " + key.name() + " fail");
        };
    }

    private void addFanOut(ObjectKey key, List<Reason> reasons) {
        if (key.kind() == ObjectKind.SCHEMA) {
            return; // everything in it depends on it; its own rule says so
        }
        SortedSet<ObjectKey> dependents = facts.outsideDependents(key);
        if (dependents.isEmpty()) {
            return;
        }
        long relations = dependents.stream()
                .filter(dependent -> dependent.kind() != ObjectKind.TRIGGER && dependent.kind() != ObjectKind.POLICY)
                .map(facts::root)
                .filter(GapFacts::isRelation)
                .filter(root -> !root.equals(facts.root(key)))
                .distinct()
                .count();
        ImpactRule rule = relations >= MANY_RELATIONS || dependents.size() >= MANY_OBJECTS
                ? ImpactRule.BLOCKS_MANY
                : ImpactRule.BLOCKS_OTHERS;
        reasons.add(new Reason(
                rule,
                Names.some(facts.directDependents(key), 3) + " cannot exist without it"
                        + (dependents.size() > facts.directDependents(key).size()
                                ? ", " + dependents.size() + " objects in all"
                                : "")));
    }
}
