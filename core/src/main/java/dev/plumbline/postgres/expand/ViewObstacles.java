// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.expand;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Grant;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Table;
import dev.plumbline.postgres.introspect.PrivilegeReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether a table can go by the name of a view too, and with whose rights that reads the table. With those of whoever uses it
 * ({@code security_invoker}) what holds for the table holds for the view, row-level security and a later REVOKE included. But the
 * server then asks for SELECT on every column that the view has, whichever of them a statement reads (rewriteHandler.c,
 * rewriteTargetView), so whoever may read some columns only could read none. With the rights of its owner, who is the
 * table's, the view asks for just what a statement reads, and row-level security would not hold.
 */
final class ViewObstacles {
    private static final int HAS_INVOKER = 15;

    /** What an application asks of a table. */
    private static final Set<String> USED = Set.of("SELECT", "INSERT", "UPDATE", "DELETE");

    private final ObjectKey table;
    private final Catalog catalog;
    private final List<Grant> grants;

    ViewObstacles(ObjectKey table, Catalog catalog) {
        this.table = table;
        this.catalog = catalog;
        this.grants = NameView.grants(table, catalog);
    }

    /** Returns whether the view reads with the rights of whoever uses it. */
    boolean asInvoker() {
        return hasInvoker() && partialReaders().isEmpty();
    }

    private boolean hasInvoker() {
        return catalog.product().majorVersion() >= HAS_INVOKER;
    }

    /** Returns what is in the way, as a clause for people; empty where nothing is. */
    Optional<String> obstacle() {
        if (NameView.columns(table, catalog).isEmpty()) {
            return Optional.of("it has no columns, and a view must have some");
        }
        return asInvoker() ? Optional.empty() : rowSecurity().or(this::owner);
    }

    private Optional<String> rowSecurity() {
        boolean secured =
                catalog.find(table, Table.class).filter(Table::rowSecurity).isPresent();
        if (!secured) {
            return Optional.empty();
        }
        return Optional.of(
                hasInvoker()
                        ? "it has row-level security, which holds for a view that reads with the rights of whoever uses it;"
                                + " that could not be read by "
                                + partialReaders().first()
                                + ", to whom SELECT is granted on single columns"
                        : "it has row-level security, and before PostgreSQL 15 a view reads with the rights of its owner and"
                                + " would show every row");
    }

    /** Their rights on single columns are all the rights to read that they have. */
    private SortedSet<String> partialReaders() {
        Set<String> whole = readers(ObjectKind.TABLE);
        return readers(ObjectKind.COLUMN).stream()
                .filter(role -> !whole.contains(role) && !whole.contains("PUBLIC"))
                .filter(role ->
                        !role.equals(PrivilegeReader.OWNER) || ownerLacks().contains("SELECT"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> readers(ObjectKind of) {
        return grants.stream()
                .filter(grant ->
                        grant.target().kind() == of && grant.privileges().containsKey("SELECT"))
                .map(Grant::grantee)
                .collect(Collectors.toSet());
    }

    private Optional<String> owner() {
        SortedSet<String> lacks = ownerLacks();
        return lacks.isEmpty()
                ? Optional.empty()
                : Optional.of("its owner has given up " + String.join(" and ", lacks)
                        + " on it, and a view would use it with the owner's rights");
    }

    private SortedSet<String> ownerLacks() {
        return catalog.find(ObjectKey.about(ObjectKind.GRANT, table, PrivilegeReader.OWNER), Grant.class).stream()
                .flatMap(grant ->
                        USED.stream().filter(privilege -> !grant.privileges().containsKey(privilege)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
