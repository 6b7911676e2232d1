// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.workload;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a schema serves a workload, or what a change of it does to one.
 *
 * @param workload the file of the queries
 * @param desired the schema after the change, where there is one
 * @param queries in the order of the file
 */
public record WorkloadReport(String workload, Side actual, Optional<Side> desired, List<QueryReport> queries) {
    public WorkloadReport {
        queries = List.copyOf(queries);
    }

    /**
     * One of the two schemas.
     *
     * @param origin where it comes from, for people; never with a password
     * @param conditions how its plans were made
     * @param indexes how many indexes it has that no constraint owns
     * @param unused those that no query of the workload uses and that keep nothing unique, sorted. An index may still serve
     *     foreign keys, and queries that the workload does not have
     */
    public record Side(String origin, Conditions conditions, int indexes, List<String> unused) {
        public Side {
            unused = List.copyOf(unused);
        }
    }

    /** Returns the queries that mean nothing to the schema that they are for. */
    public List<QueryReport> refused() {
        return queries.stream().filter(QueryReport::isRefused).toList();
    }

    /** Returns the queries with that verdict. */
    public List<QueryReport> with(QueryReport.Verdict verdict) {
        return queries.stream().filter(query -> query.verdict() == verdict).toList();
    }

    /** Returns the queries whose plan has one of these traits, where their file does not accept it. */
    public List<QueryReport> with(Set<Trait> traits) {
        return queries.stream()
                .filter(query -> query.traits().stream().anyMatch(traits::contains))
                .toList();
    }
}
