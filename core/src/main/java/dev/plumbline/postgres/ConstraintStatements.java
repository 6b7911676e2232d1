// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Statistics;
import dev.plumbline.gap.GapFinder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Statements for constraints, indexes and statistics objects. */
final class ConstraintStatements {
    private ConstraintStatements() {}

    /** Returns the constraint as it stands in CREATE TABLE. */
    static String definition(Constraint constraint) {
        String options =
                constraint.indexOptions().isEmpty() ? "" : " WITH (" + Sql.options(constraint.indexOptions()) + ")";
        String definition = StableText.of(constraint.definition());
        // Index options stand before DEFERRABLE and after the columns.
        int deferrable = definition.indexOf(" DEFERRABLE");
        String whole = options.isEmpty() || deferrable < 0
                ? definition + options
                : definition.substring(0, deferrable) + options + definition.substring(deferrable);
        return "CONSTRAINT " + Sql.name(constraint.key().name()) + " " + whole;
    }

    static List<String> add(Constraint constraint) {
        List<String> statements = new ArrayList<>();
        statements.add(alterOwner(constraint) + " ADD " + definition(constraint)
                + (constraint.validated() ? "" : " NOT VALID"));
        if (constraint.clustered()) {
            statements.add(cluster(constraint.on(), constraint.key().name()));
        }
        return statements;
    }

    static String drop(Constraint constraint) {
        return alterOwner(constraint) + " DROP CONSTRAINT "
                + Sql.name(constraint.key().name());
    }

    private static String alterOwner(Constraint constraint) {
        return (constraint.on().kind() == ObjectKind.DOMAIN ? "ALTER DOMAIN " : "ALTER TABLE ")
                + Sql.of(constraint.on());
    }

    private static String cluster(ObjectKey table, String index) {
        return "ALTER TABLE " + Sql.of(table) + " CLUSTER ON " + Sql.name(index);
    }

    static Optional<Alteration> alter(Constraint from, Constraint to) {
        Set<String> differing = differing(from, to);
        if (!Set.of("validated", "clustered", "indexOptions").containsAll(differing)
                || (from.validated() && !to.validated())) {
            return Optional.empty();
        }
        Alteration alteration = Alteration.of();
        if (!from.validated() && to.validated()) {
            alteration.add(validate(to)).takesLong();
        }
        if (differing.contains("clustered")) {
            alteration.add(clustered(to.on(), to.key().name(), to.clustered()));
        }
        alteration.add(Sql.changeOptions(
                "ALTER INDEX " + Sql.name(to.key().schema()) + "."
                        + Sql.name(to.key().name()),
                from.indexOptions(),
                to.indexOptions()));
        return Optional.of(alteration);
    }

    static String validate(Constraint constraint) {
        return alterOwner(constraint) + " VALIDATE CONSTRAINT "
                + Sql.name(constraint.key().name());
    }

    private static String clustered(ObjectKey table, String index, boolean on) {
        return on ? cluster(table, index) : "ALTER TABLE " + Sql.of(table) + " SET WITHOUT CLUSTER";
    }

    static List<String> create(Index index) {
        List<String> statements = new ArrayList<>(List.of(StableText.of(index.definition())));
        statements.addAll(statistics(index));
        if (index.clustered()) {
            statements.add(cluster(index.on(), index.key().name()));
        }
        return statements;
    }

    private static List<String> statistics(Index index) {
        return index.statistics().entrySet().stream()
                .map(e -> "ALTER INDEX " + Sql.of(index.key()) + " ALTER COLUMN " + e.getKey() + " SET STATISTICS "
                        + e.getValue())
                .toList();
    }

    static Optional<Alteration> alter(Index from, Index to) {
        Set<String> differing = differing(from, to);
        if (!Set.of("clustered", "statistics").containsAll(differing)) {
            return Optional.empty();
        }
        Alteration alteration = Alteration.of();
        if (differing.contains("statistics")) {
            from.statistics().keySet().stream()
                    .filter(column -> !to.statistics().containsKey(column))
                    .forEach(column -> alteration.add(
                            "ALTER INDEX " + Sql.of(to.key()) + " ALTER COLUMN " + column + " SET STATISTICS -1"));
            alteration.add(statistics(to));
        }
        if (differing.contains("clustered")) {
            alteration.add(clustered(to.on(), to.key().name(), to.clustered()));
        }
        return Optional.of(alteration);
    }

    static List<String> create(Statistics statistics) {
        List<String> statements = new ArrayList<>(List.of(StableText.of(statistics.definition())));
        statistics.target().ifPresent(target -> statements.add(target(statistics.key(), target)));
        return statements;
    }

    static Optional<Alteration> alter(Statistics from, Statistics to) {
        return differing(from, to).equals(Set.of("target"))
                ? Optional.of(Alteration.of(target(to.key(), to.target().orElse(-1))))
                : Optional.empty();
    }

    private static String target(ObjectKey key, int target) {
        return "ALTER STATISTICS " + Sql.of(key) + " SET STATISTICS " + target;
    }

    private static Set<String> differing(
            dev.plumbline.catalog.SchemaObject from, dev.plumbline.catalog.SchemaObject to) {
        return GapFinder.differences(from, to).stream()
                .map(difference -> difference.component())
                .collect(Collectors.toSet());
    }
}
