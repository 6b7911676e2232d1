// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SqliteColumn;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells where something extra may be something missing under its old name. Renames are never guessed: this only says
 * what the reader should look at, and which hint would declare it.
 */
final class PerhapsRenamed {
    private static final double MOST_COLUMNS = 0.75;

    private final GapFacts facts;

    PerhapsRenamed(GapFacts facts) {
        this.facts = facts;
    }

    /** Looks for a missing table with most of the columns of an extra one. */
    Optional<Reason> tableOf(ObjectKey extra) {
        Set<String> columns = columns(extra, facts.actual());
        int most = 0;
        Optional<ObjectKey> likest = Optional.empty();
        for (ObjectKey key : facts.desired().keys()) {
            if (key.kind() == ObjectKind.TABLE
                    && facts.is(key, ChangeType.MISSING)
                    && key.schema().equals(extra.schema())) {
                Set<String> shared = columns(key, facts.desired());
                shared.retainAll(columns);
                if (shared.size() > most) {
                    most = shared.size();
                    likest = Optional.of(key);
                }
            }
        }
        int shared = most;
        return likest.filter(key -> shared >= columns.size() * MOST_COLUMNS)
                .map(key -> new Reason(
                        ImpactRule.PERHAPS_RENAMED,
                        key + ", which is missing, has " + shared + " of its " + columns.size() + " columns: "
                                + hint(extra)));
    }

    /** Looks for the one missing column of the same type in the table of an extra one. */
    Optional<Reason> columnOf(ObjectKey extra) {
        ObjectKey table = GapFacts.relationOfColumn(extra);
        String type = type(extra, facts.actual());
        List<ObjectKey> alike = facts.desired().children(table).stream()
                .filter(key -> key.kind() == ObjectKind.COLUMN && facts.is(key, ChangeType.MISSING))
                .filter(key -> !facts.isExplained(key) && !facts.isExplained(extra))
                .filter(key -> type(key, facts.desired()).equals(type))
                .toList();
        long rivals = facts.actual().children(table).stream()
                .filter(key -> key.kind() == ObjectKind.COLUMN && facts.is(key, ChangeType.EXTRA))
                .filter(key -> type(key, facts.actual()).equals(type))
                .count();
        return alike.size() == 1 && rivals == 1
                ? Optional.of(new Reason(
                        ImpactRule.PERHAPS_RENAMED,
                        alike.get(0).name() + ", which is missing, is the only column of its type: " + hint(extra)))
                : Optional.empty();
    }

    private static String hint(ObjectKey extra) {
        return "if it is the same, declare '-- plumbline: renamed from " + extra.name() + "'";
    }

    private static Set<String> columns(ObjectKey table, Catalog catalog) {
        Set<String> columns = new TreeSet<>();
        for (ObjectKey child : catalog.children(table)) {
            if (child.kind() == ObjectKind.COLUMN) {
                columns.add(child.name() + " " + type(child, catalog));
            }
        }
        return columns;
    }

    private static String type(ObjectKey column, Catalog catalog) {
        return catalog.find(column)
                .map(found -> switch (found) {
                    case Column c -> c.type();
                    case SqliteColumn c -> c.type();
                    default -> "";
                })
                .orElse("");
    }
}
