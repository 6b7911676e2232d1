// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.workload;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What an engine knows about its plans. No query is ever executed. */
public interface QueryExplainer {
    /**
     * Sets a connection up for explaining on the live database, which it neither changes nor waits for.
     *
     * @return the conditions that hold then
     */
    Conditions prepareLive(Connection live) throws SQLException;

    /**
     * Sets a connection to a scratch database up for explaining.
     *
     * @param live the live database, if there is one, whose statistics and settings are taken over as far as they can be
     * @param searchPath in which schemas names are found that the workload does not qualify; empty to do as the live
     *     database does
     * @return the conditions that hold then
     */
    Conditions prepareScratch(Connection scratch, Optional<Connection> live, List<String> searchPath)
            throws SQLException;

    /**
     * Returns the plan of a query, whatever values its parameters will have.
     *
     * @throws SQLException when the query means nothing to this schema
     */
    QueryPlan explain(Connection connection, WorkloadQuery query) throws SQLException;
}
