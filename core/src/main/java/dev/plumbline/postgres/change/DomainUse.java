// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.DomainType;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.Gap;
import dev.plumbline.postgres.sql.Sql;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A domain that stands within arrays or composite values of columns cannot be given a constraint: the server does not
 * look into them, and refuses (typecmds.c, get_rels_with_domain).
 */
public final class DomainUse {
    private DomainUse() {}

    /** Returns the domains for which the change that the gap asks for would be refused. */
    static SortedSet<ObjectKey> refused(Gap gap) {
        SortedSet<ObjectKey> refused = new TreeSet<>();
        gap.changes(Change.Missing.class).forEach(missing -> {
            if (missing.desired() instanceof Constraint constraint
                    && constraint.validated()
                    && constraint.on().kind() == ObjectKind.DOMAIN) {
                refused.add(constraint.on());
            }
        });
        gap.changes(Change.Altered.class).forEach(change -> {
            if (change.desired() instanceof Constraint) {
                refused.add(change.desired().parent().orElseThrow());
            } else if (change.actual() instanceof DomainType from
                    && change.desired() instanceof DomainType to
                    && !from.notNull()
                    && to.notNull()) {
                refused.add(to.key());
            }
        });
        refused.removeIf(key -> key.kind() != ObjectKind.DOMAIN
                || !gap.actual().contains(key)
                || !gap.desired().contains(key)
                || !isWithin(key, Sql.of(key), gap.actual()));
        return refused;
    }

    /** Returns the checks of a new column's domain that go, before it is added to rows which do not satisfy them: null may be forbidden. */
    public static Set<ObjectKey> checksThatGo(Column added, Gap gap) {
        return gap.desired().dependencies(added.key()).stream()
                .filter(needed -> needed.kind() == ObjectKind.DOMAIN)
                .flatMap(domain -> gap.actual().children(domain).stream())
                .filter(part ->
                        part.kind() == ObjectKind.CONSTRAINT && !gap.desired().contains(part))
                .collect(Collectors.toSet());
    }

    /** Returns the domain in whose place null may be refused: it, or one that it is made of, has a check or NOT NULL. */
    public static Optional<ObjectKey> mindingNull(ObjectKey of, Catalog catalog) {
        return catalog.dependencies(of).stream()
                .filter(key -> key.kind() == ObjectKind.DOMAIN)
                .filter(key -> mindsNull(key, catalog))
                .findFirst();
    }

    /**
     * Returns whether the type of a column may refuse null. A check that is NOT VALID is held against whatever a new column gives to the
     * rows that are there, as a valid one is.
     */
    public static boolean mindsNull(Column column, Catalog catalog) {
        return catalog.dependencies(column.key()).stream()
                .anyMatch(key -> key.kind() == ObjectKind.DOMAIN
                        && Sql.of(key).equals(column.type())
                        && mindsNull(key, catalog));
    }

    /** Returns a column with what its domain is made of for a type, where the domain may refuse null: so it may stand without values. */
    public static Column withoutDomain(Column column, Catalog catalog) {
        return mindsNull(column, catalog) ? column.withType(base(column.type(), catalog)) : column;
    }

    private static String base(String type, Catalog catalog) {
        return catalog.objects(DomainType.class)
                .filter(domain -> Sql.of(domain.key()).equals(type))
                .findFirst()
                .map(domain -> base(domain.baseType(), catalog))
                .orElse(type);
    }

    private static boolean mindsNull(ObjectKey domain, Catalog catalog) {
        return catalog.find(domain, DomainType.class)
                        .filter(DomainType::notNull)
                        .isPresent()
                || catalog.children(domain).stream().anyMatch(part -> part.kind() == ObjectKind.CONSTRAINT)
                || mindingNull(domain, catalog).isPresent();
    }

    private static boolean isWithin(ObjectKey type, String asItself, Catalog catalog) {
        return catalog.dependents(type).stream().anyMatch(dependent -> switch (dependent.kind()) {
            case COLUMN ->
                catalog.find(dependent, Column.class)
                        .filter(column -> !column.type().equals(asItself))
                        .isPresent();
            case COMPOSITE, RANGE -> isWithin(dependent, "", catalog);
            default -> false;
        });
    }
}
