// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.plan.Hazard;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How an object becomes what is desired without being dropped. Absent where PostgreSQL has no ALTER for it: then it is
 * recreated.
 */
public final class Alteration {
    private final List<String> statements = new ArrayList<>();
    private final Set<Hazard> hazards = EnumSet.noneOf(Hazard.class);
    private boolean disruptive;
    private boolean rewritesTable;
    private boolean ownTransaction;
    private boolean takesLong;
    private Optional<String> loses = Optional.empty();

    static Alteration of(List<String> statements) {
        Alteration alteration = new Alteration();
        alteration.statements.addAll(statements);
        return alteration;
    }

    static Alteration of(String... statements) {
        return of(List.of(statements));
    }

    Alteration add(String statement) {
        statements.add(statement);
        return this;
    }

    Alteration add(List<String> more) {
        statements.addAll(more);
        return this;
    }

    Alteration hazard(Hazard hazard) {
        hazards.add(hazard);
        return this;
    }

    /** Says that what depends on the object cannot stay while it is altered: views on a column that changes type. */
    Alteration disrupts() {
        disruptive = true;
        return this;
    }

    /** Says that the server writes the table anew. */
    Alteration writesTableAnew() {
        rewritesTable = true;
        return this;
    }

    Alteration inOwnTransaction() {
        ownTransaction = true;
        return this;
    }

    Alteration takesLong() {
        takesLong = true;
        return this;
    }

    /** Says what the alteration loses for good, so that nothing leads back to it. */
    public Alteration loses(String what) {
        loses = Optional.of(what);
        return this;
    }

    /** Returns the statements, in order; a list that may be added to by {@link #add(String)}. */
    public List<String> statements() {
        return statements;
    }

    /** Returns what whoever runs it must allow. */
    public Set<Hazard> hazards() {
        return hazards;
    }

    /** Returns whether what depends on the object must go before and come again. */
    public boolean isDisruptive() {
        return disruptive;
    }

    /** Returns whether the server writes the table anew for what is said of the table itself. */
    boolean rewritesTable() {
        return rewritesTable;
    }

    /** Returns whether nothing else may be in its transaction. */
    public boolean needsOwnTransaction() {
        return ownTransaction;
    }

    /** Returns whether it takes time as there are rows. */
    public boolean isLong() {
        return takesLong;
    }

    /** Returns what is lost for good; absent where the way back restores everything. */
    public Optional<String> loses() {
        return loses;
    }
}
