// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.postgres.sql.Sql;

/**
 * The index of a unique or primary key as a statement of its own. The words of the constraint are the server's
 * ({@code pg_get_constraintdef_worker} in {@code ruleutils.c}): {@code UNIQUE NULLS NOT DISTINCT (a, b) INCLUDE (c) DEFERRABLE
 * INITIALLY DEFERRED}.
 */
public final class KeyIndex {
    private static final String UNIQUE = "UNIQUE ";
    private static final String PRIMARY_KEY = "PRIMARY KEY ";
    private static final String NULLS_NOT_DISTINCT = "NULLS NOT DISTINCT ";
    private static final String INITIALLY_DEFERRED = " INITIALLY DEFERRED";
    private static final String DEFERRABLE = " DEFERRABLE";

    private final Constraint constraint;
    private final String columns;
    private final boolean nullsNotDistinct;
    private final String deferral;

    /** Looks at a constraint with an index behind it. */
    public KeyIndex(Constraint constraint) {
        this.constraint = constraint;
        String definition = constraint.definition();
        boolean primary = definition.startsWith(PRIMARY_KEY);
        String rest = definition.substring((primary ? PRIMARY_KEY : UNIQUE).length());
        this.nullsNotDistinct = rest.startsWith(NULLS_NOT_DISTINCT);
        if (nullsNotDistinct) {
            rest = rest.substring(NULLS_NOT_DISTINCT.length());
        }
        boolean deferred = rest.endsWith(INITIALLY_DEFERRED);
        String undeferred = deferred ? rest.substring(0, rest.length() - INITIALLY_DEFERRED.length()) : rest;
        boolean deferrable = undeferred.endsWith(DEFERRABLE);
        this.columns = deferrable ? undeferred.substring(0, undeferred.length() - DEFERRABLE.length()) : undeferred;
        this.deferral = (deferrable ? DEFERRABLE : "") + (deferred ? INITIALLY_DEFERRED : "");
    }

    /** Returns whether a constraint is of a kind that an index can become: WITHOUT OVERLAPS is none. */
    public static boolean isOf(Constraint constraint) {
        return (constraint.type() == ConstraintType.UNIQUE || constraint.type() == ConstraintType.PRIMARY_KEY)
                && constraint.on().kind() == ObjectKind.TABLE
                && !constraint.definition().contains(" WITHOUT OVERLAPS)");
    }

    /** Returns whether a constraint can be put off until the end of a transaction. */
    public static boolean isDeferrable(Constraint constraint) {
        return constraint.definition().contains(DEFERRABLE);
    }

    /** Returns the key of an index of the table under a name. */
    public ObjectKey key(String name) {
        return ObjectKey.of(ObjectKind.INDEX, constraint.key().schema(), name);
    }

    /** Returns what builds it under a name, without blocking writes. */
    public String build(String name) {
        String options =
                constraint.indexOptions().isEmpty() ? "" : " WITH (" + Sql.options(constraint.indexOptions()) + ")";
        return "CREATE UNIQUE INDEX CONCURRENTLY " + Sql.name(name) + " ON " + Sql.of(constraint.on()) + body()
                + options
                + constraint
                        .tablespace()
                        .map(space -> " TABLESPACE " + Sql.name(space))
                        .orElse("");
    }

    private String body() {
        return " USING btree " + columns + (nullsNotDistinct ? " NULLS NOT DISTINCT" : "");
    }

    /** Returns what makes a constraint of an index; the index takes the constraint's name. */
    public String add(String index) {
        return "ALTER TABLE " + Sql.of(constraint.on()) + " ADD CONSTRAINT "
                + Sql.name(constraint.key().name())
                + (constraint.type() == ConstraintType.PRIMARY_KEY ? " PRIMARY KEY" : " UNIQUE") + " USING INDEX "
                + Sql.name(index) + deferral;
    }

    /** Returns whether an index under the constraint's name is what {@link #build} makes. */
    public boolean isLike(Index index) {
        return index.valid()
                && index.unique()
                && index.on().equals(constraint.on())
                && index.definition().startsWith("CREATE UNIQUE INDEX ")
                && index.definition().endsWith(body())
                && !index.clustered()
                && index.predicate().isEmpty()
                && index.statistics().isEmpty()
                && index.options().equals(constraint.indexOptions())
                && index.tablespace().equals(constraint.tablespace());
    }
}
