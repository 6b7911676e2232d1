// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.ObjectKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The phases of creating what is missing, and in each the layers of the dependency graph. */
final class DeployOrder {
    /** Marks what is being visited: foreign keys may go round in circles, and then the order within is free. */
    private static final int OPEN = -1;

    private final Gap gap;
    private final GapFacts facts;

    DeployOrder(Gap gap, GapFacts facts) {
        this.gap = gap;
        this.facts = facts;
    }

    List<DeployPhase> phases() {
        SortedMap<Phase, SortedSet<ObjectKey>> byPhase = new TreeMap<>();
        gap.changes(Change.Missing.class)
                .forEach(missing -> phase(missing)
                        .ifPresent(phase -> byPhase.computeIfAbsent(phase, k -> new TreeSet<>())
                                .add(missing.key())));
        List<DeployPhase> phases = new ArrayList<>();
        byPhase.forEach((phase, keys) -> phases.add(new DeployPhase(phase.title, layers(keys))));
        return phases;
    }

    private Optional<Phase> phase(Change.Missing missing) {
        ObjectKey key = missing.key();
        boolean partOfMissing = facts.within(missing).isPresent();
        if (missing.desired() instanceof Constraint constraint && constraint.inherited()) {
            return Optional.empty();
        }
        if (GapFacts.partOf(missing.desired()).isPresent()) {
            return Optional.empty(); // it comes with the whole, or is there under another name
        }
        return switch (key.kind()) {
            case SCHEMA, SETTING, EXTENSION, LANGUAGE, ACCESS_METHOD, FOREIGN_DATA_WRAPPER, SERVER, USER_MAPPING ->
                Optional.of(Phase.FRAME);
            case COLLATION,
                    ENUM,
                    DOMAIN,
                    COMPOSITE,
                    RANGE,
                    SEQUENCE,
                    CONVERSION,
                    CAST,
                    OPERATOR,
                    OPERATOR_FAMILY,
                    OPERATOR_CLASS,
                    TRANSFORM,
                    TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_TEMPLATE,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION -> Optional.of(Phase.TYPES);
            case TABLE, FOREIGN_TABLE, VIRTUAL_TABLE -> Optional.of(Phase.TABLES);
            case COLUMN, DEFAULT -> partOfMissing ? Optional.empty() : Optional.of(Phase.COLUMNS);
            case FUNCTION, PROCEDURE, AGGREGATE ->
                Optional.of(usedByTables(key) ? Phase.EARLY_FUNCTIONS : Phase.FUNCTIONS);
            case VIEW, MATERIALIZED_VIEW -> Optional.of(Phase.VIEWS);
            case CONSTRAINT -> Optional.of(isForeignKey(missing) ? Phase.FOREIGN_KEYS : Phase.CONSTRAINTS);
            case INDEX, STATISTICS -> Optional.of(Phase.INDEXES);
            case RULE, TRIGGER, EVENT_TRIGGER, POLICY, PUBLICATION -> Optional.of(Phase.TRIGGERS);
            case OWNER, COMMENT, GRANT, DEFAULT_PRIVILEGE ->
                partOfMissing ? Optional.empty() : Optional.of(Phase.RIGHTS);
        };
    }

    private static boolean isForeignKey(Change.Missing missing) {
        return missing.desired() instanceof Constraint constraint && constraint.type() == ConstraintType.FOREIGN_KEY;
    }

    private boolean usedByTables(ObjectKey routine) {
        return gap.desired().dependents(routine).stream().anyMatch(dependent -> switch (dependent.kind()) {
            case COLUMN, DEFAULT, DOMAIN, TABLE -> true;
            default -> false;
        });
    }

    private List<List<ObjectKey>> layers(SortedSet<ObjectKey> keys) {
        Map<ObjectKey, Integer> depths = new HashMap<>();
        SortedMap<Integer, List<ObjectKey>> layers = new TreeMap<>();
        for (ObjectKey key : keys) {
            layers.computeIfAbsent(depth(key, keys, depths), k -> new ArrayList<>())
                    .add(key);
        }
        return List.copyOf(layers.values());
    }

    private int depth(ObjectKey key, Set<ObjectKey> among, Map<ObjectKey, Integer> depths) {
        Integer known = depths.get(key);
        if (known != null) {
            return known;
        }
        depths.put(key, OPEN);
        int depth = 0;
        for (ObjectKey needed : needs(key)) {
            if (among.contains(needed) && !needed.equals(key)) {
                depth = Math.max(depth, depth(needed, among, depths) + 1);
            }
        }
        depths.put(key, depth);
        return depth;
    }

    /** Returns what an object needs, through its parts, and for a table also those that its foreign keys refer to. */
    private NavigableSet<ObjectKey> needs(ObjectKey key) {
        Catalog desired = gap.desired();
        NavigableSet<ObjectKey> needs = new TreeSet<>(desired.dependencies(key));
        if (GapFacts.isRelation(key)) {
            for (ObjectKey part : desired.descendants(key)) {
                switch (part.kind()) {
                    case COLUMN, DEFAULT, CONSTRAINT -> {
                        needs.addAll(desired.dependencies(part));
                        desired.find(part, Constraint.class)
                                .flatMap(Constraint::references)
                                .ifPresent(needs::add);
                    }
                    default -> {}
                }
            }
        }
        return needs;
    }

    private enum Phase {
        FRAME("schemas and extensions"),
        TYPES("types and sequences"),
        EARLY_FUNCTIONS("functions that tables use"),
        TABLES("tables"),
        COLUMNS("columns and defaults of existing tables"),
        FUNCTIONS("functions"),
        VIEWS("views"),
        CONSTRAINTS("keys and checks"),
        FOREIGN_KEYS("foreign keys"),
        INDEXES("indexes"),
        TRIGGERS("triggers and policies"),
        RIGHTS("grants and comments");

        private final String title;

        Phase(String title) {
            this.title = title;
        }
    }
}
