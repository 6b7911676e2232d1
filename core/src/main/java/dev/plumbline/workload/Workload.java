// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.workload;

import dev.plumbline.error.PlumblineException;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.SqlScript;
import java.util.List;

/**
 * The queries of an application, as a file lists them.
 *
 * @param origin the file
 * @param queries at least one, in the order of the file
 */
public record Workload(String origin, List<WorkloadQuery> queries) {
    public Workload {
        queries = List.copyOf(queries);
    }

    /**
     * Reads a file of queries. The comment {@code -- name: …} in front of a query names it, as in the files of sqlc and
     * aiosql; one without is named by its line. {@code -- allow: scan, sort} accepts these of its plan.
     *
     * @throws PlumblineException with {@code INVALID_FILE} and the position for a statement that is no query, a name that
     *     is given twice, and a file without queries; with {@code SOURCE_NOT_LOADED} for what is never closed
     */
    public static Workload read(SqlScript script, SqlDialect dialect) {
        return new WorkloadReader(script, dialect).read();
    }
}
