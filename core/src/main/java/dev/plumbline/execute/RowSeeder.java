// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.plan.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.SortedMap;

/** Puts rows into the tables of a scratch database, so that a proof can see whether a plan loses any. */
public interface RowSeeder {
    /**
     * Fills every table that it can, children after their parents, with a few rows that satisfy the constraints, and
     * returns what came of it. Errors of single tables are results, not exceptions.
     */
    Seeding seed(Connection connection, Catalog catalog) throws SQLException;

    /** Returns how many rows the table holds now. */
    long count(Connection connection, ObjectKey table) throws SQLException;

    /** Returns how many rows a table holds that is in the trash; empty where it is not there. */
    default OptionalLong countInTrash(Connection connection, ObjectKey table) throws SQLException {
        return OptionalLong.empty();
    }

    /**
     * Makes the seeded rows fit what a step demands of rows, after it failed on them: whether a user's rows fit is seen
     * when the plan is applied, and is no matter of the plan.
     *
     * @param attempt from 0; each takes more away than the one before
     * @return whether anything was changed, so that the step may be tried again
     */
    default boolean makeFit(Connection connection, Step step, SQLException error, Catalog desired, int attempt)
            throws SQLException {
        return false;
    }

    /**
     * What was put in.
     *
     * @param rows tables that were given rows, with their number
     * @param refused tables that could not be given any, with the reason
     */
    record Seeding(SortedMap<ObjectKey, Long> rows, SortedMap<ObjectKey, String> refused) {}
}
