// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import dev.plumbline.catalog.Grant;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.gap.ChangeType;
import dev.plumbline.gap.Discrepancy;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.Impact;
import dev.plumbline.gap.ImpactRule;
import dev.plumbline.gap.IndexPurpose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Discrepancies as rows of a table; what comes in numbers and differs in the same way is told as one. */
final class DiscrepancyRows {
    private static final int TOLD_ONE_BY_ONE = 3;

    private final Gap gap;

    DiscrepancyRows(Gap gap) {
        this.gap = gap;
    }

    /** Returns impact, change, object and reason of what is critical, one by one, and of what is high, gathered. */
    List<List<Cell>> mattersFirst(Stream<Discrepancy> essential) {
        SequencedMap<Alike, List<Discrepancy>> groups = new LinkedHashMap<>();
        essential
                .filter(discrepancy -> discrepancy.impact().compareTo(Impact.HIGH) <= 0)
                .forEach(d -> groups.computeIfAbsent(Alike.of(d), k -> new ArrayList<>())
                        .add(d));
        List<List<Cell>> rows = new ArrayList<>();
        groups.forEach((alike, members) -> {
            if (alike.impact() == Impact.HIGH && members.size() > TOLD_ONE_BY_ONE) {
                rows.add(together(alike, members));
            } else {
                members.forEach(member -> rows.add(alone(member)));
            }
        });
        return rows;
    }

    /** What differs in the same way by the same rule. */
    private record Alike(Impact impact, ChangeType type, ObjectKind kind, ImpactRule rule) {
        static Alike of(Discrepancy discrepancy) {
            return new Alike(
                    discrepancy.impact(),
                    discrepancy.type(),
                    discrepancy.key().kind(),
                    discrepancy.mainReason().rule());
        }
    }

    private static List<Cell> alone(Discrepancy discrepancy) {
        return List.of(
                impact(discrepancy.impact()),
                Cell.of(discrepancy.type().label()),
                Cell.of(discrepancy.key().toString()),
                Cell.of(discrepancy.mainReason().text() + " ["
                        + discrepancy.mainReason().rule().id() + "]"));
    }

    private static List<Cell> together(Alike alike, List<Discrepancy> members) {
        return List.of(
                impact(alike.impact()),
                Cell.of(alike.type().label()),
                Cell.of(members.size() + " " + alike.kind().plural()),
                Cell.of(names(members.stream().map(Discrepancy::key).toList(), 3) + ": "
                        + alike.rule().sentence() + " [" + alike.rule().id() + "]"));
    }

    /** Returns impact, name and description of missing objects, and the reason where that does not say it already. */
    List<List<Cell>> missing(List<Discrepancy> missing, boolean selfEvident) {
        return missing.stream()
                .map(this::missing)
                .map(row -> selfEvident ? row.subList(0, row.size() - 1) : row)
                .toList();
    }

    private List<Cell> missing(Discrepancy discrepancy) {
        String what = gap.desired()
                .find(discrepancy.key(), Index.class)
                .map(index -> discrepancy.detail() + ", serves "
                        + IndexPurpose.of(index, gap.desired()).label())
                .orElse(discrepancy.detail());
        return List.of(
                impact(discrepancy.impact()),
                Cell.of(discrepancy.key().qualifiedName()),
                Cell.of(Texts.cut(Texts.oneLine(what), 120)),
                Cell.of(discrepancy.mainReason().text()));
    }

    /** Returns the same of missing grants; the same rights of the same role are one row. */
    List<List<Cell>> grants(List<Discrepancy> missing) {
        SequencedMap<String, List<Discrepancy>> alike = new LinkedHashMap<>();
        missing.forEach(d -> alike.computeIfAbsent(d.mainReason().text(), k -> new ArrayList<>())
                .add(d));
        List<List<Cell>> rows = new ArrayList<>();
        alike.forEach((reason, members) -> rows.add(
                members.size() == 1
                        ? missing(members.get(0))
                        : List.of(
                                impact(members.get(0).impact()),
                                Cell.of(members.size() + " grants"),
                                Cell.of("on " + targets(members)),
                                Cell.of(reason))));
        return rows;
    }

    private String targets(List<Discrepancy> grants) {
        return names(
                grants.stream()
                        .map(d -> gap.desired()
                                .find(d.key(), Grant.class)
                                .map(Grant::target)
                                .orElse(d.key()))
                        .toList(),
                6);
    }

    /** Returns the first names of a list and how many more there are. */
    static String names(List<ObjectKey> keys, int most) {
        String first = keys.stream().limit(most).map(DiscrepancyRows::shortName).collect(Collectors.joining(", "));
        return keys.size() > most ? first + " and " + (keys.size() - most) + " more" : first;
    }

    /** Returns a name without its schema; a column, and what else has its name within a table, with the table. */
    private static String shortName(ObjectKey key) {
        return switch (key.kind()) {
            case COLUMN, DEFAULT, TRIGGER, POLICY, RULE ->
                String.join(".", key.path().subList(1, key.path().size()));
            case OWNER, COMMENT, GRANT -> key.qualifiedName();
            default -> key.name();
        };
    }

    /** Returns a level in its tone. */
    static Cell impact(Impact impact) {
        return new Cell(
                impact.name().toLowerCase(Locale.ROOT),
                switch (impact) {
                    case CRITICAL, HIGH -> Tone.BAD;
                    case MEDIUM -> Tone.NOTABLE;
                    case LOW -> Tone.PLAIN;
                    case INFO -> Tone.FAINT;
                });
    }
}
