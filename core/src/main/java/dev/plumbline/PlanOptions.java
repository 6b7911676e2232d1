// SPDX-License-Identifier: Apache-2.0
package dev.plumbline;

import dev.plumbline.plan.CrowdedTransactions;
import java.time.Duration;
import java.util.Optional;

/**
 * How a plan is made.
 *
 * @param proof whether it is carried out on a scratch database, there and back, before it is handed out
 * @param strict whether a catalog with objects that are not modelled is refused
 * @param online whether what would keep an application waiting for long is done in gentler steps where the database has them;
 *     without, the plan is shorter and wants the application stopped
 * @param trash how long tables and columns are kept in the trash that would be dropped; empty where they are dropped
 * @param tablesAtOnce how many tables in use one transaction of a plan that is gentle may be about, where they can be told apart
 * @param expanding whether only what comes before the new application is planned: what is to be renamed goes by both names,
 *     columns that are split or merged are there in both forms
 */
public record PlanOptions(
        boolean proof, boolean strict, boolean online, Optional<Duration> trash, int tablesAtOnce, boolean expanding) {
    /** Proven, gentle, and lenient towards what is not modelled: it is named in the reports. */
    public static final PlanOptions DEFAULT = new PlanOptions(true, false);

    /** Creates options of a plan for a database in use. */
    public PlanOptions(boolean proof, boolean strict) {
        this(proof, strict, true, Optional.empty(), CrowdedTransactions.UNNOTICED, false);
    }

    /** Returns the same for a database that nobody uses meanwhile. */
    public PlanOptions offline() {
        return new PlanOptions(proof, strict, false, trash, tablesAtOnce, expanding);
    }

    /** Returns the same with tables and columns kept in the trash for a time, where they would be dropped. */
    public PlanOptions keeping(Duration time) {
        return new PlanOptions(proof, strict, online, Optional.of(time), tablesAtOnce, expanding);
    }

    /** Returns the same with another number of tables, at least one, that one transaction may be about. */
    public PlanOptions tablesAtOnce(int most) {
        return new PlanOptions(proof, strict, online, trash, most, expanding);
    }

    /** Returns the same for the whole way, from wherever the actual side stands. */
    public PlanOptions whole() {
        return new PlanOptions(proof, strict, online, trash, tablesAtOnce, false);
    }

    /** Returns the same for the half of the way that comes before the new application. */
    public PlanOptions expand() {
        return new PlanOptions(proof, strict, online, trash, tablesAtOnce, true);
    }
}
