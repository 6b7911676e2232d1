// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.DomainType;
import dev.plumbline.catalog.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** A domain that is created with its constraints: once arrays of it are in use, the server takes no more of them. */
public final class NewDomain {
    private final SortedSet<ObjectKey> folded = new TreeSet<>();
    private final List<String> statements = new ArrayList<>();

    /**
     * Creates the domain with those constraints that can be made with it: not one that calls a function over the domain.
     *
     * @param created what the plan creates; everything else is there already
     */
    public NewDomain(DomainType domain, Catalog desired, Set<ObjectKey> created) {
        Reach reach = new Reach(desired, created, domain.key()::equals);
        StringBuilder create = new StringBuilder(TypeStatements.create(domain));
        List<String> afterwards = new ArrayList<>();
        for (ObjectKey key : desired.children(domain.key())) {
            desired.find(key, Constraint.class)
                    .filter(found -> reach.standsAlone(key))
                    .ifPresent(constraint -> {
                        folded.add(key);
                        if (constraint.validated()) {
                            create.append(' ').append(ConstraintStatements.definition(constraint));
                        } else {
                            afterwards.addAll(ConstraintStatements.add(constraint));
                        }
                    });
        }
        statements.add(create.toString());
        statements.addAll(afterwards);
    }

    /** Returns the statements that create the domain with its constraints. */
    public List<String> statements() {
        return statements;
    }

    /** Returns the keys of the constraints. */
    public SortedSet<ObjectKey> folded() {
        return folded;
    }
}
