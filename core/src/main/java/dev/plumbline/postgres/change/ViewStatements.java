// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ColumnSettings;
import dev.plumbline.catalog.EventTrigger;
import dev.plumbline.catalog.MaterializedView;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.Policy;
import dev.plumbline.catalog.Rule;
import dev.plumbline.catalog.Trigger;
import dev.plumbline.catalog.TypedName;
import dev.plumbline.catalog.View;
import dev.plumbline.plan.Hazard;
import dev.plumbline.postgres.sql.Sql;
import dev.plumbline.postgres.sql.StableText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Statements for views, and for what is attached to relations: triggers, rules, policies; and event triggers. */
final class ViewStatements {
    private ViewStatements() {}

    static List<String> create(View view) {
        List<String> statements = new ArrayList<>(List.of(create("CREATE VIEW ", view)));
        statements.addAll(defaults(view.key(), new java.util.TreeMap<>(), view.defaults()));
        return statements;
    }

    private static String create(String verb, View view) {
        return verb + Sql.of(view.key())
                + columns(view.columns())
                + (view.options().isEmpty() ? "" : " WITH (" + Sql.options(view.options()) + ")") + " AS\n"
                + StableText.of(view.definition());
    }

    /** A view may have no columns, and then no list of them. */
    private static String columns(List<TypedName> columns) {
        return columns.isEmpty()
                ? ""
                : " (" + Sql.names(columns.stream().map(TypedName::name).toList()) + ")";
    }

    private static List<String> defaults(ObjectKey view, SortedMap<String, String> from, SortedMap<String, String> to) {
        List<String> statements = new ArrayList<>();
        String alter = "ALTER VIEW " + Sql.of(view) + " ALTER COLUMN ";
        from.keySet().stream()
                .filter(column -> !to.containsKey(column))
                .forEach(column -> statements.add(alter + Sql.name(column) + " DROP DEFAULT"));
        to.entrySet().stream()
                .filter(e -> !e.getValue().equals(from.get(e.getKey())))
                .forEach(e ->
                        statements.add(alter + Sql.name(e.getKey()) + " SET DEFAULT " + StableText.of(e.getValue())));
        return statements;
    }

    /** CREATE OR REPLACE can only add columns at the end (PostgreSQL documentation, CREATE VIEW). */
    static Optional<Alteration> alter(View from, View to) {
        int kept = from.columns().size();
        if (to.columns().size() < kept || !to.columns().subList(0, kept).equals(from.columns())) {
            return Optional.empty();
        }
        Alteration alteration = Alteration.of();
        if (!from.definition().equals(to.definition())) {
            alteration.add(create("CREATE OR REPLACE VIEW ", to));
        } else {
            alteration.add(Sql.changeOptions("ALTER VIEW " + Sql.of(to.key()), from.options(), to.options()));
        }
        alteration.add(defaults(to.key(), from.defaults(), to.defaults()));
        return Optional.of(alteration);
    }

    static List<String> create(MaterializedView view) {
        List<String> statements = new ArrayList<>(List.of(definition(view)));
        statements.addAll(settings(view, Collections.emptySortedMap()));
        return statements;
    }

    private static String definition(MaterializedView view) {
        return "CREATE MATERIALIZED VIEW " + Sql.of(view.key())
                + columns(view.columns())
                + view.accessMethod()
                        .filter(method -> !method.equals("heap"))
                        .map(method -> " USING " + Sql.name(method))
                        .orElse("")
                + (view.options().isEmpty() ? "" : " WITH (" + Sql.options(view.options()) + ")")
                + view.tablespace()
                        .map(space -> " TABLESPACE " + Sql.name(space))
                        .orElse("") + " AS\n"
                + StableText.of(view.definition()) + "\n" + (view.populated() ? "WITH DATA" : "WITH NO DATA");
    }

    static Optional<Alteration> alter(MaterializedView from, MaterializedView to) {
        if (!from.definition().equals(to.definition()) || !from.columns().equals(to.columns())) {
            return Optional.empty();
        }
        if (!from.accessMethod().equals(to.accessMethod())) {
            return Optional.empty();
        }
        String alter = "ALTER MATERIALIZED VIEW " + Sql.of(to.key());
        Alteration alteration = Alteration.of(Sql.changeOptions(alter, from.options(), to.options()));
        if (!from.tablespace().equals(to.tablespace())) {
            alteration
                    .add(alter + " SET TABLESPACE "
                            + to.tablespace().map(Sql::name).orElse("pg_default"))
                    .takesLong();
        }
        alteration.add(settings(to, from.settings()));
        if (from.populated() != to.populated()) {
            alteration
                    .add("REFRESH MATERIALIZED VIEW " + Sql.of(to.key())
                            + (to.populated() ? " WITH DATA" : " WITH NO DATA"))
                    .takesLong();
        }
        return Optional.of(alteration);
    }

    private static List<String> settings(MaterializedView view, SortedMap<String, ColumnSettings> from) {
        List<String> statements = new ArrayList<>();
        for (TypedName column : view.columns()) {
            statements.addAll(ColumnStatements.settings(
                    "ALTER MATERIALIZED VIEW " + Sql.of(view.key()) + " ALTER COLUMN " + Sql.name(column.name()),
                    from.getOrDefault(column.name(), ColumnSettings.USUAL),
                    view.settings().getOrDefault(column.name(), ColumnSettings.USUAL),
                    column.type()));
        }
        return statements;
    }

    static List<String> create(Trigger trigger, Catalog desired) {
        List<String> statements = new ArrayList<>(List.of(StableText.of(trigger.definition())));
        if (!trigger.enabled().equals("O")) {
            statements.add(enable(trigger, Sql.of(trigger.on()), trigger.enabled()));
        }
        statements.addAll(onPartitions(trigger, desired));
        return statements;
    }

    private static String enable(Trigger trigger, String on, String code) {
        return "ALTER TABLE " + on + " " + enabling(code) + " TRIGGER "
                + Sql.name(trigger.key().name());
    }

    /** Returns when a trigger is to fire on the partitions where that differs. */
    static List<String> onPartitions(Trigger trigger, Catalog desired) {
        return TriggerClones.fromTheTop(trigger, desired).stream()
                .map(Sql::of)
                .map(partition ->
                        enable(trigger, partition, trigger.onPartitions().getOrDefault(partition, trigger.enabled())))
                .toList();
    }

    private static String enabling(String code) {
        return switch (code) {
            case "D" -> "DISABLE";
            case "R" -> "ENABLE REPLICA";
            case "A" -> "ENABLE ALWAYS";
            default -> "ENABLE";
        };
    }

    /** What is said of the trigger is said of all its clones, so that those that are to differ follow. */
    static Optional<Alteration> alter(Trigger from, Trigger to, Catalog desired) {
        return from.definition().equals(to.definition())
                ? Optional.of(
                        Alteration.of(enable(to, Sql.of(to.on()), to.enabled())).add(onPartitions(to, desired)))
                : Optional.empty();
    }

    static List<String> create(Rule rule) {
        List<String> statements = new ArrayList<>(List.of(StableText.of(rule.definition())));
        if (!rule.enabled().equals("O")) {
            statements.add(enable(rule));
        }
        return statements;
    }

    private static String enable(Rule rule) {
        return "ALTER TABLE " + Sql.of(rule.on()) + " " + enabling(rule.enabled()) + " RULE "
                + Sql.name(rule.key().name());
    }

    static Optional<Alteration> alter(Rule from, Rule to) {
        return from.definition().equals(to.definition()) ? Optional.of(Alteration.of(enable(to))) : Optional.empty();
    }

    static List<String> create(EventTrigger trigger) {
        List<String> statements = new ArrayList<>();
        statements.add("CREATE EVENT TRIGGER " + Sql.of(trigger.key()) + " ON " + trigger.event()
                + (trigger.tags().isEmpty()
                        ? ""
                        : " WHEN TAG IN ("
                                + trigger.tags().stream().map(Sql::literal).collect(Collectors.joining(", ")) + ")")
                + " EXECUTE FUNCTION " + trigger.function() + "()");
        if (!trigger.enabled().equals("O")) {
            statements.add(enable(trigger));
        }
        return statements;
    }

    private static String enable(EventTrigger trigger) {
        return "ALTER EVENT TRIGGER " + Sql.of(trigger.key()) + " " + enabling(trigger.enabled());
    }

    static Optional<Alteration> alter(EventTrigger from, EventTrigger to) {
        return from.event().equals(to.event())
                        && from.tags().equals(to.tags())
                        && from.function().equals(to.function())
                ? Optional.of(Alteration.of(enable(to)))
                : Optional.empty();
    }

    static String create(Policy policy) {
        return "CREATE POLICY " + on(policy) + (policy.permissive() ? "" : " AS RESTRICTIVE") + " FOR "
                + policy.command() + " TO " + roles(policy)
                + policy.using()
                        .map(using -> " USING (" + StableText.of(using) + ")")
                        .orElse("")
                + policy.check()
                        .map(check -> " WITH CHECK (" + StableText.of(check) + ")")
                        .orElse("");
    }

    private static String on(Policy policy) {
        return Sql.name(policy.key().name()) + " ON " + Sql.of(policy.on());
    }

    private static String roles(Policy policy) {
        return policy.roles().stream().map(PrivilegeStatements::role).collect(Collectors.joining(", "));
    }

    /** ALTER POLICY changes roles and expressions, but takes none away. */
    static Optional<Alteration> alter(Policy from, Policy to) {
        if (from.permissive() != to.permissive()
                || !from.command().equals(to.command())
                || (from.using().isPresent() && to.using().isEmpty())
                || (from.check().isPresent() && to.check().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(Alteration.of("ALTER POLICY " + on(to) + " TO " + roles(to)
                        + to.using()
                                .map(using -> " USING (" + StableText.of(using) + ")")
                                .orElse("")
                        + to.check()
                                .map(check -> " WITH CHECK (" + StableText.of(check) + ")")
                                .orElse(""))
                .hazard(Hazard.AUTHORIZATION));
    }
}
