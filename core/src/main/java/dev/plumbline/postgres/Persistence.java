// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Table;
import dev.plumbline.gap.Gap;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold before a table is logged or not ({@code ATPrepChangePersistence} in the server's {@code tablecmds.c}). */
final class Persistence {
    private Persistence() {}

    /** Returns the publications that a table has left before it is not logged any more: such a table cannot be published. */
    static Set<ObjectKey> publicationsLeft(Gap gap, ObjectKey table) {
        boolean losesLog = gap.actual()
                        .find(table, Table.class)
                        .filter(from -> !from.unlogged())
                        .isPresent()
                && gap.desired()
                        .find(table, Table.class)
                        .filter(Table::unlogged)
                        .isPresent();
        return losesLog
                ? gap.actual().dependents(table).stream()
                        .filter(key -> key.kind() == ObjectKind.PUBLICATION)
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
