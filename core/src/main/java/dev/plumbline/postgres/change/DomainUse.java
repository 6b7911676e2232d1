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
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A domain that stands within arrays or composite values of columns cannot be given a constraint: the server does not
 * look into them, and refuses (typecmds.c, get_rels_with_domain).
 */
final class DomainUse {
    private DomainUse() {}

    /** Returns the domains for which the change that the gap asks for would be refused. */
    static SortedSet<ObjectKey> refused(Gap gap) {
        SortedSet<ObjectKey> refused = new TreeSet<>();
        gap.changes(Change.Missing.class).forEach(missing -> {
            if (missing.desired() instanceof Constraint constraint && constraint.validated()) {
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
